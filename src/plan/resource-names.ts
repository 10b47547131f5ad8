import type { ResourceView } from "../view/view-keys.js";
import { camelCase, capitalize, pascalCase, pluralOf, singularOf, wordsOf } from "../spec/words.js";
import { freeVariable, isFreeType, isIdentifier } from "./identifiers.js";

/** What a resource is called in the generated code, e.g. for `blog-posts`. */
export type ResourceNames = ResourceView;

/** The functions of a data module, by their role. */
const dataFunctions = [
  "list",
  "find",
  "create",
  "update",
  "remove",
  "parseNew",
  "parseChanges",
  "search",
  "parseQuery",
  "parseKey",
  "parseParents",
  "isDuplicate",
  "isBrokenReference",
] as const satisfies readonly (keyof ResourceNames)[];

export type DataFunction = (typeof dataFunctions)[number];

/**
 * The names of a resource, all of them legal and different from one another, for any static segment that the grammar
 * lets through.
 *
 * @param segment the segment that names the resource; undefined for a route without one, like `[id]`.
 * @param taken variables that the handlers use already: the parameters of the route.
 */
export function resourceNames(segment: string | undefined, taken: ReadonlySet<string>): ResourceNames {
  const { singular, plural } = wordForms(wordsOf(segment ?? ""));
  const one = camelCase(singular);
  const type = pascalCase(singular);
  const schema = camelCase(singular);
  const list = pascalCase(plural);
  const label = singular.join(" ");
  return {
    type,
    newType: `New${type}`,
    one: freeVariable([one, "item", "found"], taken),
    many: freeVariable([camelCase(plural), "items"], taken),
    list: `fetch${list}`,
    find: `fetch${type}`,
    create: `create${type}`,
    update: `update${type}`,
    remove: `delete${type}`,
    parseNew: `parseNew${type}`,
    parseChanges: `parse${type}Changes`,
    search: `search${list}`,
    parseQuery: `parse${type}Query`,
    queryType: `${type}Query`,
    pageType: `${type}Page`,
    changesType: `${type}Changes`,
    newSchema: `new${type}`,
    changesSchema: `${schema}Changes`,
    keySchema: `${schema}Key`,
    parentsSchema: `${schema}Parents`,
    querySchema: `${schema}Query`,
    parseKey: `parse${type}Key`,
    parseParents: `parse${type}Parents`,
    isDuplicate: "isDuplicate",
    isBrokenReference: "isBrokenReference",
    label,
    title: capitalize(label),
  };
}

/** The names that stand for functions of the module, whatever the parameters are. */
export function moduleNames(segment: string | undefined): ReadonlySet<string> {
  const names = resourceNames(segment, new Set());
  return new Set(dataFunctions.map((role) => names[role]));
}

/** Singular and plural, made different from each other, legal as identifiers and hiding no type of the language. */
function wordForms(words: readonly string[]): { singular: string[]; plural: string[] } {
  const named = words.length === 0 ? ["item"] : isIdentifier(camelCase(words)) ? words : ["item", ...words];
  const singular = singularOf(named);
  const plural = pluralOf(named);
  const isAmbiguous = pascalCase(singular) === pascalCase(plural) || !isFreeType(pascalCase(singular));
  if (!isAmbiguous) return { singular, plural };
  // "news" has no singular: one of them is a "news item". A "map" would hide the Map that the store uses.
  const item = [...singular, "item"];
  return pascalCase(singular) === pascalCase(plural)
    ? { singular: item, plural }
    : { singular: item, plural: pluralOf(item) };
}
