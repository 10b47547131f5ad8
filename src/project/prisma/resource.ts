import type { Unfit } from "../unfit.js";
import type { ClientModule } from "./client-module.js";
import type { ModelColumns } from "./model-columns.js";
import type { KeyField } from "./row-keys.js";

/** What the routes of a resource need of an app that has Prisma. */
export interface PrismaResource extends ModelColumns {
  readonly client: ClientModule;
  readonly model: string;
  /** The model, as its client calls it: `blogPost` in `prisma.blogPost`. */
  readonly accessor: string;
  /** Whether TypeScript tells what is left out from what is undefined: Prisma's types have no undefined in them. */
  readonly isExact: boolean;
  /** The scalars that hold the ids of the parents in the path, in their order. */
  readonly parents: readonly KeyField[];
}

/** What an app has of Prisma. */
export interface PrismaHere {
  /** The models of its schema, e.g. `BlogPost`. */
  readonly names: readonly string[];
  /** Whether it has the package, a client, and a model for the resource: then Prisma is its choice, fit or not. */
  readonly isFor: (segment: string) => boolean;
  /**
   * What the routes of a resource need, or all that is missing for them.
   *
   * @param parents what each parameter before the resource stands for, e.g. `postId`.
   */
  readonly resource: (segment: string, parents: readonly string[]) => PrismaResource | Unfit[];
}

/** An app in which it was not looked for. */
export const noPrismaHere: PrismaHere = { names: [], isFor: () => false, resource: () => [] };
