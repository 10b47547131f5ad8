import { errorSights, plainCall, type Scene } from "../scene.js";
import type { TestCase } from "../test-case.js";

export function read(scene: Scene): TestCase[] {
  const { cookie } = scene.viewed.view;
  const found = (given: TestCase["given"], value: string): TestCase => ({
    name: `answers 200 with the ${cookie}`,
    given,
    call: plainCall(scene),
    sees: [
      { kind: "status", is: 200 },
      { kind: "json", is: `{ ${cookie}: ${value} }` },
    ],
  });
  // Who has no session does not get as far as that.
  if (scene.sharesCookies) return [found([], "caller.get().value")];
  return [
    found([{ kind: "cookie", value: '{ value: "7" }' }], '"7"'),
    {
      name: `answers 404 where there is no ${cookie}`,
      given: [],
      call: plainCall(scene),
      sees: errorSights(scene, `No ${cookie}`, 404),
    },
  ];
}

export function head(scene: Scene): TestCase[] {
  const { cookie } = scene.viewed.view;
  const answers = (status: number, name: string, given: TestCase["given"]): TestCase => ({
    name: `answers ${String(status)} where there is ${name}`,
    given,
    call: plainCall(scene),
    sees: [{ kind: "status", is: status }, { kind: "no body" }],
  });
  // Who has no session does not get as far as that.
  if (scene.sharesCookies) return [answers(200, `a ${cookie}`, [])];
  return [
    answers(200, `a ${cookie}`, [{ kind: "cookie", value: '{ value: "7" }' }]),
    answers(404, `no ${cookie}`, []),
  ];
}

export function set(scene: Scene): TestCase[] {
  const { status = 200 } = scene.handler.parts;
  const { cookie } = scene.viewed.view;
  return [
    {
      name: `sets a ${cookie} cookie that scripts cannot read`,
      given: [],
      call: plainCall(scene),
      sees: [
        { kind: "status", is: status },
        { kind: "json", is: "{ ok: true }" },
        { kind: "cookie set", name: cookie },
      ],
    },
  ];
}

export function remove(scene: Scene): TestCase[] {
  const { cookie } = scene.viewed.view;
  return [
    {
      name: `deletes the ${cookie} cookie`,
      given: [],
      call: plainCall(scene),
      sees: [
        { kind: "status", is: 200 },
        { kind: "json", is: "{ ok: true }" },
        { kind: "cookie deleted", name: cookie },
      ],
    },
  ];
}
