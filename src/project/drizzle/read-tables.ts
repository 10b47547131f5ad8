import type { Modules } from "../access/modules.js";
import { moduleReader } from "../module-reader.js";
import type { Unfit } from "../unfit.js";
import { columnsOf } from "./columns.js";
import { dbModuleOf, dbPlaces } from "./db-module.js";
import { tableFor } from "./find-table.js";
import { readTable } from "./read-table.js";
import type { DrizzleHere } from "./resource.js";
import { schemaFiles } from "./schema-files.js";
import { tablesOf, type TableCall } from "./table-calls.js";
import { keysOf } from "./table-keys.js";

/**
 * Reads the tables and where the database is, of an app that depends on Drizzle. Reads only; loads the parser.
 *
 * @param root the project root, absolute.
 */
export async function readTables(root: string): Promise<DrizzleHere> {
  const modules = await moduleReader(root);
  const tables = schemaFiles(root, modules).flatMap((file) => {
    const module = modules.read(file);
    return "why" in module ? [] : tablesOf(module, modules);
  });
  const db = dbModuleOf(root, modules);
  return {
    names: tables.map(({ name }) => name),
    isFor: (segment) => db !== undefined && tableFor(segment, tables) !== undefined,
    resource: (segment, parents) => {
      const call = tableFor(segment, tables);
      const table = call ? readTable(call, modules, parents) : [noTable(segment, tables)];
      if (Array.isArray(table)) return db ? table : [noDatabase, ...table];
      return db ? { db, table, isHeld: isHeld(table.name, tables, modules) } : [noDatabase];
    },
  };
}

function isHeld(name: string, tables: readonly TableCall[], modules: Modules): boolean {
  return tables.some((call) => {
    const { columns } = columnsOf(call.columns, call.dialect, modules);
    const beside = keysOf(call.extras, modules).foreign;
    return (
      columns.some(({ refersTo }) => refersTo?.table === name && refersTo.holds) ||
      beside.some(({ table = call.name, holds }) => table === name && holds)
    );
  });
}

const noDatabase: Unfit = {
  why: `no file that exports the database is there: ${dbPlaces
    .slice(0, 3)
    .map((place) => `${place}.ts`)
    .join(", ")} or one like them`,
  way: `Write ${dbPlaces[0]}/index.ts with \`export const db = drizzle(…)\` (https://orm.drizzle.team/docs/get-started)`,
};

function noTable(segment: string, tables: readonly TableCall[]): Unfit {
  const names = [...new Set(tables.map(({ name }) => name))];
  const found =
    names.length === 0
      ? "no exported table was found by drizzle.config or in the usual places (db/schema.ts, lib/db/schema.ts)"
      : `there are ${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}`;
  return {
    why: `no table for ${segment}: ${found}`,
    way: `Export one that is called so, e.g. \`export const ${segment.replace(/\W+(\w)/g, (_all, letter: string) => letter.toUpperCase())} = …\``,
  };
}
