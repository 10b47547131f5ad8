import type { Problem } from "../errors.js";
import { methods, type Method } from "./methods.js";

/** What the values of an option have to look like. */
export interface ValueForm {
  /** A regular expression, in the words of JSON Schema too. */
  readonly pattern: string;
  /** What a value is, as a message says it. */
  readonly is: string;
  /** What to do about a wrong one. */
  readonly hint: string;
}

/** Of `--allow`: `/api/webhook`, `POST /api/webhook`, `/api/auth/*`. */
export const publicPath: ValueForm = {
  pattern: `^((${methods.join("|")}) +)?/[^*]*\\*?$`,
  is: "a path of the app",
  hint: 'Write it as `list` prints it, e.g. "/api/auth/*" or "POST /api/webhook"; the star stands at the end.',
};

/** Handlers that are meant to be public. */
export interface PublicPath {
  /** As it was written. */
  readonly text: string;
  /** Undefined for all of them. */
  readonly method: Method | undefined;
  /** The URL with its parameters as they are printed, or how it begins. */
  readonly path: string;
  /** Whether everything that begins so is meant. */
  readonly isStart: boolean;
}

/** Reads one value of `--allow`. */
export function parsePublicPath(text: string): PublicPath | Problem {
  if (!new RegExp(publicPath.pattern, "u").test(text)) {
    return {
      code: "USAGE",
      message: `${JSON.stringify(text)} in --allow is not ${publicPath.is}.`,
      hint: publicPath.hint,
    };
  }
  const start = text.indexOf("/");
  const method = methods.find((name) => name === text.slice(0, start).trim());
  const isStart = text.endsWith("*");
  return { text, method, path: text.slice(start, isStart ? -1 : undefined), isStart };
}

/** Whether a handler is among those that are meant. */
export function isMeant({ method, path, isStart }: PublicPath, url: string, of: Method | undefined): boolean {
  if (method !== undefined && method !== of) return false;
  return isStart ? url.startsWith(path) : url === path;
}
