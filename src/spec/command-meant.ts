import { commandNames, completionCallback } from "./commands.js";

/**
 * The command that a word was probably meant to be: one letter too many, too few or wrong, or two neighbours swapped. Strict,
 * because the word may be a route as well: its plural (`lists`) is left alone, and so is whatever is further away.
 */
export function commandMeant(word: string): string | undefined {
  if (!/^[a-z]+$/.test(word) || commandNames.includes(word)) return undefined;
  return commandNames.find(
    (name) => name !== completionCallback && word !== `${name}s` && isOneSlip(word, name),
  );
}

/** Whether one edit leads from the one to the other (optimal string alignment distance of one). */
function isOneSlip(word: string, name: string): boolean {
  let start = 0;
  while (start < word.length && word[start] === name[start]) start += 1;
  const [own, other] = [word.slice(start), name.slice(start)];
  if (own.slice(1) === other.slice(1)) return own !== other;
  if (own.slice(1) === other || own === other.slice(1)) return true;
  const [one = "", two = ""] = own;
  return own.length > 1 && other.startsWith(two + one) && own.slice(2) === other.slice(2);
}
