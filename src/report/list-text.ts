import type { ListReport } from "../model.js";
import { isOpen, openChanges, openRoutes, type ListedHandler, type ListedRoute } from "../plan/listing.js";
import { methods as allMethods, methodTable } from "../spec/methods.js";
import type { Colors } from "./colors.js";

/** So wide a column gets at most, in characters; what is longer pushes the rest of its line. A file can have every method. */
const widest = { methods: allMethods.join(", ").length, url: 44, guard: 32 };

/** What a person reads on stdout after a `list`: a line for each route file, then the sum. Pure; ends without a line break. */
export function listText({ project, place, routes, isPublicOnly }: ListReport, colors: Colors): string {
  if (routes.length === 0)
    return `There are no route handlers in ${place === undefined ? "" : `${place}/`}${project.appDir}.`;
  const shown = isPublicOnly ? openRoutes(routes) : routes;
  const rows = shown.map((route) => ({
    methods: methodsOf(route),
    url: route.url,
    guard: guardText(route),
    color: colorOf(route),
    path: route.path,
    refused: route.refused.length === 0 ? "" : `  405: ${route.refused.join(", ")}`,
  }));
  const widthOf = (column: keyof typeof widest) =>
    Math.max(0, ...rows.map((row) => row[column].length).filter((length) => length <= widest[column]));
  const widths = { methods: widthOf("methods"), url: widthOf("url"), guard: widthOf("guard") };
  const lines = rows.map(({ methods, url, guard, color, path, refused }) =>
    [
      methods.padEnd(widths.methods),
      colors.bold(url.padEnd(widths.url)),
      colors[color](guard.padEnd(widths.guard)),
      colors.dim(`${path}${refused}`),
    ].join("  "),
  );
  const sum = isPublicOnly ? publicSummary(routes) : summary(routes);
  const where = place === undefined || lines.length === 0 ? [] : [`In ${place}:`, ""];
  return [...where, ...lines, ...(lines.length > 0 ? [""] : []), sum].join("\n");
}

function methodsOf({ handlers, unread }: ListedRoute): string {
  const names: string[] = handlers.map(({ method }) => method);
  return names.length === 0 && unread === undefined
    ? "none"
    : [...names, ...(unread === undefined ? [] : ["?"])].join(", ");
}

/** One text for all methods where they are alike, else one for each kind: `GET none seen; POST, DELETE auth()`. */
function guardText({ handlers, unread, isAllowed }: ListedRoute): string {
  const groups = new Map<string, string[]>();
  // What is asked without credentials needs no guard.
  const asked = handlers.filter(({ method }) => method !== "OPTIONS");
  for (const handler of asked.length === 0 ? handlers : asked) {
    const text = accessText(handler);
    groups.set(text, [...(groups.get(text) ?? []), handler.method]);
  }
  const rest = unread === undefined ? [] : [`unknown: ${unread}${isAllowed ? " (allowed)" : ""}`];
  if (groups.size === 1 && rest.length === 0) return [...groups.keys()].join("");
  return [...[...groups].map(([text, methods]) => `${methods.join(", ")} ${text}`), ...rest].join("; ");
}

function accessText({ access, isAllowed }: ListedHandler): string {
  if (access.kind === "guarded") return access.by;
  const text = access.kind === "unseen" ? "none seen" : `unknown: ${access.why}`;
  return isAllowed ? `${text} (allowed)` : text;
}

function colorOf(route: ListedRoute): "green" | "yellow" | "red" | "dim" {
  const open = route.handlers.filter(isOpen);
  if (open.some(({ method, access }) => methodTable[method].mutates && access.kind === "unseen"))
    return "red";
  if (open.length > 0 || (route.unread !== undefined && !route.isAllowed)) return "yellow";
  return route.handlers.some(({ isAllowed }) => isAllowed) ? "dim" : "green";
}

/** `12 routes, 31 handlers; 3 handlers without a guard seen`. */
function summary(routes: readonly ListedRoute[]): string {
  const open = counted(openIn(routes), "handler");
  return `${counted(routes.length, "route")}, ${counted(handlersIn(routes), "handler")}; ${open} without a guard seen${meantText(routes)}`;
}

/** `3 of 31 handlers without a guard seen, 2 of them changing something`. */
function publicSummary(routes: readonly ListedRoute[]): string {
  const changes = openChanges(routes).reduce((sum, { methods }) => sum + methods.length, 0);
  const unread = openRoutes(routes).filter((each) => each.unread !== undefined && !each.isAllowed).length;
  return [
    `${String(openIn(routes))} of ${counted(handlersIn(routes), "handler")} without a guard seen${meantText(routes)}`,
    ...(changes === 0 ? [] : [`${String(changes)} of them changing something`]),
    ...(unread === 0 ? [] : [`${counted(unread, "file")} could not be read whole`]),
  ].join(", ");
}

function meantText(routes: readonly ListedRoute[]): string {
  const meant = routes.flatMap(({ handlers }) => handlers).filter(({ isAllowed }) => isAllowed).length;
  return meant === 0 ? "" : ` (${String(meant)} more ${meant === 1 ? "is" : "are"} meant to be public)`;
}

function openIn(routes: readonly ListedRoute[]): number {
  return routes.flatMap(({ handlers }) => handlers).filter(isOpen).length;
}

function handlersIn(routes: readonly ListedRoute[]): number {
  return routes.reduce((sum, { handlers }) => sum + handlers.length, 0);
}

function counted(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? "" : "s"}`;
}
