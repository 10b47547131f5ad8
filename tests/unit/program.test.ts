import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RunError, type Problem } from "../../src/errors.js";
import { allOptions, generalOptions } from "../../src/options.js";
import { helpText, parse, parseByAll, programName } from "../../src/program.js";
import { commandTable, isCommand } from "../../src/spec/commands.js";

const words = (line: string) => line.split(" ").filter((word) => word !== "");

function wrongIn(line: string): readonly Problem[] {
  try {
    parse(words(line));
  } catch (error) {
    if (error instanceof RunError) return error.problems;
    throw error;
  }
  throw new Error(`Nothing is wrong with ${line}.`);
}

const problemOf = (line: string) =>
  wrongIn(line)
    .map(({ message, hint }) => `${message} ${hint}`)
    .join();
const problemsOf = (line: string) => wrongIn(line).map(({ message }) => message);

describe("help", () => {
  test.each([
    ["--help", undefined, undefined],
    ["-h", undefined, undefined],
    ["posts --help", undefined, undefined],
    ["posts -yh", undefined, undefined],
    ["-hq", undefined, undefined],
    ["posts undo --help", undefined, undefined],
    ["undo --help", "undo", undefined],
    ["--help undo", "undo", undefined],
    ["undo -qh", "undo", undefined],
    ["help", undefined, undefined],
    ["help undo", "undo", undefined],
    ["help help", "help", undefined],
    ["help --help", "help", undefined],
    ["--cwd apps/web --help", undefined, "apps/web"],
    ["--help --cwd=apps/web", undefined, "apps/web"],
    ["--cwd apps/web undo --help", "undo", "apps/web"],
    ["undo --help --cwd apps/web", "undo", "apps/web"],
    ["help --cwd apps/web undo", "undo", "apps/web"],
    ["--cwd apps/web help undo", "undo", "apps/web"],
    ["--cwd undo posts --help", undefined, "undo"],
    // Beside what is wrong.
    ["--wrong --help", undefined, undefined],
    ["undo posts --help", "undo", undefined],
    ["undo --wrong --help", "undo", undefined],
    ["-m --help", undefined, undefined],
    ["--help -m", undefined, undefined],
    ["--crud undo --help", "undo", undefined],
  ])("%s", (line, of, cwd) => {
    expect(parse(words(line))).toEqual({ command: "help", of, options: { cwd } });
  });

  test("of what is no command is refused", () => {
    expect(problemOf("help posts")).toMatch(/^"posts" is no command\. There are list, undo, /);
    expect(problemOf("help undo posts")).toMatch(/^Too many arguments for 'help'\./);
  });

  test("the text of a command has its own options alone", () => {
    for (const name of Object.keys(commandTable).filter(isCommand)) {
      const text = helpText(name, {});
      expect(text).toMatch(new RegExp(`^Usage: ${programName} ${name} \\[options\\]`));
      expect(text).not.toContain("--crud");
    }
  });

  test("has the defaults of the app in the places of the built-in ones", () => {
    const text = helpText(undefined, { base: "src/app/api", format: "Biome" }).replaceAll(/\s+/g, " ");
    expect(text).toContain("from the project's root (here: src/app/api)");
    expect(text).toContain("on what is written (here: Biome)");
    expect(text).toContain("(default: resource)");
  });
});

test.each(["--version", "-v", "posts --version", "undo -qv", "--version --wrong"])("%s", (line) => {
  expect(parse(words(line))).toEqual({ command: "version", options: {} });
});

test.each([
  ["undoo", /^"undoo" is no command\. Did you mean `undo`\?/],
  ["helpp undo", /^"helpp" is no command\./],
  ["lsit -m GET", /^"lsit" is no command\. Did you mean `list`\?/],
  ["posts --no-falbacks", /Did you mean --no-fallbacks\?/],
  ["posts --falbacks", /Did you mean --fallbacks\?/],
  ["undo --dryrun", /Did you mean --dry-run\? All options: `create-api-route undo --help`\.$/],
  ["--cwd apps/web undo --wrong", /All options: `create-api-route undo --help`\.$/],
  ["undo -x", /^Unknown option '-x'\. All options: `create-api-route undo --help`\.$/],
  ["--crud undo", /^`undo` has no option '--crud'\./],
])("%s is refused", (line, said) => {
  expect(problemOf(line)).toMatch(said);
});

