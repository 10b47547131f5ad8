import type { Problem } from "../../errors.js";
import type { TestsHere } from "../../project/tests-here.js";
import { runnerNames, runnerOf, type RunnerName, type TestChoice } from "../../spec/tests.js";

/** The runner that a test is written for, or why there is none. Pure. */
export function runnerFor(choice: TestChoice, here: TestsHere): RunnerName | Problem {
  if (choice !== "any") return missing(choice, here) ?? choice;
  const { own } = here;
  if (own !== undefined) return missing(own, here) ?? own;
  const ways = runnerNames.map((name) => `\`${installOf(name, here)}\` for ${runnerOf(name).title}`);
  return problem(
    "--test needs a test runner, and the app shows none: no test of a route, no test script, no configuration.",
    `Install one, and run the command again: ${ways.join(", ")} (with --test node).`,
  );
}

/** What a runner lacks in an app; undefined if nothing. */
function missing(name: RunnerName, here: TestsHere): Problem | undefined {
  const found = here.runners.get(name) ?? { isReady: false, lacks: "package" };
  if (found.isReady) return undefined;
  const row = runnerOf(name);
  const install = `Install it with \`${installOf(name, here)}\`, and run the command again.`;
  return found.lacks === "package"
    ? problem(`--test ${name} needs ${row.package}, which the app does not depend on.`, install)
    : problem(
        `--test ${name} needs ${row.package} ${String(row.since)} or later, and the app has ${found.has}.`,
        install,
      );
}

function installOf(name: RunnerName, { add }: TestsHere): string {
  return `${add} ${runnerOf(name).install}`;
}

function problem(message: string, hint: string): Problem {
  return { code: "TEST_MISSING", message, hint };
}
