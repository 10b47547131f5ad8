import { valueFrom, type ImportNeed } from "../import-lines.js";
import type { DataTested, TestedAround, TestRunner } from "./runner.js";
import { functionOf, type Double, type Given, type Sight } from "./test-case.js";

/** The words in which the runners differ that put functions in the place of others: Vitest's `vi` is Jest's `jest`. */
export interface MockingWords {
  readonly tool: "vi" | "jest";
  /** What the names of a test are imported from; undefined where they are global. */
  readonly source: string | undefined;
  /** The lines that give the tool its type, where it is there without an import. */
  readonly declared: readonly string[];
  readonly loadsModules: boolean;
  /** The statement that lets a test say what the functions of a data module answer. */
  readonly data: (data: DataTested) => readonly string[];
  /** What a module exports beside what is replaced, as members of an object; and how a factory gets at it. */
  readonly rest: (source: string) => { readonly head: string; readonly member: string };
  readonly env: (env: Readonly<Record<string, string>>) => {
    readonly once: string[];
    readonly before: string[];
    readonly after: string[];
  };
  readonly reset: readonly string[];
}

/** Writes tests for a runner whose `expect` is Jest's, and which replaces modules. */
export function mockingRunner(words: MockingWords): TestRunner {
  const { tool } = words;
  return {
    powers: () => ({ replacesExports: true, replacesNext: true, loadsModules: words.loadsModules }),
    canFail: () => true,
    jar: { get: `get: ${tool}.fn()`, rest: `set: ${tool}.fn(), delete: ${tool}.fn()` },
    given: (given, data) => givenLines(given, data, tool),
    sees: sightLines,
    around: (around) => aroundOf(around, words),
  };
}

function givenLines(given: Given, data: DataTested | undefined, tool: string): string[] {
  switch (given.kind) {
    case "data": {
      const mocked = `${tool}.mocked(${data?.name(given.call) ?? given.call})`;
      if (given.outcome === "fails") return [`${mocked}.mockRejectedValueOnce(failure);`];
      // A row has columns that no handler asks for, and where there is none, one source has null and another undefined.
      const isRow = data?.isForeign === true && !/^(true|false)$/.test(given.value);
      return [`${mocked}.mockResolvedValueOnce(${given.value}${isRow ? " as never" : ""});`];
    }
    case "double": {
      const once = given.double.waits ? "mockResolvedValueOnce" : "mockReturnValueOnce";
      return [`${tool}.mocked(${functionOf(given.double)}).${once}(${given.value} as never);`];
    }
    case "known failure":
      return [`${tool}.mocked(${data?.name(given.by) ?? ""}).mockReturnValueOnce(true);`];
    case "log":
      return [logLine(given.logger, tool)];
    case "unreadable":
      return [given.request, `${tool}.spyOn(broken, "text").mockRejectedValueOnce(failure);`];
    case "cookie":
      return [`jar.get.mockReturnValueOnce(${given.value});`];
  }
}

/** The logger is caught by its name: a method of an object by a spy, a function by what stands in for it. */
function logLine(logger: string, tool: string): string {
  const at = logger.lastIndexOf(".");
  if (at === -1) return `const log = ${tool}.mocked(${logger});`;
  const [object, method] = [logger.slice(0, at), logger.slice(at + 1)];
  const nothing = object === "console" ? "undefined" : "undefined as never";
  return `const log = ${tool}.spyOn(${object}, "${method}").mockReturnValue(${nothing});`;
}

