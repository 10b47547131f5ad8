import type { TemplateView } from "../model.js";
import type { RouteRole } from "./handlers.js";
import { urlOf, type Location } from "./locate.js";
import type { Parameter } from "./parameters.js";
import { isParameter, type Segment } from "../spec/segments.js";
import { resourceNames } from "./resource-names.js";

/** The module with the sample store that a collection and its item share. */
export interface DataModule {
  /** Relative to the project root. */
  readonly path: string;
  /** As the route file imports it. */
  readonly specifier: string;
  /** The folder that names the resource; undefined for a route that is only parameters. */
  readonly segment: string | undefined;
}

/** A collection and a tree keep it beside their route file, an item in the folder above its own parameter. */
export function dataModuleOf({ folder, segments, resource }: Location, role: RouteRole): DataModule {
  const up = role === "item" ? segments.length - collectionOf(segments, role).length : 0;
  const home = folder.split("/").slice(0, up === 0 ? undefined : -up);
  return {
    path: [...home, "data.ts"].join("/"),
    specifier: up === 0 ? "./data" : `${"../".repeat(up)}data`,
    segment: resource,
  };
}

/** The segments of the collection that a route belongs to: without the item's own parameter and groups behind it. */
function collectionOf(segments: readonly Segment[], role: RouteRole): readonly Segment[] {
  return role === "item" ? segments.slice(0, segments.findLastIndex(isParameter)) : segments;
}

/** All that the template of the data module may know; the same for the collection and for the item. Pure. */
export function dataView(
  module: DataModule,
  { segments }: Location,
  parameters: readonly Parameter[],
  role: RouteRole,
): TemplateView {
  const parents = scopeOf(parameters, role).map(({ meaning }) => meaning);
  const resource = resourceNames(module.segment, new Set([...parents, "id"]));
  return {
    resource: { ...resource },
    storeKey: JSON.stringify(urlOf(collectionOf(segments, role))),
    isTree: role === "tree",
    store: `resource/stores/${role === "tree" ? "tree" : parents.length > 0 ? "scoped" : "plain"}`,
    keyFields: ["id", ...parents].map((key) => `${key}: string`).join("; "),
    parentParameters: parents.map((parent) => `${parent}: string`).join(", "),
    parentArguments: parents.join(", "),
    parents,
  };
}

/** The parameters that narrow what a store's functions see: the parents. A tree has the whole path in its ids. */
export function scopeOf(parameters: readonly Parameter[], role: RouteRole): readonly Parameter[] {
  if (role === "collection") return parameters;
  return role === "item" ? parameters.slice(0, -1) : [];
}
