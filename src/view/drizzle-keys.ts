import type { ViewKeys } from "./view-keys.js";

/** A table of Drizzle, as a data module uses it; with another source, all of it is empty. */
export const drizzleKeys = {
  table: { is: "string", means: "the table" },
  db: { is: "string", means: "the database" },
  rowType: { is: "string", means: "the type of a row that is answered" },
  columns: { is: "string[]", means: "the columns that are answered; empty if that is all of them" },
  columnsName: { is: "string", means: "the constant with them" },
  picked: { is: "string", means: "the same as an argument; empty for all" },
  id: { is: "string", means: "the column of the id" },
  idType: { is: "string", means: "the type of the id" },
  isId: { is: "string", means: "whether a row has the id and belongs to the parents, a condition" },
  isInScope: {
    is: "string",
    means: "whether a row belongs to the parents, a condition; empty for no parents",
  },
  order: { is: "string", means: "the order of a list, as arguments" },
  values: { is: "string", means: "the values of a new row, an expression" },
  changes: { is: "string", means: "the values of a changed row, an expression" },
  canBeUnchanged: { is: "boolean", means: "whether those can be none at all" },
  newId: {
    is: "string",
    means:
      "where the id of a new row comes from that the database does not hand back: `returned`, `made` or `given`",
  },
  duplicate: {
    is: "string",
    means:
      "whether the `error` of the driver tells of a value that is taken, an expression; empty where nothing is unique",
  },
  brokenReference: {
    is: "string",
    means: "what tells an error of a row that refers to what is not there, an expression",
  },
} as const satisfies ViewKeys;
