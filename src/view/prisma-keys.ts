import type { ViewKeys } from "./view-keys.js";

/** A model of Prisma, as a data module uses it; with another source, all of it is empty. */
export const prismaKeys = {
  model: { is: "string", means: "the model, as in `prisma.post`" },
  select: { is: "string[]", means: "the scalars that are answered; empty if that is all of them" },
  selectName: { is: "string", means: "the constant with them" },
  selected: { is: "string", means: "the same as the last member of an argument; empty for all" },
  idType: { is: "string", means: "the type of the id" },
  where: {
    is: "string",
    means: "what finds the row with the id that belongs to the parents, an object literal",
  },
  scope: {
    is: "string",
    means: "what finds the rows of the parents, an object literal; empty for no parents",
  },
  order: { is: "string", means: "the order of a list, an expression" },
  types: {
    is: "string[]",
    means: "the types that what is written is taken for, statements; empty if it is of these anyway",
  },
  values: { is: "string", means: "the values of a new row, an expression" },
  changes: { is: "string", means: "the values of a changed row, an expression" },
} as const satisfies ViewKeys;
