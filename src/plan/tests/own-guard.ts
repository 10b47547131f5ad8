import type { ImportNeed } from "../import-lines.js";
import type { GuardTests, TestGuard } from "./guard-tests.js";
import type { Double } from "./test-case.js";

/**
 * How a test gets past a guard that was read off the app: by what its condition asks of what one imported function answers, as
 * in `const session = await auth(); if (!session?.user) {`. Undefined for any other form. Pure.
 *
 * @param lines of the guard, and `imports` what they need, as the route file imports it.
 */
export function ownGuardTest(
  lines: readonly string[],
  imports: readonly ImportNeed[],
): TestGuard | undefined {
  const [asking = "", refusing = "", ...rest] = lines;
  const [, pattern = "", waits, callee = "", args = ""] =
    /^const (\w+|\{ [^{}]+ \}) = (await )?([\w$.]+)\((.*)\);$/.exec(asking) ?? [];
  const [, condition = ""] = /^if \((.+)\) (?:\{|return\b.*)$/.exec(refusing) ?? [];
  const paths = pathsIn(condition);
  const status = Number(/\bstatus: (\d{3})\b/.exec([refusing, ...rest].join(" "))?.[1] ?? Number.NaN);
  const [root = "", ...members] = callee.split(".");
  const need = imports.find(({ local }) => local === root);
  if (!paths || !need || need.name === "default" || need.name === "*" || Number.isNaN(status))
    return undefined;
  const known = knownBy(pattern, paths);
  if (known === undefined) return undefined;
  const member = members.join(".");
  const isHandedOver = ({ local }: ImportNeed) => new RegExp(`\\b${local}\\b`).test(args);
  return ({ replacesExports }, { specifierOf }): GuardTests | undefined => {
    if (!replacesExports && member === "") return undefined;
    const keepsRest = imports.some(
      (other) => other !== need && other.source === need.source && !isHandedOver(other),
    );
    const double: Double = {
      source: specifierOf(need.source),
      name: need.name,
      local: need.local,
      member,
      answers: "caller",
      waits: waits !== undefined,
      ...(keepsRest ? { keepsRest } : {}),
    };
    const handed = imports.filter(
      (other) => other !== need && isHandedOver(other) && other.name !== "default",
    );
    const isNobody = known.unknown === "null";
    return {
      values: { caller: known.known, ...(isNobody ? {} : { stranger: known.unknown }) },
      doubles: [
        double,
        ...(replacesExports ? handed : []).map(({ source, name, local }): Double => ({
          source: specifierOf(source),
          name,
          local,
          member: "",
          answers: undefined,
          waits: false,
        })),
      ],
      strangers: [{ is: "a stranger", answers: isNobody ? "null" : "stranger" }],
      refusal: status,
    };
  };
}

/** What a condition wants to be there: `!session?.user?.id` is `session`, `user`, `id`. Undefined if it wants more. */
function pathsIn(condition: string): string[][] | undefined {
  const terms = condition.split(" || ").map((term) => /^!([\w$]+(?:\??\.[\w$]+)*)$/.exec(term)?.[1]);
  const known = terms.filter((term) => term !== undefined);
  return known.length === terms.length ? known.map((term) => term.split(/\??\./)) : undefined;
}

/** What the function answers for somebody, and for nobody; undefined where the condition is about something else too. */
function knownBy(
  pattern: string,
  paths: readonly (readonly string[])[],
): { known: string; unknown: string } | undefined {
  const bound = bindingsOf(pattern);
  if (paths.some(([root = ""]) => !bound.has(root))) return undefined;
  const [whole] = bound.values();
  if (whole === "") return { known: valueAt(paths.map((path) => path.slice(1))), unknown: "null" };
  const members = [...bound].map(([local, key]) => {
    const own = paths.filter(([root]) => root === local).map((path) => path.slice(1));
    return `${key}: ${own.length === 0 ? "undefined" : valueAt(own)}`;
  });
  return {
    known: `{ ${members.join(", ")} }`,
    unknown: `{ ${[...bound.values()].map((key) => `${key}: null`).join(", ")} }`,
  };
}

/** The variables of a pattern, each with the key that it is from; a name alone is from none. */
function bindingsOf(pattern: string): Map<string, string> {
  if (!pattern.startsWith("{")) return new Map([[pattern, ""]]);
  return new Map(
    pattern
      .slice(2, -2)
      .split(", ")
      .map((member): [string, string] => {
        const [key = "", local = key] = member.split(": ");
        return [local, key];
      }),
  );
}

/** An object that has something at the end of every path; a text where a path ends. */
function valueAt(paths: readonly (readonly string[])[]): string {
  const keys = [...new Set(paths.flatMap(([key]) => key ?? []))];
  if (keys.length === 0) return '"1"';
  const members = keys.map((key) => {
    const below = paths.filter(([first]) => first === key).map((path) => path.slice(1));
    return `${key}: ${valueAt(below)}`;
  });
  return `{ ${members.join(", ")} }`;
}
