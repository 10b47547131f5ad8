import { valueFrom, typeFrom, type ImportNeed } from "../import-lines.js";
import type { DataFunction } from "../resource-names.js";
import { camelCase, wordsOf } from "../../spec/words.js";
import { envLine } from "./jest.js";
import { hook } from "./mocking.js";
import type { DataTested, TestedAround, TestRunner } from "./runner.js";
import type { Double, Given, Sight } from "./test-case.js";

/**
 * Node's own runner replaces methods of objects and no modules: the store is the real one, and fails where the handler first
 * asks it. What Next.js exports to CommonJS is such an object. Source: Node.js 20, "Test runner", mock.method.
 */
export const node: TestRunner = {
  powers: (isModule) => ({ replacesExports: false, replacesNext: !isModule, loadsModules: true }),
  canFail: (data) => data?.hasStore === true,
  jar: {
    get: "get: mock.fn((): { value: string } | undefined => undefined)",
    rest: "set: mock.fn(), delete: mock.fn()",
  },
  given: givenLines,
  sees: sightLines,
  around: aroundOf,
};

function givenLines(given: Given, data: DataTested | undefined): string[] {
  switch (given.kind) {
    case "data": {
      if (!data?.hasStore) return [];
      if (given.outcome === "fails") return [`mock.method(store, "${firstAsked(given.call, data)}", fails);`];
      const isNew = given.call === "create";
      const isThere = (given.outcome === "works") !== isNew;
      return isThere ? [`store.set(${JSON.stringify(data.id)}, ${data.one});`] : [];
    }
    case "known failure":
      return [];
    case "double":
      return [doubleLine(reached(given.double), given.value)];
    case "log": {
      const at = given.logger.lastIndexOf(".");
      const [object, method] = [given.logger.slice(0, at), given.logger.slice(at + 1)];
      return [`const log = mock.method(${object}, "${method}", () => undefined);`];
    }
    case "unreadable":
      return [given.request, 'mock.method(broken, "text", () => Promise.reject(failure));'];
    case "cookie":
      return [`jar.get.mock.mockImplementationOnce(() => (${given.value}));`];
  }
}

/** The method of the store that a function of the data module asks first. */
function firstAsked(call: DataFunction, { isScoped, hasStore }: DataTested): string {
  if (!hasStore) return "";
  if (call === "list") return "values";
  if (call === "create") return "set";
  return call === "remove" && !isScoped ? "delete" : "get";
}

/** What stands in for a function: of an object that the module exports, or of the module as Node hands it to CommonJS. */
function doubleLine({ local, member, waits }: Double, value: string): string {
  const path = member === "" ? [] : member.split(".");
  const object = [local, ...path.slice(0, -1)].join(".");
  const answer = waits ? `Promise.resolve(${value})` : value;
  return `mock.method(${object}, "${path.at(-1) ?? ""}", () => ${answer});`;
}

function sightLines(sight: Sight, data: DataTested | undefined): string[] {
  switch (sight.kind) {
    case "status":
      return [`assert.equal(response.status, ${String(sight.is)});`];
    case "json":
      return [`assert.deepEqual(await response.json(), ${sight.is});`];
    case "text":
      return [`assert.equal(await response.text(), ${sight.is});`];
    case "no body":
      return ["assert.equal(response.body, null);"];
    case "header":
      return [`assert.equal(response.headers.get("${sight.name}"), ${sight.is});`];
    case "issue":
      return [`assert.match(await response.text(), /${sight.sentence}.*${sight.about}/);`];
    case "created":
      return createdLines(sight, data);
    case "call":
      return sight.call === "remove" && data?.hasStore === true
        ? [`assert.equal(store.has(${sight.id}), false);`]
        : [];
    case "log":
      return [`assert.deepEqual(log.mock.calls[0]?.arguments, [${sight.args}]);`];
    case "cookie set":
      return [
        "const [name, value, options] = jar.set.mock.calls[0]?.arguments ?? [];",
        `assert.equal(name, "${sight.name}");`,
        'assert.equal(typeof value, "string");',
        "assert.equal(options.httpOnly, true);",
      ];
    case "cookie deleted":
      return [`assert.deepEqual(jar.delete.mock.calls[0]?.arguments, ["${sight.name}"]);`];
  }
}

/** The store makes up the id, unless the path is one. */
function createdLines(
  { keys, address, isAtPath, json }: Extract<Sight, { kind: "created" }>,
  data: DataTested | undefined,
): string[] {
  if (isAtPath) {
    return [
      `assert.equal(response.headers.get("Location"), ${JSON.stringify(address)});`,
      `assert.deepEqual(await response.json(), ${json(data?.one ?? "undefined")});`,
    ];
  }
  return [
    "const created = await response.json();",
    `assert.equal(response.headers.get("Location"), \`${address}/\${created.id}\`);`,
    `assert.deepEqual(${json("store.get(created.id)")}, created);`,
    // Last: what is compared has the type of what it is compared with from there on.
    `assert.deepEqual(created, ${json(`{ ...input, ${keys} }`)});`,
  ];
}

const names = ["afterEach", "beforeEach", "mock"];

function aroundOf({ doubles, env, data, text }: TestedAround): ReturnType<TestRunner["around"]> {
  const asked = doubles.flatMap((double) =>
    double.answers === undefined ? [] : [{ ...double, answers: double.answers }],
  );
  const usesStore = /\bstore\b/.test(text);
  const before = asked.map((double) => doubleLine(reached(double), double.answers));
  const mocks = before.length > 0 || /\bmock\b/.test(text);
  const hooks = [
    ...hook("beforeEach", before),
    ...hook("afterEach", [
      ...(mocks ? ["mock.restoreAll();"] : []),
      ...(usesStore ? ["store.clear();"] : []),
    ]),
  ];
  const constants = [
    ...(Object.keys(env).length > 0 ? [envLine(env), ""] : []),
    ...(usesStore && data ? storeLines(data) : []),
    ...(/\bfails\b/.test(text) ? ["function fails() {", "  throw failure;", "}", ""] : []),
  ];
  const all = [text, ...hooks].join("\n");
  const used = ["describe", "it", ...names.filter((name) => new RegExp(`\\b${name}\\b`).test(all))];
  return {
    imports: [
      { source: "node:assert/strict", name: "default", local: "assert", isType: false },
      ...used.map((name) => valueFrom("node:test", name)),
      ...asked.map((double): ImportNeed => {
        const { source, local } = reached(double);
        const name = double.member === "" ? "default" : double.name;
        return { source, name, local, isType: false };
      }),
      ...(usesStore && data ? [typeFrom(data.source, data.type)] : []),
    ],
    doubles: [],
    constants,
    hooks,
  };
}

/** A function that a module of Next.js exports is reached by the object that it exports. */
function reached(double: Double): Double {
  if (double.member !== "") return double;
  return { ...double, local: camelCase(wordsOf(double.source)), member: double.name };
}

function storeLines({ storeKey, type, source }: DataTested): string[] {
  return [
    `// The sample store of ${source}: what the handlers find, and what fails.`,
    `const key = Symbol.for(${storeKey});`,
    "const shared = globalThis as typeof globalThis & {",
    `  [key]?: Map<string, ${type}>;`,
    "};",
    `const store = shared[key] ?? new Map<string, ${type}>();`,
    "",
  ];
}
