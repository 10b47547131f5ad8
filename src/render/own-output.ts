import type { Place, Problem } from "../errors.js";
import type { RenderedFile } from "../model.js";
import { exportsOf } from "../project/module-exports.js";
import type { ModuleSyntax } from "../syntax/module-syntax.js";
import { isCode } from "./render.js";
import { isSameCode } from "./same-code.js";
import type { TemplatePlace } from "./template-fault.js";

/** What has to be known to look at what templates of the project's own wrote. */
export interface OutputReading {
  /** Parses a file's text; it throws a SyntaxError with `pos`. */
  readonly parse: (path: string, text: string) => ModuleSyntax;
  /** The place in a template that wrote what stands at an offset of a file's text. */
  readonly placeOf: (file: RenderedFile, text: string, offset: number) => TemplatePlace | undefined;
  /** A place in a template as a problem has it. */
  readonly toPlace: (place: TemplatePlace) => Place;
}

/**
 * Looks at what the project's own templates wrote before it goes anywhere: it has to parse, and a route file has to export
 * the methods that were asked for. Where putting it into the style of the place changed more than its layout, because it
 * is written in another way than the built-in templates are, it stays as the template has it. Pure.
 */
export function ownOutput(
  files: readonly RenderedFile[],
  reading: OutputReading,
): { files: RenderedFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const kept = files.map((file) => {
    if (!isCode(file.path)) return file;
    const syntax = parsed(file, reading);
    if ("code" in syntax) {
      problems.push(syntax);
      return file;
    }
    const missing = missingMethods(file, syntax);
    if (missing) problems.push(missing);
    if (!saysTheSame(file.unbroken, file, syntax, reading))
      return { ...file, unbroken: file.rendered, text: file.rendered };
    return saysTheSame(file.text, file, syntax, reading) ? file : { ...file, text: file.unbroken };
  });
  return { files: kept, problems };
}

function parsed(file: RenderedFile, { parse, placeOf, toPlace }: OutputReading): ModuleSyntax | Problem {
  try {
    return parse(file.path, file.rendered);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
    const place = placeOf(file, file.rendered, offset);
    const [said] = error.message.split(/ \(\d+:\d+\)/);
    return {
      code: "TEMPLATE_INVALID",
      message: `What the template writes into ${file.path} does not parse: ${said ?? ""}.`,
      hint: "Mend the template at that place; `create-api-route check` looks at all of them.",
      path: file.path,
      ...(place ? { at: toPlace(place) } : {}),
    };
  }
}

function missingMethods({ path, purpose, madeBy }: RenderedFile, syntax: ModuleSyntax): Problem | undefined {
  if (purpose.kind !== "route") return undefined;
  const { names, openTo } = exportsOf(syntax);
  // OPTIONS is answered by Next.js where a file has none.
  const asked = purpose.adds.filter((method) => method !== "OPTIONS");
  const missing = openTo.length > 0 ? [] : asked.filter((method) => !names.has(method));
  if (missing.length === 0) return undefined;
  return {
    code: "TEMPLATE_INVALID",
    message: `The template ${madeBy.name} was asked for ${missing.join(", ")} in ${path}, and writes no such handler.`,
    hint: "Write one for each of `view.handlers`, or say the methods that it has in its template.json.",
    path,
  };
}

/** Whether a text is what the template wrote, laid out in another way. */
function saysTheSame(
  text: string,
  { path, rendered }: RenderedFile,
  syntax: ModuleSyntax,
  { parse }: OutputReading,
): boolean {
  if (text === rendered) return true;
  try {
    return isSameCode(parse(path, text), syntax);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return false;
  }
}
