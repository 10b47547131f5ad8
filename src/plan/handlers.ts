import type { Method } from "../spec/methods.js";
import type { RouteKind } from "../spec/route-kinds.js";
import type { ResourceNames } from "./resource-names.js";

/** A function of the data module, by its role. */
export type DataFunction = keyof Pick<
  ResourceNames,
  "list" | "find" | "create" | "update" | "remove" | "parseNew" | "parseChanges"
>;

/** What a handler is made of: the partial with its text, and what that text needs around it. */
export interface HandlerParts {
  /** The partial in templates/resource/handlers. */
  readonly partial: string;
  /** The functions that it calls; the module is imported for them. */
  readonly calls: readonly DataFunction[];
  /** Whether it reads the request's body. */
  readonly readsBody: boolean;
  /** Whether it takes the id out of the body, because the path names none. */
  readonly readsId?: true;
  /** Whether it takes the route's parameters; `scoped` handlers do only where a parent narrows what they see. */
  readonly params: "all" | "scope" | "none";
}

const itemHandlers: Readonly<Partial<Record<Method, HandlerParts>>> = {
  GET: { partial: "item-get", calls: ["find"], readsBody: false, params: "all" },
  HEAD: { partial: "item-head", calls: ["find"], readsBody: false, params: "all" },
  // POST on an item acts on it; what it does is the route's own (RFC 9110, 9.3.3), and changing it is the plain case.
  POST: { partial: "item-patch", calls: ["update", "parseChanges"], readsBody: true, params: "all" },
  PUT: { partial: "item-put", calls: ["update", "parseNew"], readsBody: true, params: "all" },
  PATCH: { partial: "item-patch", calls: ["update", "parseChanges"], readsBody: true, params: "all" },
  DELETE: { partial: "item-delete", calls: ["remove"], readsBody: false, params: "all" },
};

/** A tree of items under their paths: a POST creates at the path it is sent to. */
const treeHandlers: Readonly<Partial<Record<Method, HandlerParts>>> = {
  ...itemHandlers,
  POST: { partial: "tree-post", calls: ["create", "parseNew"], readsBody: true, params: "all" },
};

/** A catch-all that nothing is written to has no store behind it: it answers the path that was asked for. */
const pathHandlers: Readonly<Partial<Record<Method, HandlerParts>>> = {
  GET: { partial: "path-get", calls: [], readsBody: false, params: "all" },
  HEAD: { partial: "head", calls: [], readsBody: false, params: "none" },
};

const collectionHandlers: Readonly<Partial<Record<Method, HandlerParts>>> = {
  GET: { partial: "collection-get", calls: ["list"], readsBody: false, params: "scope" },
  HEAD: { partial: "head", calls: [], readsBody: false, params: "none" },
  POST: { partial: "collection-post", calls: ["create", "parseNew"], readsBody: true, params: "scope" },
  PUT: {
    partial: "item-put",
    calls: ["update", "parseNew"],
    readsBody: true,
    readsId: true,
    params: "scope",
  },
  PATCH: {
    partial: "item-patch",
    calls: ["update", "parseChanges"],
    readsBody: true,
    readsId: true,
    params: "scope",
  },
  DELETE: { partial: "item-delete", calls: ["remove"], readsBody: true, readsId: true, params: "scope" },
};

/** The role that a route plays, which decides on its handlers. */
export type RouteRole = "collection" | "item" | "tree" | "path";

const handlersByRole = {
  collection: collectionHandlers,
  item: itemHandlers,
  tree: treeHandlers,
  path: pathHandlers,
} as const satisfies Record<RouteRole, Readonly<Partial<Record<Method, HandlerParts>>>>;

/** A catch-all with a handler that changes something is a tree of items, else it only answers paths. */
export function roleOf(kind: RouteKind, methods: readonly Method[]): RouteRole {
  if (kind === "collection" || kind === "item") return kind;
  return methods.every((method) => method in pathHandlers || method === "OPTIONS") ? "path" : "tree";
}

/** The parts of a handler. OPTIONS has none: the block with the fallbacks answers it. */
export function partsOf(role: RouteRole, method: Method): HandlerParts | undefined {
  return handlersByRole[role][method];
}
