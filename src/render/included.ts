import type { TemplateView } from "../model.js";
import { defaultStyle } from "../project/text-style.js";
import type { MadeBy } from "./template-source.js";
import { guarded } from "./view-guard.js";

/** Renders the template of a name with a view, as a part of the template that a route is made by. */
export type RenderTemplate = (name: string, view: TemplateView, by: MadeBy) => string;

/** Renders a partial with the same view and the extra keys, so many levels to the right. */
type Include = (name: string, extra?: TemplateView, depth?: number) => string;

/** A template as a function. What it sees is guarded: a key that is not there throws. */
export type Compiled = (view: TemplateView & { include?: Include }) => string;

/**
 * Renders a compiled template; the texts that it includes are rendered by their names.
 *
 * @throws Error, mostly an UnknownKey, that knows no place.
 */
export function renderCompiled(
  compiled: Compiled,
  view: TemplateView,
  by: MadeBy,
  renderNamed: RenderTemplate,
): string {
  const include: Include = (partial, extra, depth = 0) =>
    indented(renderNamed(partial, extra ? { ...view, ...extra } : view, by), depth);
  const rendered: unknown = compiled(guarded(view, { include }, "view"));
  if (typeof rendered !== "string") throw new Error("The template ends before its end.");
  return rendered;
}

function indented(text: string, depth: number): string {
  return depth === 0 ? text : text.replace(/^(?=.)/gm, defaultStyle.indent.repeat(depth));
}
