import { errorSights, plainCall, requestClass, requestInit, type Scene } from "../scene.js";
import { membersOf } from "./basic.js";
import type { TestCase } from "../test-case.js";

const file = 'new File(["Hello"], "hello.txt")';

export function receive(scene: Scene): TestCase[] {
  const refused = (name: string, call: string, sentence: string, status = 400): TestCase => ({
    name: `answers ${String(status)} to ${name}`,
    given: [],
    call,
    sees: errorSights(scene, sentence, status),
  });
  const { method, parts } = scene.handler;
  const { status = 200 } = parts;
  const headers = `headers: { ${scene.signedIn === undefined ? "" : "...headers, "}"Content-Length": "9000000" }`;
  return [
    {
      name: `answers ${String(status)} with what it was sent`,
      given: [],
      call: `sendForm({ name: "Ada", file: ${file} })`,
      sees: [
        { kind: "status", is: status },
        { kind: "json", is: `{ ${membersOf(scene)}name: "Ada", file: { name: "hello.txt", size: 5 } }` },
      ],
    },
    refused("a body that is no form data", 'send("Hello")', "Request body must be form data"),
    refused("a form without a name", `sendForm({ file: ${file} })`, "Name is required"),
    refused("a form without a file", 'sendForm({ name: "Ada" })', "File is required"),
    refused(
      "a form that says to be too large, before it is read",
      plainCall(
        scene,
        `new ${requestClass(scene.handler)}(url, ${requestInit(method, false, headers, 'body: "Hello"')})`,
      ),
      "File is larger than 5 MB",
      413,
    ),
    refused(
      "a form that turns out to be too large",
      'sendForm({ name: "Ada", file: new File([new Uint8Array(6 * 1024 * 1024)], "large.bin") })',
      "File is larger than 5 MB",
      413,
    ),
    refused(
      "a file that is too large",
      'sendForm({ name: "Ada", file: new File([new Uint8Array(5 * 1024 * 1024 + 1)], "large.bin") })',
      "File is larger than 5 MB",
      413,
    ),
  ];
}
