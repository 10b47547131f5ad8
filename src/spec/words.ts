import pluralize from "pluralize";

/** The words of a name in lower case: `userProfiles`, `user-profiles` and `user_profiles` are `user`, `profiles`. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** The words with the last one in its singular form. */
export function singularOf(words: readonly string[]): string[] {
  return inflectLast(words, pluralize.singular);
}

/** The words with the last one in its plural form. */
export function pluralOf(words: readonly string[]): string[] {
  return inflectLast(words, pluralize.plural);
}

// A plural that the library takes for another word's: the singular of "cookies" is not "cooky".
pluralize.addSingularRule(/cookies$/i, "cookie");
// In software these are what one record, or one thing without a plural, is called.
pluralize.addUncountableRule("data");
pluralize.addUncountableRule("media");
pluralize.addUncountableRule("auth");

function inflectLast(words: readonly string[], inflect: (word: string) => string): string[] {
  // The library's singular of "s" is the empty word.
  return words.map((word, index) => (index === words.length - 1 ? inflect(word) || word : word));
}

export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capitalize(word))).join("");
}

export function pascalCase(words: readonly string[]): string {
  return words.map(capitalize).join("");
}

/** First letter in upper case: by code point, so that letters outside the basic plane stay whole. */
export function capitalize(word: string): string {
  const [first = "", ...rest] = word;
  return first.toUpperCase() + rest.join("");
}