function sightLines(sight: Sight, data: DataTested | undefined): string[] {
  switch (sight.kind) {
    case "status":
      return [`expect(response.status).toBe(${String(sight.is)});`];
    case "json":
      return [`expect(await response.json()).toEqual(${sight.is});`];
    case "text":
      return [`expect(await response.text()).toBe(${sight.is});`];
    case "no body":
      return ["expect(response.body).toBeNull();"];
    case "header":
      return [`expect(response.headers.get("${sight.name}")).toBe(${sight.is});`];
    case "issue": {
      const issues = `[expect.stringContaining(${JSON.stringify(sight.about)})]`;
      return [`expect(await response.json()).toEqual(${sight.body(issues)});`];
    }
    case "created": {
      const end = sight.isAtPath ? "" : `/${encodeURIComponent(data?.id ?? "")}`;
      return [
        `expect(response.headers.get("Location")).toBe(${JSON.stringify(sight.address + end)});`,
        `expect(await response.json()).toEqual(${sight.json(data?.one ?? "undefined")});`,
      ];
    }
    case "call":
      return [`expect(${data?.name(sight.call) ?? sight.call}).toHaveBeenCalledWith(${sight.args});`];
    case "log":
      return [`expect(log).toHaveBeenCalledWith(${sight.args});`];
    case "cookie set":
      return [
        `expect(jar.set).toHaveBeenCalledWith("${sight.name}", expect.any(String), expect.objectContaining({ httpOnly: true }));`,
      ];
    case "cookie deleted":
      return [`expect(jar.delete).toHaveBeenCalledWith("${sight.name}");`];
  }
}

const globals = ["afterEach", "beforeEach", "expect"];

function aroundOf(
  { doubles, env, data, text }: TestedAround,
  words: MockingWords,
): ReturnType<TestRunner["around"]> {
  const { tool, source } = words;
  const asked = doubles.filter(({ answers }) => answers !== undefined);
  const stubbed = words.env(env);
  const before = [
    ...stubbed.before,
    ...asked.map(
      (double) =>
        `${tool}.mocked(${functionOf(double)}).${double.waits ? "mockResolvedValue" : "mockReturnValue"}(${String(double.answers)} as never);`,
    ),
  ];
  const isMocked = new RegExp(`\\b${tool}\\.(mocked|spyOn)\\(|\\bjar\\b`).test(text) || asked.length > 0;
  const after = [...(isMocked ? words.reset : []), ...stubbed.after];
  const hooks = [...hook("beforeEach", before), ...hook("afterEach", after)];
  const modules = [
    ...(data && data.calls.length > 0 ? words.data(data) : []),
    ...[...new Set(doubles.map((double) => double.source))].flatMap((each) =>
      moduleLines(
        each,
        doubles.filter((double) => double.source === each),
        words,
      ),
    ),
  ];
  const all = [text, ...hooks, ...modules, ...stubbed.once].join("\n");
  const used = [
    "describe",
    "it",
    ...[...globals, ...(words.declared.length > 0 ? [] : [tool])].filter((name) =>
      new RegExp(`\\b${name}\\b`).test(all),
    ),
  ];
  return {
    imports: [
      ...(source === undefined ? [] : used.map((name) => valueFrom(source, name))),
      ...asked.map((double): ImportNeed => ({
        source: double.source,
        name: double.name,
        local: double.local,
        isType: false,
      })),
    ],
    doubles: modules,
    constants: [...(new RegExp(`\\b${tool}\\.`).test(all) ? words.declared : []), ...stubbed.once],
    hooks,
  };
}

/** What is done around each case, if there is something to do. */
export function hook(name: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${name}(() => {`, ...lines.map((line) => `  ${line}`), "});", ""];
}

/** A module whose functions the tests answer for. */
function moduleLines(source: string, doubles: readonly Double[], { tool, rest }: MockingWords): string[] {
  const members = doubles.map(
    ({ name, member, answers }) =>
      `${name}: ${nested(member === "" ? [] : member.split("."), answers === undefined ? "{}" : `${tool}.fn()`)}`,
  );
  const keeps = doubles.some(({ keepsRest }) => keepsRest === true);
  if (!keeps) return [`${tool}.mock(${JSON.stringify(source)}, () => ({ ${members.join(", ")} }));`];
  const { head, member } = rest(source);
  return [
    `${tool}.mock(${JSON.stringify(source)}, ${head} => ({`,
    ...[member, ...members].map((each) => `  ${each},`),
    "}));",
  ];
}

function nested([first, ...others]: readonly string[], value: string): string {
  return first === undefined ? value : `{ ${first}: ${nested(others, value)} }`;
}
