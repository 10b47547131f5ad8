import type { Field, FieldType } from "../../spec/fields.js";
import type { ImportNeed } from "../import-lines.js";
import type { Key } from "../../spec/key-types.js";

/** How a schema library checks what a client sends: every text is an expression, or a member of an object of them. */
export interface Validator {
  readonly imports: readonly ImportNeed[];
  /** Whether its types are of use with `strictNullChecks` only. */
  readonly needsNullChecks: boolean;
  /** The function that makes a schema of an object, and the members that every one has besides its own. */
  readonly object: string;
  readonly always: readonly string[];
  /** Schemas that several fields or keys can share, by the names that they have in the module, each behind those that it is made of. */
  readonly shared: Readonly<Record<string, string>>;
  /** The partials with the functions that its schemas of these fields call. */
  readonly helpers: Readonly<Partial<Record<FieldType, string>>>;
  readonly field: (field: Field) => string;
  /** A key that a client names, in the path or in a body. */
  readonly key: (name: string, key: Key) => string;
  /** A text of a query that may be left out. */
  readonly text: (name: string) => string;
  /** A whole number of a query, from 1 to `max`, that is `otherwise` where it is left out. */
  readonly count: (name: string, max: number, otherwise: number) => string;
  /** The schema in which everything may be left out, of another one. */
  readonly partial: (schema: string) => string;
  /** The type of what a schema lets through. */
  readonly infer: (schema: string) => string;
  /** The partial with the function `parse`, which tells what is wrong in the shape of the tool. */
  readonly parse: string;
}
