import type { Blank } from "../../spec/fields.js";
import { literalDefault } from "./blanks.js";
import type { Chain } from "./chains.js";
import { isCounter, type Dialect } from "./column-types.js";

/** Where a column's value comes from if nobody gives one. */
export interface Filling {
  /** Drizzle's own defaults are of the table, others of the database; undefined if there is none. */
  readonly by: "table" | "database" | undefined;
  /** What the database puts there, if a literal says so. */
  readonly literal: Blank | undefined;
  /** Whether it is not for others to write: a time that is filled in, or something computed. */
  readonly isKept: boolean;
  /** Whether it is filled with the time when the row is made, and left alone then. */
  readonly isMadeAt: boolean;
}

const tableDefaults = ["$default", "$defaultFn"];
const updates = ["$onUpdate", "$onUpdateFn", "onUpdateNow"];
const computed = ["generatedAlwaysAs", "generatedAlwaysAsIdentity"];
const databaseDefaults = [
  ...computed,
  "default",
  "defaultNow",
  "defaultRandom",
  "autoincrement",
  "generatedByDefaultAsIdentity",
  "onUpdateNow",
];

/** Reads what fills a column. Source: Drizzle ORM, "Column types", "Default value", and `$onUpdate`. */
export function fillingOf(chain: Chain, dialect: Dialect, made: string | undefined): Filling {
  const { rest, module } = chain;
  const has = (names: readonly string[]) => rest.some(({ name }) => names.includes(name));
  const isTimed = rest.some(({ name, args }) => {
    if (name === "defaultNow") return true;
    const isDefault = name === "default" || tableDefaults.includes(name);
    return isDefault && args.some(({ start, end }) => isTime(module.text.slice(start, end)));
  });
  // In SQLite a whole number that is the primary key is the number of the row.
  const isRowNumber = dialect === "sqlite" && (made === "integer" || made === "int") && has(["primaryKey"]);
  const isOfDatabase = isRowNumber || has(databaseDefaults) || (made !== undefined && isCounter(made));
  const isUpdated = has(updates);
  return {
    by: has([...tableDefaults, "$onUpdate", "$onUpdateFn"]) ? "table" : isOfDatabase ? "database" : undefined,
    literal: literalDefault(chain),
    isKept: isTimed || isUpdated || has(computed),
    isMadeAt: isTimed && !isUpdated,
  };
}

/** What databases and JavaScript call the time. */
function isTime(text: string): boolean {
  return /\bnow\b|current_?(time|date)|unixepoch|strftime|julianday|datetime\(|new Date\(/i.test(text);
}
