import type { ModuleSyntax } from "../../syntax/module-syntax.js";
import { routeFileOf, type RouteFile } from "../route-file.js";
import { guardsIn } from "./guards.js";
import type { Neighbour } from "./habits.js";
import type { Near } from "./nearest.js";
import { signsOf } from "./signs.js";

/** What a route file tells of how code is written around it. Pure. */
export function neighbourOf(path: string, text: string, syntax: ModuleSyntax): Omit<Neighbour, keyof Near> {
  return shownBy(routeFileOf(path, text, syntax, { names: [], unread: [] }));
}

/** The same of a file that is read already. */
export function shownBy(file: RouteFile): Omit<Neighbour, keyof Near> {
  const guards = guardsIn(file);
  return { file, signs: signsOf(file, guards), guards };
}
