import { foldersOfRepository } from "../folders-above.js";
import { manifestIn, packageFolder } from "../folders.js";
import { textAt } from "../manifest.js";
import { moduleReader } from "../module-reader.js";
import { addCommand } from "../package-manager.js";
import { atLeast, newestDeclared, parseVersion } from "../version.js";
import type { Modules } from "../access/modules.js";
import { columnsOf } from "./columns.js";
import { dbModuleOf, dbPlaces } from "./db-module.js";
import { tableFor } from "./find-table.js";
import { readTable } from "./read-table.js";
import { schemaFiles } from "./schema-files.js";
import { tablesOf, type TableCall } from "./table-calls.js";
import type { DrizzleHere } from "./resource.js";
import type { Unfit } from "../unfit.js";

/**
 * Reads an app's tables and where its database is. Reads only; loads the parser only if the app depends on Drizzle.
 *
 * @param root the project root, absolute.
 */
export async function readDrizzle(root: string): Promise<DrizzleHere> {
  const range = declaredRange(root);
  if (range === undefined || isTooOld(root, range)) {
    const missing: Unfit = {
      why:
        range === undefined
          ? "the app does not depend on drizzle-orm"
          : `it needs drizzle-orm ${firstVersion} or later, and the app has ${range}`,
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
      return db ? { db, table, isHeld: isHeld(table.name, tables, modules) } : [noDatabase];
    },
  };
}

function isHeld(name: string, tables: readonly TableCall[], modules: Modules): boolean {
  return tables.some((call) =>
    columnsOf(call.columns, call.dialect, modules).columns.some(
      ({ refersTo }) => refersTo?.table === name && refersTo.holds,
    ),
  );
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

/** The first version whose queries count: `db.$count`. Source: drizzle-orm, its types of 0.33 and 0.34. */
const firstVersion = "0.34.0";

function isTooOld(root: string, range: string): boolean {
  const installed = packageFolder(root, "drizzle-orm");
  const text = installed === undefined ? undefined : textAt(manifestIn(installed), "version");
  const version = text === undefined ? newestDeclared(range) : parseVersion(text);
  return version !== undefined && !atLeast(version, firstVersion);
}

function declaredRange(root: string): string | undefined {
  return foldersOfRepository(root)
    .map(manifestIn)
    .flatMap((manifest) =>
      ["dependencies", "devDependencies"].map((kind) => textAt(manifest, kind, "drizzle-orm")),
    )
    .find((range) => range !== undefined);
}
