import type { Field } from "../../spec/fields.js";
import type { Key } from "../../spec/key-types.js";
import type { DrizzleView, PrismaView } from "../../view/view-keys.js";
import type { ImportNeed } from "../import-lines.js";

/** The writes that a source refuses because of what a row refers to. */
export interface ReferenceChecks {
  /** Whether a new row, or a change of one, can name what is not there. */
  readonly inNew: boolean;
  readonly inChanges: boolean;
  /** Whether a row can be one that others refer to, so that it has to stay. */
  readonly inUse: boolean;
  /** Whether all that a new row refers to are its parents in the path. */
  readonly onlyParents: boolean;
}

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
  /** The one of them that is the app's client of the database: a test does without it. */
  readonly client?: ImportNeed;
  /** What a body has to have. */
  readonly fields: readonly Field[];
  /** What the id is called in what is stored, and what it is. */
  readonly id: Key & { readonly name: string };
  /** What a parent's key is, by the name that it has in what is stored. */
  readonly parentKey: (name: string) => Key;
  /** Whether its module declares the type of what is stored; else the source brings one of its own. */
  readonly declaresType: boolean;
  /** The partial with that type, and the one of a page, if the source brings them. */
  readonly types?: string;
  /** Whether a list is asked for page by page, and answers with the number of all. */
  readonly isPaged: boolean;
  /**
   * Whether a PUT needs a function of its own: changes leave what they do not name as it is, and a new state does not. Source:
   * RFC 9110, 9.3.4.
   */
  readonly replaces: boolean;
  /** Whether it is a store in memory, which a test can look into. */
  readonly isInMemory?: boolean;
  /** Whether the source has unique keys, so that a write can meet a duplicate. */
  readonly hasDuplicates: boolean;
  /** Which writes can meet a row that refers to what is not there; undefined where the source does not tell. */
  readonly references?: ReferenceChecks;
  /** What the partials of Drizzle are told. */
  readonly drizzle?: DrizzleView;
  /** What the partials of Prisma are told. */
  readonly prisma?: PrismaView;
}
