import type { Plan, RenderedFile } from "../model.js";
import { fitLines } from "./fit-lines.js";
import type { RenderTemplate } from "./template.js";

/** Turns a plan into texts. Pure; the templates come with the renderer, which keeps what it compiled. */
export function render(plan: Plan, renderTemplate: RenderTemplate): RenderedFile[] {
  return plan.files.map(({ template, view, ...file }) => ({
    ...file,
    text: fitLines(spaced(renderTemplate(template, view))),
  }));
}

/** Blocks a single blank line apart, none at the start of a file or of a function, one line break at the end. */
function spaced(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\{\n\n/g, "{\n")
    .trim()}\n`;
}
