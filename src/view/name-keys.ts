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
  remove: { is: "string", means: "the function that deletes one" },
  parseNew: { is: "string", means: "the function that checks a body for a new one" },
  parseChanges: { is: "string", means: "the function that checks a body with changes" },
  search: { is: "string", means: "the function that searches them" },
  parseQuery: { is: "string", means: "the function that checks the query of a search" },
  queryType: { is: "string", means: "the type of that query" },
  pageType: { is: "string", means: "the type of a page of what was found" },
  limit: { is: "string", means: "the constant with the bound of a list" },
  label: { is: "string", means: "the word for one in a sentence" },
  title: { is: "string", means: "the same at the start of a sentence" },
} as const satisfies ViewKeys;

/** Calls of the data module, whole expressions without `await`, with the variables of the handler. */
export const callKeys = {
  list: { is: "string", means: "lists" },
  find: { is: "string", means: "finds one by its id" },
  create: { is: "string", means: "makes one of `input.data`" },
  createAt: { is: "string", means: "makes one at a path" },
  replace: { is: "string", means: "changes one to all of `input.data`" },
  update: { is: "string", means: "changes one by `changes.data`" },
  remove: { is: "string", means: "deletes one by its id" },
  search: { is: "string", means: "searches by `query.data`" },
} as const satisfies ViewKeys;
