import path from "node:path";
import { declarationOf, exportOf, type Found, type ModuleThere } from "../access/modules.js";
import { textOf } from "../folders.js";
import type { ModuleReader } from "../module-reader.js";
import { bare, nameOf, parts, walk, type SyntaxNode } from "../../syntax/module-syntax.js";
import { setupCandidates } from "../setup-file.js";

/** Where the client is: in a module of the app, or in a package of its workspace, which is imported by its name. */
export type ClientModule = {
  /** What it is exported as; it can be `default`. */
  readonly name: string;
} & (
  | {
      /** Relative to the project root, with `/`. */
      readonly path: string;
      readonly package?: undefined;
    }
  | { readonly package: string }
);

/** Where apps keep it; the first is the one that is suggested. Source: Prisma, "Next.js", and what apps do. */
export const clientPlaces = [
  "lib/prisma",
  "lib/db",
  "server/db",
  "db",
  "prisma/client",
  "utils/prisma",
  "prisma",
  "prisma/prisma",
  "prisma/db",
  "lib/prismadb",
  "lib/prisma-client",
  "lib/prismaClient",
  "lib/db/prisma",
  "lib/prisma/client",
  "libs/prisma",
  "libs/prismadb",
  "libs/db",
  "server/prisma",
  "server/db/client",
  "server/db/prisma",
  "utils/db",
  "app/lib/prisma",
  "app/lib/db",
  "app/utils/prisma",
  "app/db",
  "database",
  "database/client",
] as const;

/** The app's module that names the class of clients, whether it exports one or not; undefined if there is none. */
export function clientFileIn(root: string): string | undefined {
  return setupCandidates(clientPlaces).find((file) =>
    textOf(path.join(root, file))?.includes("PrismaClient"),
  );
}

/** The app's module that exports a client; undefined if there is none. Parses only files that name one. */
export function clientInApp(root: string, modules: ModuleReader): ClientModule | undefined {
  for (const file of setupCandidates(clientPlaces)) {
    const text = textOf(path.join(root, file));
    if (text === undefined || !/prisma/i.test(text)) continue;
    const name = clientIn(file, modules);
    if (name !== undefined) return { path: file, name };
  }
  return undefined;
}

/**
 * The client that a package of the workspace exports where it begins.
 *
 * @param folder relative to the project root, with `/`.
 * @param entries the files in which it could begin, relative to the folder.
 */
export function clientInPackage(
  folder: string,
  entries: readonly string[],
  name: string,
  modules: ModuleReader,
): ClientModule | undefined {
  for (const entry of entries) {
    const client = clientIn(`${folder}/${entry}`, modules);
    if (client !== undefined) return { package: name, name: client };
  }
  return undefined;
}

/** The names to be preferred, where a module exports several clients. */
const usualNames = ["prisma", "db", "default", "prismaClient", "client", "database", "prismadb"];

function clientIn(file: string, modules: ModuleReader): string | undefined {
  const module = modules.read(file);
  if ("why" in module) return undefined;
  const { exports } = module;
  const names = [...exports.names, ...(exports.openTo.length > 0 ? usualNames : [])].sort(
    (a, b) => rankOf(a) - rankOf(b),
  );
  return names.find((name) => {
    const annotation = exports.all.find((each) => each.name === name)?.annotation;
    if (annotation && isSaidIn(annotation)) return true;
    const found = exportOf(name, module, modules);
    return found !== undefined && isClient(found, modules);
  });
}

function rankOf(name: string): number {
  const rank = usualNames.indexOf(name);
  return rank < 0 ? usualNames.length : rank;
}

/** What is no client, though one may be in it: what makes one, or has one among other things. */
const otherThings = ["ObjectExpression", "ArrayExpression", "ClassDeclaration", "ClassExpression"];

function isClient({ node, module }: Found, modules: ModuleReader): boolean {
  if (node.type.includes("Function") || otherThings.includes(node.type)) return false;
  return comesFromClient(node, module, modules, new Set());
}

/** `new PrismaClient()`, also behind `globalThis.prisma ??`, in a function that is called, or as the type of a variable. */
function comesFromClient(
  node: SyntaxNode,
  module: ModuleThere,
  modules: ModuleReader,
  seen: Set<SyntaxNode>,
): boolean {
  if (seen.has(node)) return false;
  seen.add(node);
  const names = new Set<string>();
  const handedOver = new Set<SyntaxNode>();
  walk(bare(node), (each) => {
    // What is made with a client is another thing: `betterAuth({ database: prisma })`.
    if (handedOver.has(each)) return false;
    for (const argument of parts(each, "arguments")) handedOver.add(argument);
    if (each.type === "Identifier") names.add(nameOf(each) ?? "");
    return true;
  });
  if (isSaidIn(node)) return true;
  return [...names].some((name) => {
    const annotation = module.locals.get(name)?.annotation;
    if (annotation && isSaidIn(annotation)) return true;
    const found = declarationOf(name, module, modules);
    return found !== undefined && comesFromClient(found.node, found.module, modules, seen);
  });
}

/** Whether Prisma's class is named. */
function isSaidIn(node: SyntaxNode): boolean {
  let isSaid = false;
  walk(node, (each) => {
    isSaid ||= each.type === "Identifier" && nameOf(each) === "PrismaClient";
    return !isSaid;
  });
  return isSaid;
}
