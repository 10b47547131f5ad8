import { foldersOfRepository } from "../folders-above.js";
import { manifestIn } from "../folders.js";
import { textAt } from "../manifest.js";
import { moduleReader } from "../module-reader.js";
import { addCommand } from "../package-manager.js";
import { dbModuleOf, dbPlaces, type DbModule } from "./db-module.js";
import { tableFor } from "./find-table.js";
import { readTable } from "./read-table.js";
import { schemaFiles } from "./schema-files.js";
import { tablesOf, type TableCall } from "./table-calls.js";
import type { DrizzleTable, Unfit } from "./table.js";

/** What the routes of a resource need of an app that has Drizzle. */
export interface DrizzleResource {
  readonly db: DbModule;
  readonly table: DrizzleTable;
}

/** What an app has of Drizzle. */
export interface DrizzleHere {
  /** Whether it has the package, a database, and a table for the resource: then Drizzle is its choice, fit or not. */
  readonly isFor: (segment: string) => boolean;
  /** What the routes of a resource need, or all that is missing for them. */
  readonly resource: (segment: string, parents: readonly string[]) => DrizzleResource | Unfit[];
}

/**
 * Reads an app's tables and where its database is. Reads only; loads the parser only if the app depends on Drizzle.
 *
 * @param root the project root, absolute.
 */
export async function readDrizzle(root: string): Promise<DrizzleHere> {
  if (!dependsOn(root, "drizzle-orm")) {
    const missing: Unfit = {
      why: "the app does not depend on drizzle-orm",
      way: `Install it with \`${addCommand(root)} drizzle-orm\` and set it up (https://orm.drizzle.team/docs/get-started)`,
    };
    return { isFor: () => false, resource: () => [missing] };
  }
  const modules = await moduleReader(root);
  const tables = schemaFiles(root, modules).flatMap((file) => {
    const module = modules.read(file);
    return "why" in module ? [] : tablesOf(module, modules);
  });
  const db = dbModuleOf(root, modules);
  return {
    isFor: (segment) => db !== undefined && tableFor(segment, tables) !== undefined,
    resource: (segment, parents) => {
      const call = tableFor(segment, tables);
      const table = call ? readTable(call, modules, parents) : [noTable(segment, tables)];
      if (Array.isArray(table)) return db ? table : [noDatabase, ...table];
      return db ? { db, table } : [noDatabase];
    },
  };
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

function dependsOn(root: string, name: string): boolean {
  return foldersOfRepository(root)
    .map(manifestIn)
    .some((manifest) =>
      ["dependencies", "devDependencies"].some((kind) => textAt(manifest, kind, name) !== undefined),
    );
}
