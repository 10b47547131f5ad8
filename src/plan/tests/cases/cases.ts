import type { Scene } from "../scene.js";
import type { TestCase } from "../test-case.js";
import * as basic from "./basic.js";
import * as cookies from "./cookies.js";
import * as form from "./form.js";
import * as resource from "./resource.js";
import * as search from "./search.js";
import * as text from "./text.js";

/** The cases of each partial that writes a handler: one for every status that it answers. A test holds them to its text. */
export const casesOf: Readonly<Record<string, (scene: Scene) => readonly TestCase[]>> = {
  "basic/handlers/answer": basic.answer,
  "basic/handlers/head": basic.head,
  "basic/handlers/echo": basic.echo,
  "basic/handlers/delete": basic.remove,
  "cookies/handlers/read": cookies.read,
  "cookies/handlers/set": cookies.set,
  "cookies/handlers/delete": cookies.remove,
  "form/handlers/receive": form.receive,
  "resource/handlers/list": resource.list,
  "resource/handlers/list-page": resource.listPage,
  "resource/handlers/read": resource.read,
  "resource/handlers/head": resource.head,
  "resource/handlers/create": resource.create,
  "resource/handlers/create-at-path": resource.createAtPath,
  "resource/handlers/put": resource.put,
  "resource/handlers/patch": resource.patch,
  "resource/handlers/delete": resource.remove,
  "search/handlers/find": search.find,
  "text/handlers/answer": text.answer,
  "text/handlers/head": text.head,
  "text/handlers/echo": text.echo,
};
