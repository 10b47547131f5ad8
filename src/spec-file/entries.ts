import type { Place, Problem } from "../errors.js";
import { didYouMean } from "../spec/closest.js";
import type { RouteRequest } from "../spec/route-request.js";
import {
  fieldNames,
  isFieldName,
  readField,
  readHabitsField,
  remedy,
  type FieldName,
  type Tell,
} from "./fields.js";
import type { PlacedMapping, PlacedScalar, PlacedValue, Spot } from "./placed-value.js";
import { wordFor } from "./plain-value.js";
import type { EntryDefaults, SpecEntry } from "./spec-entry.js";

/** The fields that say how a route ends. An entry that says one of them says all of them. */
const endings = ["dynamic", "catchAll", "optional", "crud"] as const satisfies readonly FieldName[];
const noEnding = { dynamic: undefined, catchAll: undefined, optional: false, crud: false };

const example = "Write e.g. `- posts` or `- route: posts`.";

interface Origin {
  /** How places name the file. */
  readonly file: string;
  readonly defaults: EntryDefaults;
}

/**
 * Reads what a file for --from asks for, together with everything that is wrong with it: a list of entries, or a mapping
 * with the list as `routes`. Pure.
 *
 * @param origin.file how places name the file.
 * @param origin.defaults what an entry leaves open, from the command line and the project's settings.
 */
export function entriesOf(value: PlacedValue, origin: Origin): { entries: SpecEntry[]; problems: Problem[] } {
  const tell: Tell = (at, message, hint) => ({
    code: "SPEC_INVALID",
    message,
    hint,
    at: placeIn(origin.file, at),
  });
  const { list, problems } = listOf(value, tell);
  const entries: SpecEntry[] = [];
  for (const item of list) {
    const read = readEntry(item, origin, tell);
    problems.push(...read.problems);
    if (read.entry) entries.push(read.entry);
  }
  return { entries, problems };
}

/** The list of the entries, in either of the two forms. */
function listOf(value: PlacedValue, tell: Tell): { list: readonly PlacedValue[]; problems: Problem[] } {
  if (value.kind === "unread") return { list: [], problems: [] };
  if (value.kind === "mapping") return listIn(value, tell);
  if (value.kind === "sequence") {
    if (value.items.length > 0) return { list: value.items, problems: [] };
    return { list: [], problems: [tell(value.at, "The list of routes is empty.", example)] };
  }
  const message =
    value.value === null
      ? "There is nothing in the file."
      : `The file has to be a list of routes, not ${wordFor(value)}.`;
  return { list: [], problems: [tell(value.at, message, example)] };
}

function listIn({ at, entries }: PlacedMapping, tell: Tell): ReturnType<typeof listOf> {
  const problems = entries
    .filter(({ key }) => key !== "routes" && key !== "$schema")
    .map(({ key, keyAt }) => {
      const hint = isFieldName(key) || key === "route" ? example : "The routes are a list below `routes`.";
      return tell(keyAt, `"${key}" cannot stand here.`, `${didYouMean(key, ["routes"])}${hint}`);
    });
  const routes = entries.find(({ key }) => key === "routes");
  if (!routes) {
    return { list: [], problems: [...problems, tell(at, "The list `routes` is missing.", example)] };
  }
  if (routes.value.kind === "sequence" || routes.value.kind === "unread") {
    const found = listOf(routes.value, tell);
    return { list: found.list, problems: [...problems, ...found.problems] };
  }
  const message = `routes has to be a list, not ${wordFor(routes.value)}.`;
  return { list: [], problems: [...problems, tell(routes.value.at, message, example)] };
}

function readEntry(
  value: PlacedValue,
  { file, defaults }: Origin,
  tell: Tell,
): { entry?: SpecEntry; problems: Problem[] } {
  if (value.kind === "unread") return { problems: [] };
  if (value.kind === "mapping") return readMapping(value, { file, defaults }, tell);
  if (isText(value)) {
    const at = placeIn(file, value.at);
    const placeOf: SpecEntry["placeOf"] = (field = "routes") => (field === "routes" ? at : undefined);
    return { entry: { request: { ...defaults, routes: [value.value] }, habits: [], placeOf }, problems: [] };
  }
  const message = `An entry has to be a route, or a mapping with one, not ${wordFor(value)}.`;
  const hint =
    value.kind === "sequence"
      ? 'Put a route that starts with a bracket in quotes: "[id]".'
      : value.value === null
        ? "Leave it out."
        : "Put a route that looks like something else in quotes.";
  return { problems: [tell(value.at, message, hint)] };
}

function readMapping(
  { at, entries }: PlacedMapping,
  { file, defaults }: Origin,
  tell: Tell,
): ReturnType<typeof readEntry> {
  const own: Partial<Record<FieldName, unknown>> = {};
  const values = new Map<keyof RouteRequest, PlacedValue>();
  const problems: Problem[] = [];
  let habits: SpecEntry["habits"] = [];
  for (const { key, keyAt, value } of entries) {
    if (key === "route") values.set("routes", value);
    else if (key === "habits") {
      const read = readHabitsField(value, tell);
      habits = read.habits;
      problems.push(...read.problems);
    } else if (isFieldName(key)) {
      values.set(key, value);
      const read = readField(key, value, tell);
      if ("problems" in read) problems.push(...read.problems);
      else own[key] = read.value;
    } else problems.push(unknownField(key, keyAt, tell));
  }

  const route = values.get("routes");
  if (!route) problems.push(tell(at, "The field route is missing.", "Write e.g. `route: posts`."));
  else if (!isText(route) && route.kind !== "unread") {
    const message = `route has to be a string, not ${wordFor(route)}.`;
    problems.push(tell(route.at, message, remedy(route)));
  }
  if (!route || !isText(route)) return { problems };

  const open = endings.some((name) => values.has(name)) ? { ...defaults, ...noEnding } : defaults;
  const request: RouteRequest = { ...open, ...(own as Partial<EntryDefaults>), routes: [route.value] };
  const placeOf: SpecEntry["placeOf"] = (field, item) => {
    if (field === undefined) return placeIn(file, at);
    const value = values.get(field);
    const part = value?.kind === "sequence" && item !== undefined ? (value.items[item] ?? value) : value;
    return part && placeIn(file, part.at);
  };
  return { entry: { request, habits, placeOf }, problems };
}

function unknownField(key: string, at: Spot, tell: Tell): Problem {
  const hint = `${didYouMean(key, fieldNames)}There are ${fieldNames.join(", ")}.`;
  return tell(at, `"${key}" is no field of a route.`, hint);
}

function isText(value: PlacedValue): value is PlacedScalar & { value: string } {
  return value.kind === "scalar" && typeof value.value === "string";
}

function placeIn(file: string, { line, column }: Spot): Place {
  return { file, line, column };
}
