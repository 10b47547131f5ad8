import type { Choice, OptionRow } from "../option-row.js";
import { createOptions } from "../options.js";
import { kindOf } from "./route-kinds.js";
import { parseRoutePath } from "./route-path.js";
import type { RouteRequest } from "./route-request.js";

type KindFlags = Pick<RouteRequest, "dynamic" | "catchAll" | "optional" | "crud">;

const none: KindFlags = { dynamic: undefined, catchAll: undefined, optional: false, crud: false };

/** The answer that stands for a route without any of the options. */
const collection: Choice = { name: "collection", summary: "all of them: list and create" };

/** The options that decide what a route stands for, in the order of the table. */
const kinds = Object.entries<OptionRow>(createOptions).flatMap(([name, { kind }]) =>
  kind && name in none ? [{ option: name as keyof KindFlags, kind }] : [],
);

/** What a route can stand for, as it is asked. */
export const kindChoices: readonly [Choice, ...Choice[]] = [collection, ...kinds.map(({ kind }) => kind)];

/** Whether it is open what the route stands for: neither an option nor its own last folder says it. */
export function isKindOpen(request: RouteRequest): boolean {
  if (kindOfFlags(request) !== collection.name) return false;
  return request.routes.every((route) => {
    const parsed = parseRoutePath(route);
    return !("problems" in parsed) && kindOf(parsed.path.segments) === "collection";
  });
}

/** The options that an answer stands for. */
export function flagsOf(answer: string): KindFlags {
  const option = kinds.find(({ kind }) => kind.name === answer)?.option;
  if (option === undefined) return none;
  // An optional catch-all is a catch-all.
  return { ...none, [option]: true, ...(option === "optional" ? { catchAll: true } : {}) };
}

/** The answer that options stand for. */
export function kindOfFlags(request: KindFlags): string {
  const given = kinds.findLast(({ option }) => request[option] !== undefined && request[option] !== false);
  return given?.kind.name ?? collection.name;
}
