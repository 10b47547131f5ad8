import type { Method } from "../../spec/methods.js";
import type { HandlerParts, Handlers, Role, SourceTraits, Template } from "../roles.js";
import type { DataFunction } from "../resource-names.js";
import { head, headPage } from "./basic.js";

const data = { template: "resource/data.ts" } as const;

/** The id is in the body: then the file needs the function that reads it. */
const inBody = { readsJson: "id", params: "scope", after: "resource/read-id" } as const;

function removeFor({ references }: SourceTraits) {
  return {
    partial: "resource/handlers/delete",
    calls: references?.inUse === true ? ["remove", "isBrokenReference"] : ["remove"],
    logs: true,
  } as const satisfies HandlerParts;
}

/** The handlers that store what a body says: only they can meet a key that is taken. */
function writersFor({ hasDuplicates, references }: SourceTraits) {
  const writer = (partial: string, ...calls: readonly DataFunction[]) =>
    ({
      partial: `resource/handlers/${partial}`,
      calls: [
        ...calls,
        ...(hasDuplicates ? (["isDuplicate"] as const) : []),
        ...(references?.[calls.includes("create") ? "inNew" : "inChanges"] === true
          ? (["isBrokenReference"] as const)
          : []),
      ],
      readsJson: "body",
      logs: true,
    }) as const satisfies HandlerParts;
  return {
    post: writer("create", "create", "parseNew"),
    postAtPath: writer("create-at-path", "create", "parseNew"),
    put: writer("put", "replace", "parseNew"),
    patch: writer("patch", "update", "parseChanges"),
  };
}

function listFor({ isPaged, isExported = false }: SourceTraits): HandlerParts {
  const list: HandlerParts = {
    partial: "resource/handlers/list",
    calls: ["list"],
    params: "scope",
    logs: true,
  };
  if (!isPaged || isExported) return list;
  return {
    ...list,
    partial: "resource/handlers/list-page",
    calls: ["list", "parseQuery"],
    readsRequest: true,
  };
}

/** Sources differ in a few traits only, and the routes of a run mostly in none: each role is made once. */
const collections = new Map<string, Role>();

function collection(source: SourceTraits, hasGet: boolean): Role {
  const { isPaged, isExported, hasDuplicates, references } = source;
  const traits = JSON.stringify([isPaged, isExported, hasDuplicates, references, hasGet]);
  const known = collections.get(traits) ?? collectionFor(source, hasGet);
  collections.set(traits, known);
  return known;
}

function collectionFor(source: SourceTraits, hasGet: boolean): Role {
  const { post, put, patch } = writersFor(source);
  const remove = removeFor(source);
  const list = listFor(source);
  return {
    route: "resource/route.ts",
    data,
    id: "body",
    variables: source.isPaged ? ["query"] : [],
    handlers: {
      GET: list,
      HEAD: hasGet && list.readsRequest === true ? headPage : head,
      POST: { ...post, params: "scope" },
      // The methods of an item, for one that the body names.
      PUT: { ...put, ...inBody },
      PATCH: { ...patch, ...inBody },
      DELETE: { ...remove, ...inBody },
    },
  };
}

function itemHandlers(source: SourceTraits): Handlers {
  const { put, patch } = writersFor(source);
  return {
    GET: { partial: "resource/handlers/read", calls: ["find"], params: "all", logs: true },
    HEAD: { partial: "resource/handlers/head", calls: ["find"], params: "all", logs: true },
    // POST on an item acts on it; what it does is the route's own (RFC 9110, 9.3.3), and changing it is the plain case.
    POST: { ...patch, params: "all" },
    PUT: { ...put, params: "all" },
    PATCH: { ...patch, params: "all" },
    DELETE: { ...removeFor(source), params: "all" },
  };
}

/** A catch-all that is written to: items under their paths. A POST creates at the path that it is sent to. */
function tree(source: SourceTraits): Role {
  return {
    route: "resource/route.ts",
    data,
    id: "path",
    variables: ["parts"],
    handlers: { ...itemHandlers(source), POST: { ...writersFor(source).postAtPath, params: "all" } },
  };
}

/** A catch-all that is only read: there is nothing behind it, it answers the path that was asked for. */
const path: Role = {
  route: "resource/route.ts",
  id: "none",
  handlers: { GET: { partial: "basic/handlers/answer", params: "all" }, HEAD: head },
};

const isRead = (method: Method) => method in path.handlers || method === "OPTIONS";

export const resource: Template = {
  roleOf: (kind, methods, source) => {
    const hasGet = methods.includes("GET");
    if (kind === "collection") return collection(source, hasGet);
    if (kind === "item")
      return { ...collection(source, hasGet), id: "parameter", handlers: itemHandlers(source) };
    return methods.every(isRead) ? path : tree(source);
  },
};
