import { brokenReferenceAnswer } from "../../broken-reference.js";
import type { Scene } from "../scene.js";
import {
  argumentsOf,
  dataGiven,
  errorSights,
  failureCase,
  inJson,
  issueSights,
  plainCall,
} from "../scene.js";
import type { Sight, TestCase } from "../test-case.js";
import { notFound, seesCall, sent, status, wrongKeys } from "./resource-parts.js";

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
    {
      name: "answers 400 to JSON that is no object",
      given: [],
      call: 'send("null")',
      sees: issueSights(scene, `Invalid ${scene.viewed.names.resource.label}`, "id"),
    },
  ];
}

function invalid(scene: Scene): TestCase {
  const { label } = scene.viewed.names.resource;
  return {
    name: `answers 400 to an invalid ${label}`,
    given: [],
    call: sent(bodyWithId(scene, `{ ...input, ${scene.body.invalid} }`)),
    sees: issueSights(scene, `Invalid ${label}`, scene.body.field),
  };
}

/** The cases in which the source refuses a write, for what the handler knows of it. */
function refused(scene: Scene, call: "create" | "update" | "replace" | "remove", made: string): TestCase[] {
  const { handler, facts, viewed, canFail } = scene;
  if (!canFail) return [];
  const broken = brokenReferenceAnswer(handler.parts, facts, viewed.names);
  const takesKeys = handler.parts.calls?.includes("isDuplicate") === true;
  return [
    ...(takesKeys
      ? [
          {
            name: "answers 409 where a unique value is taken",
            given: [dataGiven(call, "fails"), { kind: "known failure", by: "isDuplicate" } as const],
            call: made,
            sees: errorSights(scene, `${viewed.names.resource.title} already exists`, 409),
          },
        ]
      : []),
    ...(broken
      ? [
          {
            name: `answers ${String(broken.status)} where ${call === "remove" ? "others refer to it" : "it refers to what is not there"}`,
            given: [dataGiven(call, "fails"), { kind: "known failure", by: "isBrokenReference" } as const],
            call: made,
            sees: errorSights(scene, broken.sentence, broken.status),
          },
        ]
      : []),
  ];
}

export function create(scene: Scene): TestCase[] {
  return creation(scene, argumentsOf(scene, "input"));
}

export function createAtPath(scene: Scene): TestCase[] {
  const [made, ...others] = creation(scene, argumentsOf(scene, scene.path.id, "input"));
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
        {
          kind: "created",
          keys: scene.keys,
          address: scene.address,
          isAtPath: scene.facts.role.id === "path",
          json: (expression) => inJson(scene, expression),
        },
        ...seesCall(scene, "create", args),
      ],
    },
    ...wrongKeys(scene),
    ...notJson(scene),
    invalid(scene),
    ...refused(scene, "create", sent("input")),
    ...failureCase(scene, sent("input")),
  ];
}

export const put = (scene: Scene) => update(scene, "replace", `{ ...input, ...changes }`);

export const patch = (scene: Scene) => update(scene, "update", "changes");

function update(scene: Scene, made: "update" | "replace", change: string): TestCase[] {
  const { id } = scene.path;
  const call = sent(bodyWithId(scene, change));
  const result = "changed";
  return [
    {
      name: `answers 200 with the changed ${scene.viewed.names.resource.label}`,
      given: [dataGiven(made, "works", result)],
      call,
      sees: [
        status(200),
        { kind: "json", is: inJson(scene, result) },
        ...seesCall(scene, made, argumentsOf(scene, id, change)),
      ],
    },
    ...wrongKeys(scene),
    ...notJson(scene),
    ...withoutId(scene),
    invalid(scene),
    notFound(scene, made, call),
    ...refused(scene, made, call),
    ...failureCase(scene, call),
  ];
}

export function remove(scene: Scene): TestCase[] {
  const reads = scene.handler.parts.readsJson === "id";
  const { id } = scene.path;
  const call = reads ? sent(`{ id: ${scene.path.sentId} }`) : plainCall(scene);
  return [
    {
      name: `deletes the ${scene.viewed.names.resource.label}`,
      given: [dataGiven("remove", "works", "true")],
      call,
      sees: [...deletedSights(scene), ...seesCall(scene, "remove", argumentsOf(scene, id))],
    },
    ...wrongKeys(scene),
    ...notJson(scene),
    ...withoutId(scene),
    notFound(scene, "remove", call),
    ...refused(scene, "remove", call),
    ...failureCase(scene, call),
  ];
}

/** What a DELETE answers, as the app's habit is: see `deletedText`. */
function deletedSights({ facts, path }: Scene): Sight[] {
  const { deleted } = facts.manner;
  if (/^\d+$/.test(deleted)) return [status(Number(deleted)), { kind: "no body" }];
  const [, key] = /^\{ (\w+) \}$/.exec(deleted) ?? [];
  const body = key === undefined ? deleted : `{ ${key}: ${path.id} }`;
  return [status(200), { kind: "json", is: body }];
}

function bodyWithId({ handler, path }: Scene, literal: string): string {
  if (handler.parts.readsJson !== "id") return literal;
  const members = literal.startsWith("{") ? literal.slice(2, -2) : `...${literal}`;
  return `{ id: ${path.sentId}, ${members} }`;
}
