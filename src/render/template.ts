import ejs from "ejs";
import type { TemplateValue, TemplateView } from "../model.js";
import { defaultStyle } from "../project/text-style.js";
import { closest } from "../spec/closest.js";
import { tagsIn } from "./template-code.js";
import { mendTemplate, placeAt, TemplateError } from "./template-fault.js";
import type { FindTemplate, MadeBy, TemplateText } from "./template-source.js";

/** Renders the template of a name with a view, as a part of the template that a route is made by. */
export type RenderTemplate = (name: string, view: TemplateView, by: MadeBy) => string;

type Include = (name: string, extra?: TemplateView, depth?: number) => string;
type Compiled = (view: TemplateView & { include?: Include }) => string;

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
    const include: Include = (partial, extra, depth = 0) =>
      indented(renderNamed(partial, extra ? { ...view, ...extra } : view, by), depth);
    try {
      const rendered: unknown = load(found)(guarded(view, { include }, "view"));
      if (typeof rendered !== "string") throw new Error("The template ends before its end.");
      return rendered;
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

function indented(text: string, depth: number): string {
  return depth === 0 ? text : text.replace(/^(?=.)/gm, defaultStyle.indent.repeat(depth));
}

/** There is no text of that name, neither in the project nor built in. */
export class MissingTemplate extends Error {
  readonly key: string;
  readonly said: string;

  constructor(name: string) {
    const said = `There is no template ${name}.`;
    super(said);
    this.key = name;
    this.said = said;
  }
}

/** A template asked the view for what it does not have. */
class UnknownKey extends Error {
  readonly key: string;
  /** EJS puts the place in front of the message. */
  readonly said: string;
  readonly hint: string;

  constructor(at: string, key: string, keys: readonly string[]) {
    const said = `${at} has no key "${key}"; it has ${keys.join(", ")}.`;
    super(said);
    this.key = key;
    this.said = said;
    const near = closest(key, keys);
    this.hint = near === undefined ? mendTemplate : `Did you mean ${near}?`;
  }
}

/** The same values, but a key that is not there throws instead of printing nothing. */
function guarded<T extends TemplateView>(view: T, extra: object, at: string): T {
  return new Proxy(view, {
    get(target, key) {
      // `JSON.stringify` asks for it.
      if (typeof key === "symbol" || key === "toJSON") return undefined;
      if (Object.hasOwn(extra, key)) return (extra as Record<string, unknown>)[key];
      const value = Object.hasOwn(target, key) ? target[key] : undefined;
      if (value === undefined) throw new UnknownKey(at, key, Object.keys(target));
      return guardedValue(value, `${at}.${key}`);
    },
  });
}

function guardedValue(value: TemplateValue, at: string): TemplateValue {
  if (typeof value !== "object") return value; // a function too: it takes what the template hands it
  if (isList(value)) return value.map((item, index) => guardedValue(item, `${at}[${String(index)}]`));
  return guarded(value, {}, at);
}

function isList(value: readonly TemplateValue[] | TemplateView): value is readonly TemplateValue[] {
  return Array.isArray(value);
}
