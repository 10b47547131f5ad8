import type { Scene } from "../scene.js";
import { argumentsOf, dataGiven, errorSights, failureCase, issueSights, plainCall } from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";

const status = (is: number): Sight => ({ kind: "status", is });

/** The text that is sent: JSON of an expression. */
const sent = (expression: string) => `send(JSON.stringify(${expression}))`;

function notJson(scene: Scene): TestCase[] {
  if (scene.handler.parts.readsJson === undefined) return [];
  return [
    {
      name: "answers 400 to a body that is not JSON",
      given: [],
      call: 'send("{")',
      sees: errorSights(scene, "Request body must be valid JSON", 400),
    },
  ];
}

function withoutId(scene: Scene): TestCase[] {
  if (scene.handler.parts.readsJson !== "id") return [];
  return [
    {
      name: "answers 400 to a body without an id",
      given: [],
      call: sent("input"),
      sees: issueSights(scene, `Invalid ${scene.viewed.names.resource.label}`, "id"),
    },
  ];
}

function invalid(scene: Scene): TestCase {
  const { label } = scene.viewed.names.resource;
  return {
    name: `answers 400 to an invalid ${label}`,
    given: [],
    call: sent(bodyWithId(scene, `{ ...input, ${scene.body.invalid.slice(2, -2)} }`)),
    sees: issueSights(scene, `Invalid ${label}`, scene.body.field),
  };
}

function notFound(scene: Scene, call: "find" | "update" | "remove", made: string): TestCase {
  const { label, title } = scene.viewed.names.resource;
  return {
    name: `answers 404 where there is no such ${label}`,
    given: [dataGiven(call, "declines", call === "remove" ? "false" : "undefined")],
    call: made,
    sees: errorSights(scene, `${title} not found`, 404),
  };
}

export function list(scene: Scene): TestCase[] {
  const call = plainCall(scene);
  return [
    {
      name: "answers 200 with a list",
      given: [dataGiven("list", "works", `[${scene.one}]`)],
      call,
      sees: [
        status(200),
        { kind: "json", is: `[${scene.one}]` },
        ...seesCall(scene, "list", argumentsOf(scene)),
      ],
    },
    ...failureCase(scene, call),
  ];
}

export function read(scene: Scene): TestCase[] {
  const call = plainCall(scene);
  const id = JSON.stringify(scene.path.id);
  return [
    {
      name: `answers 200 with the ${scene.viewed.names.resource.label}`,
      given: [dataGiven("find", "works", scene.one)],
      call,
      sees: [status(200), { kind: "json", is: scene.one }, ...seesCall(scene, "find", argumentsOf(scene, id))],
    },
    notFound(scene, "find", call),
    ...failureCase(scene, call),
  ];
}

export function head(scene: Scene): TestCase[] {
  const call = plainCall(scene);
  const { label } = scene.viewed.names.resource;
  const nothing: Sight = { kind: "no body" };
  return [
    {
      name: `answers 200 where there is such a ${label}`.replace(/ a (?=[aeiou])/, " an "),
      given: [dataGiven("find", "works", scene.one)],
      call,
      sees: [status(200), nothing],
    },
    { ...notFound(scene, "find", call), sees: [status(404), nothing] },
    ...failureCase(scene, call, { sights: [status(500), nothing] }),
  ];
}

export function create(scene: Scene): TestCase[] {
  return creation(scene, argumentsOf(scene, "input"));
}

export function createAtPath(scene: Scene): TestCase[] {
  const [made, ...others] = creation(scene, argumentsOf(scene, JSON.stringify(scene.path.id), "input"));
  const { title, label } = scene.viewed.names.resource;
  const conflict: TestCase = {
    name: `answers 409 where there is a ${label} already`.replace(/ a (?=[aeiou])/, " an "),
    given: [dataGiven("create", "declines")],
    call: sent("input"),
    sees: errorSights(scene, `${title} already exists`, 409),
  };
  const at = others.findIndex(({ name }) => name.startsWith("answers 500"));
  const end = at === -1 ? others.length : at;
  return [...(made ? [made] : []), ...others.slice(0, end), conflict, ...others.slice(end)];
}

function creation(scene: Scene, args: string): TestCase[] {
  return [
    {
      name: `answers 201 with the new ${scene.viewed.names.resource.label} and its address`,
      given: [dataGiven("create", "works", scene.one)],
      call: sent("input"),
      sees: [
        status(201),
        { kind: "created", keys: scene.keys, address: scene.address, isAtPath: scene.facts.role.id === "path" },
        ...seesCall(scene, "create", args),
      ],
    },
    ...notJson(scene),
    invalid(scene),
    ...failureCase(scene, sent("input")),
  ];
}

export const put = (scene: Scene) => update(scene, `{ ...input, ...changes }`);
export const patch = (scene: Scene) => update(scene, "changes");

function update(scene: Scene, change: string): TestCase[] {
  const id = JSON.stringify(scene.path.id);
  const call = sent(bodyWithId(scene, change));
  const result = `{ ...${scene.one}, ...changes }`;
  // The functions that check a body drop what is no field of it, the id too.
  return [
    {
      name: `answers 200 with the changed ${scene.viewed.names.resource.label}`,
      given: [dataGiven("update", "works", result)],
      call,
      sees: [
        status(200),
        { kind: "json", is: result },
        ...seesCall(scene, "update", argumentsOf(scene, id, change)),
      ],
    },
    ...notJson(scene),
    ...withoutId(scene),
    invalid(scene),
    notFound(scene, "update", call),
    ...failureCase(scene, call),
  ];
}

export function remove(scene: Scene): TestCase[] {
  const reads = scene.handler.parts.readsJson === "id";
  const id = JSON.stringify(scene.path.id);
  const call = reads ? sent(`{ id: ${id} }`) : plainCall(scene);
  return [
    {
      name: `deletes the ${scene.viewed.names.resource.label}`,
      given: [dataGiven("remove", "works", "true")],
      call,
      sees: [...deletedSights(scene), ...seesCall(scene, "remove", argumentsOf(scene, id))],
    },
    ...notJson(scene),
    ...withoutId(scene),
    notFound(scene, "remove", call),
    ...failureCase(scene, call),
  ];
}

/** What a DELETE answers, as the app's habit is: see `deletedText`. */
function deletedSights({ facts, path }: Scene): Sight[] {
  const { deleted } = facts.manner;
  if (/^\d+$/.test(deleted)) return [status(Number(deleted)), { kind: "no body" }];
  const [, key] = /^\{ (\w+) \}$/.exec(deleted) ?? [];
  const body = key === undefined ? deleted : `{ ${key}: ${JSON.stringify(path.id)} }`;
  return [status(200), { kind: "json", is: body }];
}

function bodyWithId({ handler, path }: Scene, literal: string): string {
  if (handler.parts.readsJson !== "id") return literal;
  const members = literal.startsWith("{") ? literal.slice(2, -2) : `...${literal}`;
  return `{ id: ${JSON.stringify(path.id)}, ${members} }`;
}

function seesCall({ path }: Scene, call: "list" | "find" | "create" | "update" | "remove", args: string): Sight[] {
  return [{ kind: "call", call, args, id: JSON.stringify(path.id) }];
}
