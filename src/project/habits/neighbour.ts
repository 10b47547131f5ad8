import type { ModuleSyntax } from "../../syntax/module-syntax.js";
import { handlerPartsOf, type HandlerForm } from "../handler-forms.js";
import { routeFileOf, type RouteFile } from "../route-file.js";
import { answersIn } from "./answers.js";
import { guardsIn } from "./guards.js";
import type { Neighbour, WrapperSeen } from "./habits.js";
import type { Near } from "./nearest.js";
import { signsOf } from "./signs.js";
import { neededImports, topLevelOf } from "./transplant.js";

/** What a route file tells of how code is written around it. Pure. */
export function neighbourOf(path: string, text: string, syntax: ModuleSyntax): Omit<Neighbour, keyof Near> {
  return shownBy(routeFileOf(path, text, syntax, { names: [], unread: [] }));
}

/** The same of a file that is read already. */
export function shownBy(file: RouteFile): Omit<Neighbour, keyof Near> {
  const guards = guardsIn(file);
  return {
    signs: signsOf(file, guards),
    guards,
    wrapped: file.handlers.flatMap((form) => (form.kind === "wrapper" ? wrappedBy(form, file) : [])),
    ...topLevelOf(file.syntax),
  };
}

function wrappedBy(form: HandlerForm, { exports, syntax }: RouteFile): WrapperSeen[] {
  const value = exports.all.find(({ name }) => name === form.method)?.value;
  const parts = value && handlerPartsOf(value, syntax);
  // What it hands back has to be a response, or it is another kind of function.
  if (!parts || answersIn(parts.function, syntax).length === 0) return [];
  const imports = neededImports([parts.value], syntax, new Set(), parts.argument);
  return imports ? [{ form, imports }] : [];
}
