import type { Plan, RenderedFile } from "../model.js";
import { fitLines } from "./fit-lines.js";
import { templateRenderer, type ReadTemplate } from "./template.js";

/** Turns a plan into texts. Pure but for the reader of the templates, which is handed in. */
export function render(plan: Plan, readTemplate: ReadTemplate): RenderedFile[] {
  const renderTemplate = templateRenderer(readTemplate);
  return plan.files.map(({ path, template, view, purpose }) => ({
    path,
    text: fitLines(spaced(renderTemplate(template, view))),
    purpose,
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
