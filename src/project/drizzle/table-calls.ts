import { declarationOf, exportOf, type Found, type ModuleThere, type Modules } from "../access/modules.js";
import { bare, nameOf, part, type SyntaxNode } from "../../syntax/module-syntax.js";
import { chainOf, type Chain } from "./chains.js";
import type { Dialect } from "./column-types.js";
import { libraryName } from "./library-names.js";

/** A table where it is made. */
export interface TableCall {
  /** What it is called in the module that exports it. */
  readonly name: string;
  /** The module that exports it, relative to the project root, with `/`. */
  readonly path: string;
  readonly dialect: Dialect;
  /** Its name in the database, if that stands there. */
  readonly inDatabase: string | undefined;
  readonly columns: Found;
  /** What the third argument of the call makes: keys and indexes. */
  readonly extras: Found | undefined;
}

const dialectOfMaker: Readonly<Record<string, Dialect>> = {
  pgTable: "pg",
  pgTableCreator: "pg",
  pgSchema: "pg",
  mysqlTable: "mysql",
  mysqlTableCreator: "mysql",
  mysqlSchema: "mysql",
  mysqlDatabase: "mysql",
  sqliteTable: "sqlite",
  sqliteTableCreator: "sqlite",
};

/** The tables that a module exports, those that it hands on from others too. Pure but for `modules`. */
export function tablesOf(module: ModuleThere, modules: Modules): TableCall[] {
  return [...exportedNames(module, modules, new Set())].flatMap((name) => {
    const found = exportOf(name, module, modules);
    const table = found && tableAt(found, modules);
    return table ? [{ ...table, name, path: module.path }] : [];
  });
}

function exportedNames(module: ModuleThere, modules: Modules, seen: Set<string>): Set<string> {
  seen.add(module.path);
  const names = new Set(module.exports.all.map(({ name }) => name).filter((name) => name !== "default"));
  for (const source of module.exports.openTo) {
    const target = modules.imported(module, source);
    if (!target || seen.has(target.path)) continue;
    for (const name of exportedNames(target, modules, seen)) names.add(name);
  }
  return names;
}

function tableAt(found: Found, modules: Modules): Omit<TableCall, "name" | "path"> | undefined {
  const chain = chainOf(found, modules);
  if (!chain) return undefined;
  const made = makerOf(chain, modules);
  const [name, columns, extras] = made?.args ?? [];
  if (!made || !columns) return undefined;
  const { module } = chain;
  const text = name && bare(name);
  return {
    dialect: made.dialect,
    inDatabase: text?.type === "Literal" ? nameOf(text) : undefined,
    columns: { node: columns, module },
    extras: extras && { node: extras, module },
  };
}

/** `pgTable(…)`; `createTable(…)`, made by `pgTableCreator`; `auth.table(…)` of a `pgSchema`. */
function makerOf(
  { callee, first, rest, module }: Chain,
  modules: Modules,
): { dialect: Dialect; args: readonly SyntaxNode[] } | undefined {
  const known = dialectMadeBy(callee, module);
  if (known?.isTable === true) return { dialect: known.dialect, args: first.args };
  if (known) return rest[0]?.name === "table" ? { dialect: known.dialect, args: rest[0].args } : undefined;
  const isMember = callee.type === "MemberExpression";
  const owner = nameOf(isMember ? part(callee, "object") : callee);
  const found = owner === undefined ? undefined : declarationOf(owner, module, modules);
  const maker = found && chainOf(found, modules);
  const own = maker && dialectMadeBy(maker.callee, maker.module);
  const isTable = own?.isTable === false && (!isMember || first.name === "table");
  return isTable ? { dialect: own.dialect, args: first.args } : undefined;
}

function dialectMadeBy(
  callee: SyntaxNode,
  module: ModuleThere,
): { dialect: Dialect; isTable: boolean } | undefined {
  const name = libraryName(callee, module)?.name;
  const dialect = name === undefined ? undefined : dialectOfMaker[name];
  return dialect && { dialect, isTable: name?.endsWith("Table") === true };
}
