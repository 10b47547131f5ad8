import type { Location } from "./locate.js";
import type { Parameter } from "./parameters.js";
import { isParameter, type Segment } from "../spec/segments.js";
import type { Role } from "./roles.js";

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
export function dataModuleOf({ folder, segments, resource }: Location, role: Role): DataModule {
  const up = role.id === "parameter" ? segments.length - collectionOf(segments, role).length : 0;
  const home = folder.split("/").slice(0, up === 0 ? undefined : -up);
  return {
    path: [...home, "data.ts"].join("/"),
    specifier: up === 0 ? "./data" : `${"../".repeat(up)}data`,
    segment: resource,
  };
}

/** The segments of the collection that a route belongs to: without the item's own parameter and groups behind it. */
export function collectionOf(segments: readonly Segment[], role: Role): readonly Segment[] {
  return role.id === "parameter" ? segments.slice(0, segments.findLastIndex(isParameter)) : segments;
}

/** The parameters that narrow what a store's functions see: the parents. A path of ids has all of them in it. */
export function scopeOf(parameters: readonly Parameter[], role: Role): readonly Parameter[] {
  const own = role.id === "parameter" ? parameters.at(-1) : undefined;
  return role.id === "path"
    ? []
    : parameters.filter((parameter) => parameter !== own && parameter.kind === "dynamic");
}
