import type { Problem } from "../errors.js";
import { didYouMean } from "../spec/closest.js";
import { partialsFolder } from "../spec/templates.js";

/**
 * The built-in texts that names stand for: those of a template by its name, all partials by `partials`, one text by its own
 * name, a shared partial also without its folder. Pure.
 *
 * @param names as the user wrote them.
 * @param texts the names of all built-in texts, sorted.
 */
export function textsToEject(
  names: readonly string[],
  texts: readonly string[],
): { texts: string[]; problems: Problem[] } {
  const found = new Set<string>();
  const problems: Problem[] = [];
  for (const name of names) {
    const word = name.trim().replace(/(\.ejs|\/+)$/, "");
    const meant = texts.filter(
      (text) => text === word || text.startsWith(`${word}/`) || text === `${partialsFolder}/${word}`,
    );
    if (meant.length === 0) problems.push(unknown(name, texts));
    for (const text of meant) found.add(text);
  }
  return { texts: texts.filter((text) => found.has(text)), problems };
}

/** What can be ejected as a whole. */
export function ejectable(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.slice(0, text.indexOf("/"))))];
}

function unknown(name: string, texts: readonly string[]): Problem {
  return {
    code: "TEMPLATE_UNKNOWN",
    message: `"${name}" is no built-in template, and no part of one.`,
    hint: `${didYouMean(name, [...ejectable(texts), ...texts])}There are ${ejectable(texts).join(", ")}, and their parts, e.g. partials/catch.`,
  };
}
