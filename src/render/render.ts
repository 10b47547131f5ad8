import type { Plan, PlannedFile, RenderedFile } from "../model.js";
import type { Tick } from "../progress.js";
import { fitLines, pageOf } from "./fit-lines.js";
import type { RenderTemplate } from "./included.js";

/**
 * Turns a plan into texts in the templates' style, with lines that fit the page of the file that they go into. Pure; the
 * templates come with the renderer, which keeps what it compiled.
 */
export function render(plan: Plan, renderTemplate: RenderTemplate, tick?: Tick): RenderedFile[] {
  return plan.files.map((file, index) => {
    tick?.(index + 1, plan.files.length);
    return renderFile(file, renderTemplate);
  });
}

/** The same for one file. */
export function renderFile(file: PlannedFile, renderTemplate: RenderTemplate): RenderedFile {
  const { path, template, view, madeBy, purpose, style, there } = file;
  const about = { path, madeBy, purpose, style, ...(there ? { there } : {}) };
  const rendered = renderTemplate(template, view, madeBy);
  // What is no code is as its template has it, to the last space.
  if (!isCode(path)) return { ...about, rendered, unbroken: rendered, text: rendered };
  const unbroken = spaced(rendered);
  return { ...about, rendered, unbroken, text: fitLines(unbroken, pageOf(style)) };
}

/** Whether a file has JavaScript or TypeScript in it. */
export function isCode(path: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(path);
}

/** Blocks a single blank line apart, none at the start of a file or of a function, one line break at the end. */
function spaced(text: string): string {
  // Few texts have such a blank, and it is found faster than what could be the start of one.
  const ended = /[ \t]$/m.test(text) ? text.replace(/[ \t]+$/gm, "") : text;
  return `${ended
    .replace(/\n{3,}/g, "\n\n")
    .replace(/\{\n\n/g, "{\n")
    .trim()}\n`;
}
