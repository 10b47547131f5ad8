import type { ResourceView } from "../view/view-keys.js";
import { camelCase, capitalize, pascalCase, pluralOf, singularOf, wordsOf } from "../spec/words.js";
import { remembered } from "../remembered.js";
import { freeVariable, isFreeType, isIdentifier } from "./identifiers.js";

/** What a resource is called in the generated code, e.g. for `blog-posts`. */
export type ResourceNames = ResourceView;

/** The functions of a data module, by their role. */
const dataFunctions = [
  "list",
  "find",
  "create",
  "update",
  "replace",
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
  const { names, one, many } = untakenNames(segment);
  return { ...names, one: freeVariable(one, taken), many: freeVariable(many, taken) };
}

/** What follows from the segment alone: all names but those of the variables, and what these may be, the best first. */
interface Untaken {
  readonly names: ResourceNames;
  readonly functions: ReadonlySet<string>;
  readonly one: readonly [string, ...string[]];
  readonly many: readonly [string, ...string[]];
}

/** A route asks for its names a dozen times on end, and no other one does. */
const untakenNames = remembered(namesFrom);

function namesFrom(segment: string | undefined): Untaken {
  const { singular, plural } = wordForms(wordsOf(segment ?? ""));
  const one = camelCase(singular);
  const many = camelCase(plural);
  const type = pascalCase(singular);
  const list = pascalCase(plural);
  const label = singular.join(" ");
  const names = {
    type,
    newType: `New${type}`,
    one,
    many,
    list: `fetch${list}`,
    find: `fetch${type}`,
    create: `create${type}`,
    update: `update${type}`,
    replace: `replace${type}`,
    remove: `delete${type}`,
    parseNew: `parseNew${type}`,
    parseChanges: `parse${type}Changes`,
    search: `search${list}`,
    parseQuery: `parse${type}Query`,
    queryType: `${type}Query`,
    pageType: `${type}Page`,
    changesType: `${type}Changes`,
    newSchema: `new${type}`,
    changesSchema: `${one}Changes`,
    keySchema: `${one}Key`,
    parentsSchema: `${one}Parents`,
    querySchema: `${one}Query`,
    parseKey: `parse${type}Key`,
    parseParents: `parse${type}Parents`,
    isDuplicate: "isDuplicate",
    isBrokenReference: "isBrokenReference",
    label,
    title: capitalize(label),
  };
  return {
    names,
    functions: new Set(dataFunctions.map((role) => names[role])),
    one: [one, "item", "found"],
    many: [many, "items"],
  };
}

/** The names that stand for functions of the module, whatever the parameters are. */
export function moduleNames(segment: string | undefined): ReadonlySet<string> {
  return untakenNames(segment).functions;
}

/** Singular and plural, made different from each other, legal as identifiers and hiding no type of the language. */
function wordForms(words: readonly string[]): { singular: string[]; plural: string[] } {
  const named = words.length === 0 ? ["item"] : isIdentifier(camelCase(words)) ? words : ["item", ...words];
  const singular = singularOf(named);
  const plural = pluralOf(named);
  const type = pascalCase(singular);
  const isSame = type === pascalCase(plural);
  if (!isSame && isFreeType(type)) return { singular, plural };
  // "news" has no singular: one of them is a "news item". A "map" would hide the Map that the store uses.
  const item = [...singular, "item"];
  return isSame ? { singular: item, plural } : { singular: item, plural: pluralOf(item) };
}
