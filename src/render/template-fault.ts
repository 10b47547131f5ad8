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

export const mendTemplate = "Mend the template; docs/templates.md has all that a template can read.";
