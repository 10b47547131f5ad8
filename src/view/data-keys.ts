import type { ViewKeys } from "./view-keys.js";

/** What the template of a data module sees: the same for a collection and for its item, which share it. */
export const dataKeys = {
  version: { is: "number", means: "the version of this interface" },
  resource: { is: "ResourceView", means: "the names of the resource" },
  storeKey: { is: "string", means: "the key of the store on `globalThis`, a string literal" },
  hasLists: { is: "boolean", means: "whether there is a list of all" },
  store: { is: "string", means: "the partial with the functions of the store" },
  keyFields: { is: "string", means: "the members of the type that are keys" },
  parents: { is: "string[]", means: "the parameters that an item belongs to" },
  parentParameters: { is: "string", means: "the same as parameters of a function, with their types" },
  parentArguments: { is: "string", means: "the same as arguments of a call" },
  samples: { is: "string[]", means: "sample rows, object literals" },
} as const satisfies ViewKeys;
