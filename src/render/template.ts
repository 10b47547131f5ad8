import ejs from "ejs";
import type { TemplateValue, TemplateView } from "../model.js";
import { defaultStyle } from "../project/text-style.js";

/** Reads the text of a template or partial by its logical name, e.g. `partials/fallbacks`. */
export type ReadTemplate = (name: string) => string;

/** Renders the template of a logical name with a view. */
export type RenderTemplate = (name: string, view: TemplateView) => string;

type Include = (name: string, extra?: TemplateView, depth?: number) => string;
type Compiled = (view: TemplateView & { include?: Include }) => string;

/**
 * The one place that knows EJS. A template sees `view`, in which an unknown key throws, and `include(name, extra, depth)`,
 * which renders a partial with the same view and the extra keys, so many levels to the right. Output is always raw: this
 * is code and not HTML.
 */
export function templateRenderer(readTemplate: ReadTemplate): RenderTemplate {
  const compiled = new Map<string, Compiled>();

  const load = (name: string): Compiled => {
    const known = compiled.get(name);
    if (known) return known;
    const render = ejs.compile(readTemplate(name), {
      ...options,
      filename: `${name}.ejs`,
    }) as unknown as Compiled;
    compiled.set(name, render);
    return render;
  };

  const renderNamed = (name: string, view: TemplateView): string => {
    const include: Include = (partial, extra, depth = 0) =>
      indented(renderNamed(partial, extra ? { ...view, ...extra } : view), depth);
    return load(name)(guarded(view, { include }, "view"));
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

function indented(text: string, depth: number): string {
  return depth === 0 ? text : text.replace(/^(?=.)/gm, defaultStyle.indent.repeat(depth));
}

/** The same values, but a key that is not there throws instead of printing nothing. */
function guarded<T extends TemplateView>(view: T, extra: object, at: string): T {
  return new Proxy(view, {
    get(target, key) {
      if (typeof key === "symbol") return undefined;
      if (Object.hasOwn(extra, key)) return (extra as Record<string, unknown>)[key];
      const value = Object.hasOwn(target, key) ? target[key] : undefined;
      if (value === undefined) {
        throw new Error(`${at} has no key "${key}"; it has ${Object.keys(target).join(", ")}.`);
      }
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
