import type { PlannedFile, RenderedFile } from "../model.js";
import type { Tick } from "../progress.js";
import { dress } from "../render/dress.js";
import { render } from "../render/render.js";
import { TemplateError, type TemplateFault } from "../render/template-fault.js";
import { templateSource, type BuiltInTemplates, type FindTemplate } from "../render/template-source.js";
import { templateTracer, type Trace } from "../render/template-trace.js";
import { templateRenderer } from "../render/template.js";
import { MissingTemplate } from "../render/view-guard.js";

/** Files that templates wrote, and what there is to know of each. */
export interface Tried {
  readonly files: readonly RenderedFile[];
  /** What is wrong with templates: all that failed, each place once. */
  readonly faults: readonly TemplateFault[];
  /** Where the text of a file is from. */
  readonly traceOf: (path: string) => Trace;
}

/**
 * Renders planned files, and goes on where a template fails: without the project's text that is at fault, by the built-in
 * one if there is one, so that one run tells everything. Pure but for the reading of templates.
 *
 * @param broken the names of texts that are known to be at fault.
 */
export function renderTried(
  planned: readonly PlannedFile[],
  templates: BuiltInTemplates,
  own: ReadonlyMap<string, string>,
  broken: Iterable<string>,
  tick: Tick,
): Tried {
  const texts = new Map(own);
  for (const name of broken) texts.delete(name);
  const faults = new Map<string, TemplateFault>();
  for (;;) {
    const find = templateSource(templates, texts);
    const renderTemplate = templateRenderer(find);
    const files: RenderedFile[] = [];
    const failed = new Set<string>();
    for (const [index, file] of planned.entries()) {
      tick(index + 1, planned.length);
      try {
        files.push(...dress(render({ files: [file], warnings: [] }, renderTemplate)));
      } catch (error) {
        const fault = faultOf(error);
        if (!fault) continue;
        faults.set(JSON.stringify([fault.name, fault.line, fault.message]), fault);
        if (texts.has(fault.name)) failed.add(fault.name);
      }
    }
    if (failed.size > 0) {
      for (const name of failed) texts.delete(name);
      continue;
    }
    return { files, faults: [...faults.values()], traceOf: tracerOf(planned, find) };
  }
}

/** A text that is there no longer, because it is at fault, has been told of. */
function faultOf(error: unknown): TemplateFault | undefined {
  if (error instanceof TemplateError) return error.fault;
  if (error instanceof MissingTemplate) return undefined;
  throw error;
}

function tracerOf(planned: readonly PlannedFile[], find: FindTemplate): Tried["traceOf"] {
  const trace = templateTracer(find);
  const byPath = new Map(planned.map((file) => [file.path, file]));
  const known = new Map<string, Trace>();
  return (path) => {
    const file = byPath.get(path);
    if (!file) throw new Error(`${path} was not planned.`);
    const found = known.get(path) ?? trace(file.template, file.view, file.madeBy);
    known.set(path, found);
    return found;
  };
}
