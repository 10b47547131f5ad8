import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OptionRow } from "../../../src/option-row.js";
import { createOptions, type CreateOptions, type OptionName } from "../../../src/options.js";
import { parse } from "../../../src/program.js";
import { commandLine } from "../../../src/report/command-line.js";
import { bareShell } from "../../../src/report/shell.js";
import { shellWords } from "../../support/shell-words.js";

/** Words as users have them, and some that a shell would take for its own. */
const word = fc.oneof(
  fc.constantFrom(
    "posts",
    "posts/[id]",
    "users/:id/orders",
    "docs/*slug?",
    "(admin)/posts",
    "a b",
    "it's",
    '"x"',
    "$HOME",
  ),
  // Also empty ones, with line breaks, and such as look like an option.
  fc.stringMatching(/^[a-z0-9[\]().:*?$'"` \n\t/\\&;|<>#~!{}=%@,+^-]{0,12}$/),
  fc.constantFrom("-", "--", "-x", "--crud", "--dynamic", "-1", "--=", "é ü", "日本"),
);

/** What the command line can say by each option. */
const valueOf: Record<OptionRow["value"], (name: OptionName) => fc.Arbitrary<unknown>> = {
  flag: () => fc.constant(true),
  negated: () => fc.boolean(),
  text: () => word,
  list: (name) =>
    name === "methods"
      ? fc.subarray(["GET", "POST", "DELETE"], { minLength: 1 }).map((methods) => [methods.join(",")])
      : fc.array(word, { minLength: 1, maxLength: 3 }),
  "optional-text": () => fc.oneof(fc.constant(true), word),
};

const options = fc.record(
  Object.fromEntries(
    Object.entries<OptionRow>(createOptions).map(([name, row]) => [
      name,
      valueOf[row.value](name as OptionName),
    ]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Partial<CreateOptions>>;

/** Routes, among them such as are called like a command, or nearly. */
const routes = fc.array(
  fc
    .oneof(word, fc.constantFrom("undo", "help", "hepl", "complete", "chek", "./undo"))
    .filter((text) => text !== ""),
  { maxLength: 3 },
);

/** A dot and a slash before a route say nothing but that it is one. */
const bare = (route: string) => route.replace(/^(\.\/)+/, "");

/** What the program says of options that are not given. */
const { options: unset } = parse(["posts"]) as { options: CreateOptions };

test("what is printed says, read again, the same", () => {
  fc.assert(
    fc.property(routes, options, (given, asked) => {
      const [tool, ...args] = shellWords(commandLine(given, asked, bareShell));
      expect(tool).toBe("create-api-route");
      const read = parse(args);
      if (read.command !== "create") throw new Error(`It became ${read.command}.`);
      expect(read.routes.map(bare)).toEqual(given.map(bare));
      expect(read.options).toEqual({ ...unset, ...asked });
    }),
    { numRuns: 500 },
  );
});

describe("for a shell of Windows", () => {
  test.each([
    [["posts"], {}, "create-api-route posts"],
    [["posts/[id]"], {}, 'create-api-route "posts/[id]"'],
    [["posts"], { habit: ["error={ message }"] }, 'create-api-route posts --habit "error={ message }"'],
    [["posts"], { cwd: "C:\\my apps\\shop" }, 'create-api-route posts --cwd "C:\\my apps\\shop"'],
    // A backslash before a quote would take the quote for a letter.
    [["posts"], { cwd: "C:\\my apps\\" }, 'create-api-route posts --cwd "C:\\my apps\\\\"'],
    [["posts"], { base: 'a\\"b' }, 'create-api-route posts --base "a\\\\\\"b"'],
    [["posts"], { base: "" }, 'create-api-route posts --base ""'],
    // PowerShell takes words with a comma between them for a list.
    [["posts"], { methods: ["GET", "POST"] }, 'create-api-route posts --methods "GET,POST"'],
  ] satisfies [string[], Partial<CreateOptions>, string][])("%j with %j", (given, asked, line) => {
    expect(commandLine(given, asked, { ...bareShell, isWindows: true })).toBe(line);
  });
});
