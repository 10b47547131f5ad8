import type { Field } from "../../spec/fields.js";
import type { DrizzleView } from "../../view/view-keys.js";
import type { ImportNeed } from "../import-lines.js";

/**
 * What the id of an item is. Any string can be one of a `string`; the others are checked before they are looked for: a database
 * takes an id of another form for an error.
 */
export type KeyType = "string" | "uuid" | "int";

/** Where a resource is kept, and what of it the generated code has to know. */
export interface DataSource {
  /** The partials with the functions of the data module: without and with parents in the path. */
  readonly plain: string;
  readonly scoped: string;
  /** The partial with the comment at its head; undefined for none. */
  readonly note: string | undefined;
  /** What the report says of the module, in a few words. */
  readonly summary: string;
  readonly imports: readonly ImportNeed[];
  /** What a body has to have. */
  readonly fields: readonly Field[];
  /** What the id is called in what is stored, and what it is. */
  readonly id: { readonly name: string; readonly type: KeyType };
  /** What a parent's key is, by the name that it has in what is stored. */
  readonly parentType: (name: string) => KeyType;
  /** Whether its module declares the type of what is stored; else the source brings one of its own. */
  readonly declaresType: boolean;
  /** The partial with that type, and the one of a page, if the source brings them. */
  readonly types?: string;
  /** Whether a list is asked for page by page, and answers with the number of all. */
  readonly isPaged: boolean;
  /** Whether the source has unique keys, so that a write can meet a duplicate. */
  readonly hasDuplicates: boolean;
  /** What the partials of Drizzle are told. */
  readonly drizzle?: DrizzleView;
}
