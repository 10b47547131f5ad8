import { describe, expect, test } from "vitest";
import { helpJson } from "../../../src/report/help-json.js";
import { completionJson, undoJson, versionJson } from "../../../src/report/json.js";
import { commandTable, type CommandName } from "../../../src/spec/commands.js";
import { jsonDocument } from "../../support/json-document.js";
import { schemaFaults } from "../../support/schema-faults.js";

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A part of a document, by the keys that lead to it. */
type Way = readonly (string | number)[];

const habits = { quotes: { value: "single", source: "app", from: ["app/api/users/route.ts"] } };
const route = { route: "/api/posts", methods: ["GET", "POST"] };
const problem = { code: "SPEC_INVALID", message: "One.", hint: "Do this." };
const at = { file: "routes.yaml", line: 3, column: 5 };

const created = {
  ok: true,
  dryRun: false,
  project: { root: "/project", appDir: "src/app", next: "16.4.6", formatter: "prettier" },
  files: [
    { path: "a/route.ts", action: "create", ...route, habits, diff: "+a" },
    { path: "b/route.ts", action: "update", ...route, added: ["POST"], habits, diff: "+b" },
    { path: "c/route.ts", action: "overwrite", ...route, habits, diff: "+c" },
    { path: "d/route.ts", action: "unchanged", ...route },
    { path: "a/data.ts", action: "create", diff: "+a" },
    { path: "b/data.ts", action: "overwrite", diff: "+b" },
    { path: "c/data.ts", action: "unchanged" },
  ],
  warnings: [{ code: "DATA_KEPT", message: "It is kept." }],
  error: null,
};

const undone = {
  ok: true,
  dryRun: true,
  project: { root: "/project" },
  files: ["delete", "restore", "kept", "unchanged"].map((action) => ({ path: "a/route.ts", action })),
  warnings: [{ code: "UNDO_KEPT", message: "It is kept." }],
  error: null,
};

const ejected = {
  ok: true,
  dryRun: false,
  project: { root: "/project" },
  files: [
    { path: "a.ejs", action: "create", template: "partials/catch" },
    { path: "b.ejs", action: "overwrite", template: "partials/catch", diff: "+b" },
    { path: "c.ejs", action: "unchanged", template: "partials/catch" },
  ],
  warnings: [{ code: "UNDO_UNAVAILABLE", message: "It is not." }],
  error: null,
};

const checked = {
  ok: true,
  project: { root: "/project", appDir: "src/app", next: "16.4.6", typescript: "5.9.3" },
  checked: { templates: ["basic"], ownTexts: ["partials/catch"], routes: 36, files: 47, urlFiles: 3 },
  warnings: [{ code: "TREE_CONFLICT", message: "It is one." }],
  error: null,
};
const listed = {
  ok: true,
  project: { root: "/project", appDir: "app", basePath: "/docs" },
  routes: [
    {
      path: "a/route.ts",
      route: "/docs/a",
      handlers: [
        { method: "GET", access: "guarded", guard: "auth()" },
        { method: "POST", access: "unseen", allowed: true },
        { method: "PUT", access: "unknown", reason: "made by create()", allowed: true },
      ],
      refused: ["PATCH"],
      unread: 'export * from "pkg"',
      allowed: true,
    },
  ],
  warnings: [{ code: "URL_SHARED", message: "Two." }],
  error: null,
};

const open = { ...listed, ok: false, error: { ...problem, code: "PUBLIC_MUTATION", problems: [problem] } };

const failed = {
  ok: false,
  dryRun: false,
  project: null,
  files: [],
  warnings: [],
  error: {
    ...problem,
    path: "a/b",
    at,
    written: at,
    problems: [problem, { ...problem, path: "a/b", at, written: at }],
  },
};

const lackedByLists = [
  "routes.0.allowed",
  "routes.0.handlers.1.allowed",
  "routes.0.handlers.2.allowed",
  "routes.0.unread",
];

/** A document of each kind, and the keys that it could be without. */
const documents: readonly [name: string, document: Json, mayLack: readonly string[]][] = [
  [
    "created",
    created,
    [
      ...["files.0.habits", "files.0.habits.quotes", "files.0.diff"],
      ...["files.1.habits", "files.1.habits.quotes", "files.1.diff"],
      // What is replaced is always shown.
      ...["files.2.habits", "files.2.habits.quotes"],
      "files.4.diff",
    ],
  ],
  ["undone", undone, []],
  ["listed", listed, lackedByLists],
  ["open", open, lackedByLists],
  ["failed", failed, ["path", "at", "written"].flatMap((key) => [`error.${key}`, `error.problems.1.${key}`])],
  ["ejected", ejected, ["files.1.diff"]],
  ["checked", checked, []],
  ["version", read(versionJson("0.1.0")), []],
  ["completion", read(completionJson("zsh", "#compdef")), []],
];

/** The keys whose text may be any. Every other text is one of a list. */
const free =
  "root next typescript template templates ownTexts basePath guard reason unread path route diff value from message hint file version script".split(
    " ",
  );

