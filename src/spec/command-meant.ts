import type { Problem } from "../errors.js";
import { commandNames, commandTable, completionCallback } from "./commands.js";

/**
 * Words of their own that are one slip away from a command. A resource may well be called so, and nobody who writes one of
 * them has mistyped; plurals are understood. Some are of other languages, and some are names.
 */
const wordsOfTheirOwn: ReadonlySet<string> = new Set(
  [
    ["last", "lest", "lift", "lilt", "lint", "lis", "lisa", "lisp", "lista", "liste", "lit", "lost", "lust"],
    ["cheek", "checkr", "chick", "chock", "chuck"],
    ["elect", "erect"],
    ["uno", "unto"],
    ["heap", "held", "hell", "helm", "hemp", "hep", "herp"],
    ["complexion"],
  ].flat(),
);

/**
 * The command that a word was probably meant to be: one letter too many, too few or wrong, or two neighbours swapped. Strict,
 * because the word may be a route as well: a plural (`lists`) is left alone, and so is another word. The first letter
 * has to be there: whoever mistypes that one sees it, and most words near by differ in it (`gist`, `reject`, `yelp`).
 */
export function commandMeant(word: string): string | undefined {
  if (!/^[a-z]+$/.test(word) || commandNames.includes(word) || wordsOfTheirOwn.has(word)) return undefined;
  return commandNames.find(
    (name) => name !== completionCallback && word !== `${name}s` && isOneSlip(word, name),
  );
}

/** What is wrong with a first argument that is a command but for a slip; undefined if it is a route. */
export function misspeltCommand(word: string): Problem | undefined {
  const meant = commandMeant(word);
  if (meant === undefined) return undefined;
  return noCommand(word, `Did you mean \`${meant}\`? For a route of that name write \`./${word}\`.`);
}

/** What is wrong with a word that has to be a command. */
export function unknownCommand(word: string): Problem {
  const names = Object.keys(commandTable);
  const meant = commandMeant(word);
  const isThere = meant !== undefined && names.includes(meant);
  return noCommand(word, `${isThere ? `Did you mean ${meant}? ` : ""}There are ${names.join(", ")}.`);
}

function noCommand(word: string, hint: string): Problem {
  return { code: "USAGE", message: `"${word}" is no command.`, hint };
}

/** Whether one edit leads from the one to the other (optimal string alignment distance of one). */
function isOneSlip(word: string, name: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === name[start]) start += 1;
  const [own, other] = [word.slice(start), name.slice(start)];
  const [one = "", two = ""] = own;
  if (own.length > 1 && other.startsWith(two + one) && own.slice(2) === other.slice(2)) return true;
  if (start === 0) return false;
  return own.slice(1) === other.slice(1) || own.slice(1) === other || own === other.slice(1);
}
