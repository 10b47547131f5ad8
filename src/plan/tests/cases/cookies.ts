import { errorSights, plainCall, type Scene } from "../scene.js";
import type { TestCase } from "../test-case.js";

export function read(scene: Scene): TestCase[] {
  const found = (given: TestCase["given"], session: string): TestCase => ({
    name: "answers 200 with the session",
    given,
    call: plainCall(scene),
    sees: [
      { kind: "status", is: 200 },
      { kind: "json", is: `{ session: ${session} }` },
    ],
  });
  // Who has no session does not get as far as that.
  if (scene.sharesCookies) return [found([], "caller.get().value")];
  return [
    found([{ kind: "cookie", value: '{ value: "7" }' }], '"7"'),
    {
      name: "answers 404 where there is no session",
      given: [],
      call: plainCall(scene),
      sees: errorSights(scene, "No session", 404),
    },
  ];
}

export function head(scene: Scene): TestCase[] {
  const answers = (status: number, name: string, given: TestCase["given"]): TestCase => ({
    name: `answers ${String(status)} where there is ${name}`,
    given,
    call: plainCall(scene),
    sees: [{ kind: "status", is: status }, { kind: "no body" }],
  });
  // Who has no session does not get as far as that.
  if (scene.sharesCookies) return [answers(200, "a session", [])];
  return [
    answers(200, "a session", [{ kind: "cookie", value: '{ value: "7" }' }]),
    answers(404, "no session", []),
  ];
}

export function set(scene: Scene): TestCase[] {
  const { status = 200 } = scene.handler.parts;
  return [
    {
      name: "sets a session cookie that scripts cannot read",
      given: [],
      call: plainCall(scene),
      sees: [{ kind: "status", is: status }, { kind: "json", is: "{ ok: true }" }, { kind: "cookie set" }],
    },
  ];
}

export function remove(scene: Scene): TestCase[] {
  return [
    {
      name: "deletes the session cookie",
      given: [],
      call: plainCall(scene),
      sees: [{ kind: "status", is: 200 }, { kind: "json", is: "{ ok: true }" }, { kind: "cookie deleted" }],
    },
  ];
}
