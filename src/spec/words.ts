import pluralize from "pluralize";

/** The words of a name in lower case: `userProfiles`, `user-profiles` and `user_profiles` are `user`, `profiles`. */
export function wordsOf(name: string): string[] {
  // Unicode properties are slow to load; plain names, which are nearly all, do without.
  // eslint-disable-next-line no-control-regex -- ASCII is what is looked for
  const { hump, acronym, gap } = /^[\u0000-\u007f]*$/.test(name) ? asciiBoundaries() : unicodeBoundaries();
  return name
    .replace(hump, "$1 $2")
    .replace(acronym, "$1 $2")
    .split(gap)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

const asciiBoundaries = () => ({
  hump: /([a-z0-9])([A-Z])/g,
  acronym: /([A-Z])([A-Z][a-z])/g,
  gap: /[^A-Za-z0-9]+/,
});

const unicodeBoundaries = () => ({
  hump: /(\p{Ll}|\p{N})(\p{Lu})/gu,
  acronym: /(\p{Lu})(\p{Lu}\p{Ll})/gu,
  gap: /[^\p{L}\p{M}\p{N}]+/u,
});

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
