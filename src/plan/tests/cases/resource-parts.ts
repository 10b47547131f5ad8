import type { Scene } from "../scene.js";
import { dataGiven, errorSights, issueSights, plainCall, requestClass, requestInit } from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";

export const status = (is: number): Sight => ({ kind: "status", is });

/** The text that is sent: JSON of an expression. */
export const sent = (expression: string) => `send(JSON.stringify(${expression}))`;

/** The cases in which the parents in the path, or the id, are none that there could be. */
export function wrongKeys(scene: Scene): TestCase[] {
  const { handler, path, viewed, facts } = scene;
  const { parents, own } = viewed.names.checks;
  if (facts.role.id === "path") return [];
  const [parent] = parents;
  const { label } = viewed.names.resource;
  return [
    ...(path.wrongParents === undefined || parent === undefined
      ? []
      : [wrongKey(scene, "answers 400 to a parent that there cannot be", "wrongParents", parent)]),
    ...(path.wrongId === undefined || !own || handler.parts.params !== "all"
      ? []
      : [wrongKey(scene, `answers 400 to a key that no ${label} can have`, "wrongContext", "id")]),
  ];
}

/** @param about the key that the issues name. */
function wrongKey(scene: Scene, name: string, context: string, about: string): TestCase {
  const { handler, viewed, signedIn } = scene;
  const isRead = handler.parts.readsJson === undefined;
  const request = isRead
    ? "request"
    : `new ${requestClass(handler)}(url, ${requestInit(handler.method, signedIn !== undefined)})`;
  return {
    name,
    given: [],
    call: plainCall(scene, request).replace(/\bcontext\)$/, `${context})`),
    sees:
      handler.method === "HEAD"
        ? [status(400), { kind: "no body" }]
        : issueSights(scene, `Invalid ${viewed.names.resource.label}`, about),
  };
}

export function notFound(
  scene: Scene,
  call: "find" | "update" | "replace" | "remove",
  made: string,
): TestCase {
  const { label, title } = scene.viewed.names.resource;
  return {
    name: `answers 404 where there is no such ${label}`,
    given: [dataGiven(call, "declines", call === "remove" ? "false" : "undefined")],
    call: made,
    sees: errorSights(scene, `${title} not found`, 404),
  };
}

export function seesCall(
  { path }: Scene,
  call: "list" | "find" | "create" | "update" | "replace" | "remove",
  args: string,
): Sight[] {
  return [{ kind: "call", call, args, id: JSON.stringify(path.idText) }];
}
