import { errorSights, failedBody, plainCall, type Scene } from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";

const ok: Sight = { kind: "status", is: 200 };
const isText: Sight = { kind: "header", name: "Content-Type", is: '"text/plain; charset=utf-8"' };

export function answer(scene: Scene): TestCase[] {
  const { facts, path } = scene;
  // The greeting is a template of the parameters: here it is said with their values.
  const names = facts.parameters.map(({ local }) =>
    (path.values.get(local) ?? "")
      .replace(/^\[|\]$/g, "")
      .replaceAll('"', "")
      .replaceAll(", ", "/"),
  );
  const greeting = `Hello, ${names.length === 0 ? "world" : names.join(" and ")}!\n`;
  return [
    {
      name: "answers 200 with a greeting",
      given: [],
      call: plainCall(scene),
      sees: [ok, isText, { kind: "text", is: JSON.stringify(greeting) }],
    },
  ];
}

export function head(scene: Scene): TestCase[] {
  return [
    {
      name: "answers 200 without a body",
      given: [],
      call: plainCall(scene),
      sees: [ok, isText, { kind: "no body" }],
    },
  ];
}

export function echo(scene: Scene): TestCase[] {
  return [
    {
      name: "answers 200 with what it was sent",
      given: [],
      call: 'send("Hello")',
      sees: [ok, isText, { kind: "text", is: '"Hello"' }],
    },
    {
      name: "answers 400 to an empty body",
      given: [],
      call: 'send("")',
      sees: errorSights(scene, "Request body must not be empty", 400),
    },
    ...failedBody(scene),
  ];
}
