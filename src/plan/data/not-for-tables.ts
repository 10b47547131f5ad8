import type { Unfit } from "../../project/unfit.js";
import type { SourcePlace } from "./write-source.js";

/** Why a route cannot be kept in a table of a database, whichever has it; undefined for one that can. Pure. */
export function notForTables({ isTree, isSearch }: SourcePlace): Unfit | undefined {
  if (isTree) return noTree;
  return isSearch ? noSearch : undefined;
}

const noTree: Unfit = {
  why: "a table has a column for the id of a row, and a catch-all has a whole path for it",
  way: "Ask for an item, e.g. posts/[id]",
};

const noSearch: Unfit = {
  why: "a search has rows of its own to look through, which its query is to replace",
  way: "Use the template resource",
};