describe.each(documents)("the output when %s", (_name, document, mayLack) => {
  const ways = waysIn(document);
  const accepted = (found: readonly Way[], change: (old: Json) => Json | undefined) =>
    found.filter((way) => isAccepted(changed(document, way, change))).map((way) => way.join("."));

  test("is accepted", () => {
    expect(schemaFaults("output", document)).toEqual([]);
  });

  test("is refused without a key", () => {
    const keys = ways.filter((way) => typeof way.at(-1) === "string");
    expect(accepted(keys, () => undefined).sort()).toEqual(mayLack.toSorted());
  });

  test("is refused with a key too many, wherever it is", () => {
    const objects = ways.filter((way) => isObject(partAt(document, way)));
    expect(accepted(objects, (old) => ({ ...(old as object), more: true }))).toEqual([]);
  });

  test("is refused with a name that is none, or a value of another kind", () => {
    const leaves = ways.filter((way) => typeof partAt(document, way) !== "object");
    const unknown = (old: Json) => (typeof old === "string" ? "NO_SUCH" : "no");
    const taken = leaves.filter((way) => isAccepted(changed(document, way, unknown)));
    for (const way of taken) expect(free).toContain(way.findLast((key) => typeof key === "string"));
    expect(accepted(leaves, (old) => (typeof old === "number" ? "1" : 1))).toEqual([]);
    expect(accepted(ways, (old) => (old === null ? {} : null))).toEqual(
      // An app can be without a formatter.
      ways.map((way) => way.join(".")).filter((way) => way === "project.formatter"),
    );
  });
});

describe("the output", () => {
  test.each([undefined, ...(Object.keys(commandTable) as CommandName[])])("can be the help of %s", (of) => {
    const text = helpJson("create-api-route", of, { auth: "app", base: "app/api" });
    const document = jsonDocument(text) as { help: { options: object[]; name: string } };
    const { help } = document;
    expect(help.options.length).toBeGreaterThan(2);
    for (const other of [
      { ...document, version: "0.1.0" },
      { ok: true, help: { ...help, name: 1 } },
      { ok: true, help: { ...help, more: "" } },
      { ok: true, help: { ...help, options: [...help.options, { name: "more" }] } },
    ]) {
      expect(schemaFaults("output", other)).not.toEqual([]);
    }
  });

  test.each([true, false])("can be of an undo that had nothing to take back (dry: %s)", (dryRun) => {
    const none = undoJson({ dryRun, place: undefined, root: "/project", files: [], warnings: [] });
    expect(jsonDocument(none)).toMatchObject({ ok: true, dryRun, files: [] });
  });

  test.each<[name: string, file: Json]>([
    ["an update that adds nothing", { path: "a", action: "update", ...route }],
    ["an update of a module", { path: "a", action: "update", added: ["GET"] }],
    ["a new file with what was added", { path: "a", action: "create", ...route, added: ["GET"] }],
    ["an unchanged file with a diff", { path: "a", action: "unchanged", ...route, diff: "+a" }],
    ["an unchanged file with habits", { path: "a", action: "unchanged", ...route, habits }],
    ["a module with habits", { path: "a", action: "create", habits }],
    ["a route without methods", { path: "a", action: "create", route: "/a" }],
    ["a method twice", { path: "a", action: "create", route: "/a", methods: ["GET", "GET"] }],
    ["what only undo does", { path: "a", action: "delete" }],
  ])("has no file like %s", (_name, file) => {
    expect(isAccepted({ ...created, files: [file] })).toBe(false);
  });

  test("of one command is not that of another", () => {
    expect(isAccepted({ ...undone, project: created.project })).toBe(false);
    expect(isAccepted({ ...created, project: undone.project })).toBe(false);
    expect(isAccepted({ ...failed, ok: true })).toBe(false);
    expect(isAccepted({ ...failed, files: undone.files })).toBe(false);
    expect(isAccepted({ ...created, ok: false })).toBe(false);
    expect(isAccepted({ ...created, error: failed.error })).toBe(false);
    for (const other of [null, [], [created], "created", {}, { ok: true }])
      expect(isAccepted(other)).toBe(false);
  });

  test("that is wrong is told in a line, by the form that is meant", () => {
    const files = [{ path: "a", action: "create", ...route, methods: ["GRAB"] }];
    expect(schemaFaults("output", { ...created, files })).toEqual([
      expect.stringMatching(/^\/files\/0\/methods\/0 must be equal to one of the allowed values/),
    ]);
  });
});

function read(text: string): Json {
  return JSON.parse(text) as Json;
}

function isAccepted(document: Json | undefined): boolean {
  return schemaFaults("output", document).length === 0;
}

function isObject(value: Json | undefined): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every part of a document, the whole first. */
function waysIn(document: Json): Way[] {
  if (typeof document !== "object" || document === null) return [[]];
  const entries = Array.isArray(document) ? [...document.entries()] : Object.entries(document);
  return [[], ...entries.flatMap(([key, part]) => waysIn(part).map((way) => [key, ...way]))];
}

function partAt(document: Json, way: Way): Json {
  return way.reduce<Json>((part, key) => (part as Record<string | number, Json>)[key]!, document);
}

/** The document with a part of it changed, or gone where the change is undefined. */
function changed(document: Json, way: Way, change: (old: Json) => Json | undefined): Json | undefined {
  const [key, ...rest] = way;
  if (key === undefined) return change(document);
  const copy = structuredClone(document) as Record<string | number, Json>;
  const part = changed(copy[key]!, rest, change);
  if (part === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = part;
  return copy;
}
