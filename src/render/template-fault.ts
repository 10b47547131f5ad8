/** A place in a template; line and column are counted from 1. */
export interface TemplatePlace {
  /** The name of the template, e.g. `partials/catch`. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with a template, and where. */
export interface TemplateFault extends TemplatePlace {
  /** One sentence, with its end. */
  readonly message: string;
  readonly hint: string;
}

/** Thrown where a template cannot be compiled, or fails while it is rendered. */
export class TemplateError extends Error {
  readonly fault: TemplateFault;

  constructor(fault: TemplateFault, options?: ErrorOptions) {
    super(`${fault.name}.ejs:${String(fault.line)}:${String(fault.column)} ${fault.message}`, options);
    this.name = "TemplateError";
    this.fault = fault;
  }
}

/** The place of an offset in a text. */
export function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Where it is told what templates are and what they can read. */
const templateDocs = "https://github.com/create-api-route/create-api-route/blob/main/docs/templates.md";

/** The hint where nothing better is known to do. */
export const mendTemplate = `Mend the template; all that it can read: ${templateDocs}`;
