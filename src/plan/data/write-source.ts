import type { Field } from "../../spec/fields.js";
import type { DataSource } from "./data-source.js";

/** What a source is written for. */
export interface SourcePlace {
  /** What was asked for, else the built-in ones. */
  readonly fields: readonly Field[];
  /** Whether the items stand under the paths of a catch-all. */
  readonly isTree: boolean;
  /** Whether a schema library checks what clients send. */
  readonly isChecked: boolean;
}

/** Says how a source keeps a resource. */
export type WriteSource = (place: SourcePlace) => DataSource;
