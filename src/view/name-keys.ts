import type { ViewKeys } from "./view-keys.js";

/** What a resource is called in the generated code, by the words of its folder: `blog-posts`. */
export const resourceKeys = {
  type: { is: "string", means: "the type of one" },
  newType: { is: "string", means: "the type of what one is made from" },
  one: { is: "string", means: "a variable that holds one" },
  many: { is: "string", means: "a variable that holds all" },
  list: { is: "string", means: "the function that lists them" },
  find: { is: "string", means: "the function that finds one" },
  create: { is: "string", means: "the function that makes one" },
  update: { is: "string", means: "the function that changes one" },
  replace: {
    is: "string",
    means: "the function that replaces one; the one that changes it, where these are the same",
  },
  remove: { is: "string", means: "the function that deletes one" },
  parseNew: { is: "string", means: "the function that checks a body for a new one" },
  parseChanges: { is: "string", means: "the function that checks a body with changes" },
  search: { is: "string", means: "the function that searches them" },
  parseQuery: { is: "string", means: "the function that checks the query of a search or of a page" },
  queryType: { is: "string", means: "the type of that query" },
  changesType: { is: "string", means: "the type of changes to one" },
  newSchema: { is: "string", means: "the schema of what one is made from" },
  changesSchema: { is: "string", means: "the schema of changes" },
  keySchema: { is: "string", means: "the schema of an id" },
  parentsSchema: { is: "string", means: "the schema of the keys of its parents" },
  querySchema: { is: "string", means: "the schema of a query" },
  parseKey: { is: "string", means: "the function that checks an id" },
  parseParents: { is: "string", means: "the function that checks the keys of its parents" },
  isBrokenReference: {
    is: "string",
    means: "the function that tells an error of a reference to what is not there",
  },
  isDuplicate: { is: "string", means: "the function that tells an error of a key that is taken" },
  pageType: { is: "string", means: "the type of a page of what was found" },
  label: { is: "string", means: "the word for one in a sentence" },
  title: { is: "string", means: "the same at the start of a sentence" },
} as const satisfies ViewKeys;

/** Calls of the data module, whole expressions without `await`, with the variables of the handler. */
export const callKeys = {
  list: { is: "string", means: "lists" },
  listPage: { is: "string", means: "lists the page that `query.data` says" },
  find: { is: "string", means: "finds one by its id" },
  create: { is: "string", means: "makes one of `input.data`" },
  createAt: { is: "string", means: "makes one at a path" },
  replace: { is: "string", means: "replaces one by `input.data`" },
  update: { is: "string", means: "changes one by `changes.data`" },
  remove: { is: "string", means: "deletes one by its id" },
  search: { is: "string", means: "searches by `query.data`" },
} as const satisfies ViewKeys;
