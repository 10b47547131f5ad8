import pluralize from "pluralize";

/** The words of a name in lower case: `userProfiles`, `user-profiles` and `user_profiles` are `user`, `profiles`. */
export function wordsOf(name: string): string[] {
  if (/^[a-z]+$/.test(name)) return [name];
  // Unicode properties are slow to load; plain names, which are nearly all, do without.
  // eslint-disable-next-line no-control-regex -- ASCII is what is looked for
  const { hump, acronym, gap } = /^[\u0000-\u007f]*$/.test(name) ? asciiBoundaries : unicodeBoundaries();
  return name
    .replace(
      pluralAcronym,
      (_all, letters: string) => `${letters.charAt(0)}${letters.slice(1).toLowerCase()}s`,
    )
    .replace(hump, "$1 $2")
    .replace(acronym, "$1 $2")
    .split(gap)
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}

/** In `userIDs` and `APIs` the s belongs to the letters before it. */
const pluralAcronym = /([A-Z]{2,})s(?![a-z])/g;

const asciiBoundaries = {
  hump: /([a-z0-9])([A-Z])/g,
  acronym: /([A-Z])([A-Z][a-z])/g,
  gap: /[^A-Za-z0-9]+/,
};

const unicodeBoundaries = () => ({
  hump: /(\p{Ll}|\p{N})(\p{Lu})/gu,
  acronym: /(\p{Lu})(\p{Lu}\p{Ll})/gu,
  gap: /[^\p{L}\p{M}\p{N}]+/u,
});

/** The words with the last one in its singular form. */
export function singularOf(words: readonly string[]): string[] {
  return inflectLast(words, singular);
}

/** The words with the last one in its plural form. */
export function pluralOf(words: readonly string[]): string[] {
  return inflectLast(words, plural);
}

const singular = remembered(pluralize.singular);
const plural = remembered(pluralize.plural);

/** The library tries a word on a hundred patterns, and a run asks for the same words again and again. */
function remembered(inflect: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? inflect(word);
    known.set(word, found);
    return found;
  };
}

/** Words that the library takes for another pattern's: without this, the singular of "cookies" is "cooky". */
const irregular = {
  cache: "caches",
  calorie: "calories",
  canvas: "canvases",
  cookie: "cookies",
  excuse: "excuses",
  headache: "headaches",
  lens: "lenses",
  niche: "niches",
  selfie: "selfies",
};

/** What has no plural: words of software that the library would cut, like "dns" to "dn". */
const uncountable = [
  "auth",
  "aws",
  "css",
  "data",
  "dns",
  "gps",
  "https",
  "media",
  "metadata",
  "os",
  "sms",
  "tls",
];

for (const [one, many] of Object.entries(irregular)) pluralize.addIrregularRule(one, many);
for (const word of uncountable) pluralize.addUncountableRule(word);

/*
 * The library tries its patterns one after the other, the last one first, and each is compiled when it is tried. Most names end in a way
 * that none of them speaks of: that is found out by a pattern that stands before them all, and says the same as the last of them would.
 */
pluralize.addPluralRule(/(?:[^l]d|[cgjklqtvw]|[bdgkmnrtv]e)$/, "$0s");
pluralize.addPluralRule(/(?:[bcdgjklmnpqrtwy]|[bdgkmnrw]e)s$/, "$0");
pluralize.addSingularRule(/([bcdgjklmnpqrtwy]|[bdgkmnrw]e)s$/, "$1");
pluralize.addSingularRule(/[bcdgjklqtvw]$/, "$0");

function inflectLast(words: readonly string[], inflect: (word: string) => string): string[] {
  // The library's singular of "s" is the empty word.
  return words.map((word, index) => (index === words.length - 1 ? inflect(word) || word : word));
}

/** `blogPost`, of words in lower case. */
export function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capitalize(word))).join("");
}

/** `BlogPost`, of the same. */
export function pascalCase(words: readonly string[]): string {
  return words.map(capitalize).join("");
}

/** First letter in upper case: by code point, so that letters outside the basic plane stay whole. */
export function capitalize(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return word === "" ? "" : first.toUpperCase() + word.slice(first.length);
}
