import type { Method } from "../../spec/methods.js";
import type { HandlerParts, Handlers, Role, Template } from "../roles.js";
import { head } from "./basic.js";

const put = {
  partial: "resource/handlers/put",
  calls: ["update", "parseNew"],
  readsJson: "body",
  logs: true,
} as const;
const patch = {
  partial: "resource/handlers/patch",
  calls: ["update", "parseChanges"],
  readsJson: "body",
  logs: true,
} as const;
/** The id is in the body: then the file needs the function that reads it. */
const inBody = { readsJson: "id", params: "scope", after: "resource/read-id" } as const;
const remove = { partial: "resource/handlers/delete", calls: ["remove"], logs: true } as const;
const post = {
  calls: ["create", "parseNew"],
  readsJson: "body",
  logs: true,
} as const satisfies Partial<HandlerParts>;

const collection: Role = {
  route: "resource/route.ts",
  data: {
    template: "resource/data.ts",
    stores: { plain: "resource/stores/plain", scoped: "resource/stores/scoped" },
  },
  id: "body",
  handlers: {
    GET: { partial: "resource/handlers/list", calls: ["list"], params: "scope", logs: true },
    HEAD: head,
    POST: { ...post, partial: "resource/handlers/create", params: "scope" },
    // The methods of an item, for one that the body names.
    PUT: { ...put, ...inBody },
    PATCH: { ...patch, ...inBody },
    DELETE: { ...remove, ...inBody },
  },
};

const itemHandlers: Handlers = {
  GET: { partial: "resource/handlers/read", calls: ["find"], params: "all", logs: true },
  HEAD: { partial: "resource/handlers/head", calls: ["find"], params: "all", logs: true },
  // POST on an item acts on it; what it does is the route's own (RFC 9110, 9.3.3), and changing it is the plain case.
  POST: { ...patch, params: "all" },
  PUT: { ...put, params: "all" },
  PATCH: { ...patch, params: "all" },
  DELETE: { ...remove, params: "all" },
};

const item: Role = { ...collection, id: "parameter", handlers: itemHandlers };

/** A catch-all that is written to: items under their paths. A POST creates at the path that it is sent to. */
const tree: Role = {
  route: "resource/route.ts",
  data: {
    template: "resource/data.ts",
    stores: { plain: "resource/stores/tree", scoped: "resource/stores/tree" },
  },
  id: "path",
  variables: ["parts"],
  handlers: {
    ...itemHandlers,
    POST: { ...post, partial: "resource/handlers/create-at-path", params: "all" },
  },
};

/** A catch-all that is only read: there is nothing behind it, it answers the path that was asked for. */
const path: Role = {
  route: "resource/route.ts",
  id: "none",
  handlers: { GET: { partial: "basic/handlers/answer", params: "all" }, HEAD: head },
};

const isRead = (method: Method) => method in path.handlers || method === "OPTIONS";

export const resource: Template = {
  roleOf: (kind, methods) => {
    if (kind === "collection") return collection;
    if (kind === "item") return item;
    return methods.every(isRead) ? path : tree;
  },
};
