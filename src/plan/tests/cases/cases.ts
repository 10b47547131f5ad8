import type { Scene } from "../scene.js";
import type { TestCase } from "../test-case.js";
import * as basic from "./basic.js";
import * as cookies from "./cookies.js";
import * as form from "./form.js";
import * as reads from "./resource-reads.js";
import * as writes from "./resource-writes.js";
import * as search from "./search.js";
import * as text from "./text.js";

/** The cases of each partial that writes a handler: one for every status that it answers. A test holds them to its text. */
export const casesOf: Readonly<Record<string, (scene: Scene) => readonly TestCase[]>> = {
  "basic/handlers/answer": basic.answer,
  "basic/handlers/head": basic.head,
  "basic/handlers/echo": basic.echo,
  "basic/handlers/delete": basic.remove,
  "cookies/handlers/read": cookies.read,
  "cookies/handlers/head": cookies.head,
  "cookies/handlers/set": cookies.set,
  "cookies/handlers/delete": cookies.remove,
  "form/handlers/receive": form.receive,
  "resource/handlers/list": reads.list,
  "resource/handlers/list-page": reads.listPage,
  "resource/handlers/read": reads.read,
  "resource/handlers/head": reads.head,
  "resource/handlers/head-page": reads.headPage,
  "resource/handlers/create": writes.create,
  "resource/handlers/create-at-path": writes.createAtPath,
  "resource/handlers/put": writes.put,
  "resource/handlers/patch": writes.patch,
  "resource/handlers/delete": writes.remove,
  "search/handlers/find": search.find,
  "text/handlers/answer": text.answer,
  "text/handlers/head": text.head,
  "text/handlers/echo": text.echo,
};
