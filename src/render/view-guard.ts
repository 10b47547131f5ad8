import type { TemplateValue, TemplateView } from "../model.js";
import { didYouMean } from "../spec/closest.js";
import { mendTemplate } from "./template-fault.js";

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
export class UnknownKey extends Error {
  readonly key: string;
  /** EJS puts the place in front of the message. */
  readonly said: string;
  readonly hint: string;

  constructor(at: string, key: string, keys: readonly string[]) {
    const said = `${at} has no key "${key}"; it has ${keys.join(", ")}.`;
    super(said);
    this.key = key;
    this.said = said;
    this.hint = didYouMean(key, keys).trimEnd() || mendTemplate;
  }
}

/** The same values, but a key that is not there throws instead of printing nothing. */
export function guarded<T extends TemplateView>(view: T, extra: object, at: string): T {
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
