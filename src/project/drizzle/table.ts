import type { Field } from "../../spec/fields.js";
import type { Key } from "../../spec/key-types.js";
import type { Dialect } from "./column-types.js";

/** A table of the app, as far as its routes have to know it. */
export interface DrizzleTable {
  /** What it is called in the module that exports it. */
  readonly name: string;
  /** That module, relative to the project root, with `/`. */
  readonly path: string;
  readonly dialect: Dialect;
  readonly id: Key & {
    readonly name: string;
    /** Whether a new row gets one: from the database, or from the table's own default. */
    readonly isGenerated: boolean;
    /** Whether it is the database that makes it, so that it is not known before. */
    readonly isFromDatabase: boolean;
  };
  /** What a body may set: no generated id, and nothing that is filled with a time or computed. */
  readonly fields: readonly Field[];
  /** The columns that could tell whose a row is, e.g. `postId`. */
  readonly keys: ReadonlyMap<string, Key>;
  /** Whether a new row, or a change of one, can be refused because another row has its values. */
  readonly hasUniqueKeys: boolean;
  /** The columns of a body, and those of parents, that name a row of another table: there has to be one. */
  readonly references: readonly string[];
  /** The columns that an answer may have; undefined if that is all of them. */
  readonly shown: readonly string[] | undefined;
  /** The column that is filled with the time when a row is made. */
  readonly madeAt: string | undefined;
  /** The column with the time of the last change, if nothing but the code fills it then. */
  readonly changedAt: string | undefined;
  /** Whether the table has a type of its own for a field, which a body is not known to be of. */
  readonly hasOwnTypes: boolean;
}
