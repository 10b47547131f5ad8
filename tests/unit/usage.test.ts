import { expect, test } from "vitest";
import { usageProblem } from "../../src/usage.js";

test.each([
  [
    "error: unknown option '--dryrun'\n(Did you mean --dry-run?)",
    "Unknown option '--dryrun'.",
    "Did you mean --dry-run? All options: `the-tool --help`.",
  ],
  ["error: unknown option '-x'", "Unknown option '-x'.", "All options: `the-tool --help`."],
  [
    "error: option '-m, --methods <list>' argument missing",
    "Option '-m, --methods <list>' has no value.",
    "Write one behind it. All options: `the-tool --help`.",
  ],
  [
    "error: unknown option '--dry-run=yes'",
    "Option '--dry-run' takes no value.",
    "Write `--dry-run` alone. All options: `the-tool --help`.",
  ],
  [
    "error: unknown option '--dryrun=yes'",
    "Unknown option '--dryrun=yes'.",
    "All options: `the-tool --help`.",
  ],
  [
    "error: unknown option '--no-crud'\n(Did you mean --crud?)",
    "Unknown option '--no-crud'.",
    "Leave out `--crud`. All options: `the-tool --help`.",
  ],
  [
    "error: unknown option '--no-auth'\n(Did you mean --auth?)",
    "Unknown option '--no-auth'.",
    "Write `--auth none`. All options: `the-tool --help`.",
  ],
])("%j is told in the tool's words", (message, said, hint) => {
  expect(usageProblem(message, "the-tool")).toEqual({ code: "USAGE", message: said, hint });
});
