import type { Scene } from "../scene.js";
import { dataGiven, errorSights, issueSights, plainCall, requestClass, requestInit } from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";

export const status = (is: number): Sight => ({ kind: "status", is });

/** The text that is sent: JSON of an expression. */
export const sent = (expression: string) => `send(JSON.stringify(${expression}))`;

/** The case in which a key of the path is none that there could be. */
export function wrongKey(scene: Scene): TestCase[] {
  const { handler, path, viewed, facts, signedIn } = scene;
  const parents = viewed.names.checks.parents;
  const [about] = [...parents, ...(viewed.names.checks.own && handler.parts.params === "all" ? ["id"] : [])];
  if (path.wrongParams === undefined || about === undefined || facts.role.id === "path") return [];
  const isRead = handler.parts.readsJson === undefined;
  const request = isRead
    ? "request"
    : `new ${requestClass(handler)}(url, ${requestInit(handler.method, signedIn !== undefined)})`;
  return [
    {
      name: `answers 400 to a key that no ${viewed.names.resource.label} can have`,
      given: [],
      call: plainCall(scene, request).replace(/\bcontext\)$/, "wrongContext)"),
      sees:
        handler.method === "HEAD"
          ? [status(400), { kind: "no body" }]
          : issueSights(scene, `Invalid ${viewed.names.resource.label}`, about),
    },
  ];
}

export function notFound(scene: Scene, call: "find" | "update" | "remove", made: string): TestCase {
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
  call: "list" | "find" | "create" | "update" | "remove",
  args: string,
): Sight[] {
  return [{ kind: "call", call, args, id: JSON.stringify(path.idText) }];
}