test.each([
  ["-- undoo", ["undoo"]],
  ["./undoo", ["./undoo"]],
  ["undoo/posts", ["undoo/posts"]],
  ["posts undoo", ["posts", "undoo"]],
  ["-- undo", ["undo"]],
  ["-- --help", ["--help"]],
  ["posts -- help", ["posts", "help"]],
  ["last", ["last"]],
])("%s is a route", (line, routes) => {
  expect(parse(words(line))).toMatchObject({ command: "create", routes });
});

test.each([
  ["posts", undefined],
  ["posts --no-fallbacks", false],
  ["posts --fallbacks", true],
  ["posts --no-fallbacks --fallbacks", true],
  ["posts --fallbacks --no-fallbacks", false],
])("%s says of the fallbacks: %s", (line, fallbacks) => {
  const invocation = parse(words(line));
  expect(invocation.command === "create" && invocation.options.fallbacks).toBe(fallbacks);
  expect(helpText(undefined, {})).not.toMatch(/ --fallbacks/);
});

test("list has its own options, and those of the main job that it shares may stand before it", () => {
  expect(parse(words("--cwd apps/web list --public --allow /a --allow /b -q"))).toEqual({
    command: "list",
    options: {
      cwd: "apps/web",
      public: true,
      allow: ["/a", "/b"],
      quiet: true,
    },
  });
  expect(problemOf("--public list")).toMatch(/^Unknown option '--public'\./);
  expect(problemOf("posts --allow /a")).toMatch(/^Unknown option '--allow'\./);
  expect(problemOf("list --pubic")).toMatch(/Did you mean --public\?/);
  expect(problemOf("list --no-public")).toMatch(/Leave out `--public`\./);
  expect(problemOf("--crud list")).toMatch(/^`list` has no option '--crud'\./);
});

test.each<[line: string, ...said: string[]]>([
  ["--bogus posts --crud --also=1 -m GET -Z --bogus", "--bogus", "--also=1", "-Z"],
  ["--bogus -- --also", "--bogus"],
  // What stands behind it may be its value, and nothing else that is wrong without it is sure.
  ["--bogus undoo posts", "--bogus"],
  ["list --pubic --bogus", "--pubic", "--bogus"],
])("all unknown options of %s are told", (line, ...unknown) => {
  expect(problemsOf(line)).toEqual(unknown.map((word) => `Unknown option '${word}'.`));
});

test("all options that a command has not are told", () => {
  expect(problemsOf("--crud --force list")).toEqual([
    "`list` has no option '--crud'.",
    "`list` has no option '--force'.",
  ]);
});

test("completion has its shell, if it is named", () => {
  expect(parse(["completion", "fish", "--json"])).toMatchObject({ command: "completion", shell: "fish" });
  expect(parse(["completion"])).toMatchObject({ command: "completion", shell: undefined });
});

test("what the options are that the arguments do not mention changes nothing", () => {
  const names = [...Object.values(allOptions), ...Object.values(generalOptions)].flatMap(
    ({ flags }) => flags.match(/(?<![\w-])--?[\w-]+/g) ?? [],
  );
  const word = fc.oneof(
    fc.constantFrom(...names),
    fc.constantFrom(...names).map((name) => `${name}=GET`),
    fc.constantFrom(...names).map((name) => name.slice(0, -1)),
    fc.constantFrom(
      ...Object.keys(commandTable),
      "posts",
      "GET",
      "-",
      "--",
      "---",
      "-1",
      "-mGET",
      "-yq",
      "-qx",
    ),
    fc.string({ maxLength: 4 }).map((text) => `-${text}`),
  );
  // Behind `--` stand routes, unless it is the value of an option.
  const swallowed = words("-h -m -- --cwd app2");
  expect(parse(swallowed)).toEqual(parseByAll(swallowed));
  const answerOf = (read: typeof parse, args: readonly string[]) => {
    try {
      return read(args);
    } catch (error) {
      return error instanceof RunError ? error.problems : error;
    }
  };
  fc.assert(
    fc.property(fc.array(word, { maxLength: 5 }), (args) => {
      expect(answerOf(parse, args)).toEqual(answerOf(parseByAll, args));
    }),
    { numRuns: 1000 },
  );
});
