import type { ViewKeys } from "./view-keys.js";

/** A field of a resource, as checks that are written out meet it. */
export const fieldKeys = {
  name: { is: "string", means: "the field" },
  type: { is: "string", means: "its type" },
  member: { is: "string", means: "the same as a member of a type" },
  local: { is: "string", means: "the variable that holds it while it is checked" },
  has: { is: "string", means: "the variable that says whether it is right" },
  isRight: { is: "string", means: "whether it is right in a new one, an expression" },
  isRightChange: { is: "string", means: "whether it is right among changes, an expression" },
  issue: { is: "string", means: "what is told if it is not, a string literal" },
} as const satisfies ViewKeys;

/** A schema library, as a data module uses it; without one, all of it is empty. */
export const schemaKeys = {
  object: { is: "string", means: "the function that makes a schema of an object" },
  shared: { is: "string[]", means: "the schemas that fields share, statements" },
  members: { is: "string[]", means: "the members of the schema of a new one" },
  query: { is: "string[]", means: "the members of the schema of a query" },
  partial: {
    is: "(schema: string) => string",
    means: "writes the schema in which everything may be left out",
  },
  infer: { is: "(schema: string) => string", means: "writes the type of what a schema lets through" },
} as const satisfies ViewKeys;

/** A key that a client names and that is checked before it is looked for. */
export const keyKeys = {
  parse: { is: "string", means: "the function that checks it" },
  schema: { is: "string", means: "its schema" },
  given: { is: "string", means: "what is checked, as parameters of a function" },
  names: { is: "string", means: "the names of these" },
  found: { is: "string", means: "the type of what is right" },
  members: { is: "KeyMemberView[]", means: "the values in it" },
} as const satisfies ViewKeys;

/** One of the values in such a key. */
export const keyMemberKeys = {
  name: { is: "string", means: "the name" },
  local: { is: "string", means: "the variable that holds it once it is checked" },
  member: { is: "string", means: "the member of the schema" },
  check: { is: "string", means: "the function that checks it, where checks are written out" },
  checked: { is: "string", means: "the call of that function, an expression" },
  issue: { is: "string", means: "what is told if it is not right, a string literal" },
} as const satisfies ViewKeys;

/** What the template of a data module sees: the same for a collection and for its item, which share it. */
export const dataKeys = {
  version: { is: "number", means: "the version of this interface" },
  resource: { is: "ResourceView", means: "the names of the resource" },
  imports: { is: "string[]", means: "the import statements that the module needs" },
  note: { is: "string", means: "the partial with the comment at its head; empty for none" },
  types: { is: "string[]", means: "the partials with the types, and the schemas that they come from" },
  store: { is: "string", means: "the partial with the functions of the store" },
  parsers: { is: "string[]", means: "the partials with the functions that check what a client sends" },
  fields: { is: "FieldView[]", means: "the fields of the resource" },
  pattern: { is: "string", means: "the pattern that takes the fields out of a body" },
  newData: { is: "string", means: "the fields of a new one, an object literal" },
  changedData: { is: "string", means: "the fields of changes, an object literal without what is left out" },
  changesType: { is: "string", means: "the type of changes to one" },
  changed: { is: "string", means: "one with its changes, an expression" },
  replaces: { is: "boolean", means: "whether one can be replaced, by a function that no change of it is" },
  replaced: { is: "string", means: "what one is replaced by, an object literal" },
  schema: { is: "SchemaView", means: "the schema library" },
  keys: { is: "KeyView[]", means: "the keys that are checked before they are looked for" },
  patterns: {
    is: "string[]",
    means: "the patterns of texts, statements; empty with a schema library",
  },
  keyChecks: { is: "string[]", means: "the partials with the functions that check a key" },
  drizzle: { is: "DrizzleView", means: "the table of Drizzle" },
  prisma: { is: "PrismaView", means: "the model of Prisma" },
  hasReferences: { is: "boolean", means: "whether a write can meet a reference to what is not there" },
  hasDuplicates: { is: "boolean", means: "whether a write can meet a key that is taken" },
  storeKey: { is: "string", means: "the key of the store on `globalThis`, a string literal" },
  maxPage: { is: "number", means: "the last page that can be asked for" },
  maxLimit: { is: "number", means: "how many items a page has at most" },
  usualLimit: { is: "number", means: "how many it has when nothing is said" },
  searches: { is: "boolean", means: "whether a query has a text to search for" },
  isMatch: { is: "string", means: "whether one has the text `text` in it, an arrow function" },
  keyFields: {
    is: "string",
    means: "the members of the type that are keys; empty where the type is the store's own",
  },
  parents: { is: "string[]", means: "the parameters that an item belongs to" },
  parentParameters: { is: "string", means: "the same as parameters of a function, with their types" },
  parentArguments: { is: "string", means: "the same as arguments of a call" },
  samples: { is: "string[]", means: "sample rows, object literals" },
} as const satisfies ViewKeys;
