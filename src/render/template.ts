import ejs from "ejs";
import { renderCompiled, type Compiled, type RenderTemplate } from "./included.js";
import { tagsIn } from "./template-code.js";
import { mendTemplate, placeAt, TemplateError } from "./template-fault.js";
import type { FindTemplate, TemplateText } from "./template-source.js";
import { MissingTemplate, UnknownKey } from "./view-guard.js";

/**
 * The one place that knows EJS. A template sees `view`, in which an unknown key throws, and `include(name, extra, depth)`,
 * which renders a partial with the same view and the extra keys, so many levels to the right. Output is always raw: this
 * is code and not HTML.
 *
 * Rendering throws a {@link TemplateError} with the place of what is wrong.
 *
 * @param prepare changes the text of a template before it is compiled.
 */
export function templateRenderer(
  find: FindTemplate,
  prepare: (found: TemplateText) => string = ({ text }) => text,
): RenderTemplate {
  const compiled = new Map<string, Compiled>();

  const load = (found: TemplateText): Compiled => {
    const known = compiled.get(found.name);
    if (known) return known;
    const render = compile({ ...found, text: prepare(found) });
    compiled.set(found.name, render);
    return render;
  };

  const renderNamed: RenderTemplate = (name, view, by) => {
    const found = find(name, by);
    if (!found) throw new MissingTemplate(name);
    try {
      return renderCompiled(load(found), view, by, renderNamed);
    } catch (error) {
      throw error instanceof TemplateError ? error : failure(error, found);
    }
  };
  return renderNamed;
}

const options = {
  localsName: "view",
  _with: false,
  strict: true,
  // Our own `include` takes the place of the built-in one, whose partials would see an unguarded copy of the view.
  destructuredLocals: ["include"],
  // The view is handed over as it is; a copy would lose the guard.
  unsafePrototypeLocals: true,
  escape: String,
};

/** @throws Error, mostly a SyntaxError, that knows no place. */
function compile({ name, text }: TemplateText): Compiled {
  return ejs.compile(text, { ...options, filename: `${name}.ejs` });
}

/**
 * The code of a template as EJS writes it: the body of a function of `view`, for a build that leaves EJS behind.
 *
 * @public scripts/bundle.mjs runs it.
 */
export function templateCode(text: string): string {
  // What `compile` calls first; the types know only that.
  const template = new ejs.Template(text, { ...options, compileDebug: false }) as ejs.Template & {
    generateSource: () => void;
  };
  template.generateSource();
  return [
    'let __output = "";',
    "const __append = (text) => { if (text !== undefined && text !== null) __output += text; };",
    "const { include } = view;",
    template.source,
    "return __output;",
  ].join("\n");
}

/** What stopped a template, with the line that EJS puts in front of it. */
function failure(error: unknown, { name, text }: TemplateText): TemplateError {
  const whole = error instanceof Error ? error.message : String(error);
  const [, at, said = ""] = /^[^\n]*\.ejs:(\d+)\n[^]*?\n\n([^]*)$/.exec(whole) ?? [];
  const unplaced = whole.replace(/ in (?:(?! in ).)*\.ejs while compiling ejs\n[^]*$/, "");
  const key = error instanceof UnknownKey || error instanceof MissingTemplate ? error.key : undefined;
  const place = at === undefined ? { line: 1, column: 1 } : placeOf(text, Number(at), key);
  const message =
    error instanceof UnknownKey || error instanceof MissingTemplate ? error.said : said || unplaced;
  const hint = error instanceof UnknownKey ? error.hint : mendTemplate;
  return new TemplateError({ name, ...place, message: sentence(message), hint }, { cause: error });
}

/** EJS knows the line in which a tag begins; what is looked for stands in it or behind it. */
function placeOf(text: string, line: number, key: string | undefined): { line: number; column: number } {
  const lines = text.split("\n");
  const start = lines.slice(0, line - 1).reduce((length, each) => length + each.length + 1, 0);
  const found = key === undefined ? -1 : placeInTags(text, key, start);
  const indent = /^\s*/.exec(lines[line - 1] ?? "")?.[0].length ?? 0;
  return placeAt(text, found === -1 ? start + indent : found);
}

/** Where a word stands in the tags of a template, from an offset on; -1 if nowhere. */
function placeInTags(text: string, word: string, from: number): number {
  const tags = tagsIn("", text);
  for (const { codeStart, codeEnd } of Array.isArray(tags) ? tags : []) {
    const start = Math.max(codeStart, from);
    const at = text
      .slice(start, Math.max(start, codeEnd))
      .search(new RegExp(`(?<![\\w$])${escaped(word)}(?![\\w$])`));
    if (at !== -1) return start + at;
  }
  return -1;
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
