import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOptions, type CreateOptions, type OptionName, type OptionRow } from "../../../src/options.js";
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
  fc
    .stringMatching(/^[a-z0-9[\]().:*?$'"` /\\&;|<>#~!{}=%@,+^-]{1,12}$/)
    .filter((text) => !text.startsWith("-")),
);

/** What the command line can say by each option. */
const valueOf: Record<OptionRow["value"], (name: OptionName) => fc.Arbitrary<unknown>> = {
  flag: () => fc.constant(true),
  negated: () => fc.constant(false),
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

/** A route, which no command is called like. */
const routes = fc.array(
  word.map((text) => `./${text}`),
  { minLength: 1, maxLength: 3 },
);

test("what is printed says, read again, the same", () => {
  fc.assert(
    fc.property(routes, options, (given, asked) => {
      const [tool, ...args] = shellWords(commandLine(given, asked, bareShell));
      expect(tool).toBe("create-api-route");
      expect(parse(args)).toMatchObject({ command: "create", routes: given, options: asked });
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
  ] satisfies [string[], Partial<CreateOptions>, string][])("%j with %j", (given, asked, line) => {
    expect(commandLine(given, asked, { ...bareShell, isWindows: true })).toBe(line);
  });
});
