import path from "node:path";
import { exportOf, type ModuleThere } from "../access/modules.js";
import { textOf } from "../folders.js";
import { walk } from "../../syntax/module-syntax.js";
import type { ModuleReader } from "../module-reader.js";
import { setupCandidates } from "../setup-file.js";
import { libraryName } from "./library-names.js";

/** The app's module with its database. */
export interface DbModule {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  /** What the database is exported as; it can be `default`. */
  readonly name: string;
}

/** Where apps keep it; the first is the one that is suggested. Source: Drizzle ORM, "Get started", and what apps do. */
export const dbPlaces = [
  "db",
  "lib/db",
  "server/db",
  "lib/db/drizzle",
  "lib/drizzle",
  "drizzle/db",
  "drizzle",
  "db/drizzle",
  "db/db",
  "db/client",
  "lib/db/client",
  "lib/db/db",
  "server/db/client",
  "database",
  "lib/database",
  "utils/db",
] as const;

/** The app's module that exports what `drizzle()` made; undefined if there is none. Parses only files that name Drizzle. */
export function dbModuleOf(root: string, modules: ModuleReader): DbModule | undefined {
  for (const file of setupCandidates(dbPlaces)) {
    if (textOf(path.join(root, file))?.includes("drizzle") !== true) continue;
    const module = modules.read(file);
    const name = "why" in module ? undefined : databaseIn(module, modules);
    if (name !== undefined) return { path: file, name };
  }
  return undefined;
}

/** The export that a database is in: the one that is called so, if several are. */
function databaseIn(module: ModuleThere, modules: ModuleReader): string | undefined {
  const reExported = module.exports.openTo.length > 0 ? ["db"] : [];
  const names = [...module.exports.names, ...reExported].filter((name) => {
    const found = exportOf(name, module, modules);
    return found !== undefined && isDatabase(found.node, found.module);
  });
  return names.find((name) => name === "db") ?? names[0];
}

/** `drizzle(client)`, also behind `globalThis.db ??`; a function that makes one is none. */
function isDatabase(node: Parameters<typeof walk>[0], module: ModuleThere): boolean {
  let calls = false;
  walk(node, (each) => {
    if (each.type.includes("Function")) return false;
    if (each.type !== "CallExpression") return true;
    const callee = (each as unknown as { callee?: Parameters<typeof walk>[0] }).callee;
    calls ||= libraryName(callee, module)?.name === "drizzle";
    return true;
  });
  return calls;
}
