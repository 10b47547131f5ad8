import type { Field } from "../../spec/fields.js";
import type { PrismaHere } from "../../project/prisma/resource.js";
import type { DrizzleHere } from "../../project/drizzle/resource.js";
import type { Unfit } from "../../project/unfit.js";
import type { ResourceNames } from "../resource-names.js";
import type { DataSource } from "./data-source.js";

/** What a source is written for. */
export interface SourcePlace {
  /** What was asked for, else the built-in ones. */
  readonly fields: readonly Field[];
  /** Whether the items stand under the paths of a catch-all. */
  readonly isTree: boolean;
  /** Whether the module has rows of its own to search through. */
  readonly isSearch: boolean;
  /** Whether a schema library checks what clients send. */
  readonly isChecked: boolean;
  /** The folder that names the resource; undefined for a route that is only parameters. */
  readonly segment: string | undefined;
  /** What the parameters before it stand for, e.g. `postId`. */
  readonly parents: readonly string[];
  readonly names: ResourceNames;
  /** How its data module imports a file of the app, by the file's path. */
  readonly importPath: (path: string) => string;
  /** What the app has of Drizzle. */
  readonly drizzle: DrizzleHere;
  /** What it has of Prisma. */
  readonly prisma: PrismaHere;
}

/** Says how a source keeps a resource, or why it cannot. */
export type WriteSource = (place: SourcePlace) => DataSource | readonly Unfit[];
