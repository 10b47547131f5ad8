import { exportsOf, localsOf, type Local, type ModuleExports } from "../module-exports.js";
import { importsOf, type ImportedName } from "../imports.js";
import { bare, nameOf, part, parts, type ModuleSyntax, type SyntaxNode } from "../../syntax/module-syntax.js";

/** A module of the app, as far as following a name through it needs to know. */
export interface ModuleThere {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly syntax: ModuleSyntax;
  readonly exports: ModuleExports;
  readonly imports: ReadonlyMap<string, ImportedName & { readonly source: string }>;
  readonly locals: ReadonlyMap<string, Local>;
}

/** The other modules of an app. */
export interface Modules {
  /** The module that an import means; undefined for a package, and for what cannot be read. */
  readonly imported: (from: ModuleThere, source: string) => ModuleThere | undefined;
}

/** Reads a module. Pure. */
export function moduleOf(path: string, text: string, syntax: ModuleSyntax): ModuleThere {
  const imports = importsOf(syntax).flatMap(({ source, names }) =>
    names.map((name) => [name.local, { ...name, source }] as const),
  );
  const { program } = syntax;
  return {
    path,
    text,
    syntax,
    exports: exportsOf(syntax),
    imports: new Map(imports),
    locals: localsOf(program),
  };
}

/** A value, and the module that it stands in. */
export interface Found {
  readonly node: SyntaxNode;
  readonly module: ModuleThere;
}

/** How many names are followed from one to the next: through re-exports and `const a = b`. */
const farthest = 12;

/** What a name at the top of a module stands for, there or in the module that it is imported from. Pure but for `modules`. */
export function declarationOf(
  name: string,
  module: ModuleThere,
  modules: Modules,
  left = farthest,
): Found | undefined {
  if (left === 0) return undefined;
  const imported = module.imports.get(name);
  if (imported) {
    const target = imported.name === "*" ? undefined : modules.imported(module, imported.source);
    return target && exportOf(imported.name, target, modules, left - 1);
  }
  const value = module.locals.get(name)?.value;
  return value && settled({ node: bare(value), module }, modules, left - 1);
}

/** What a module exports under a name, wherever it is. */
export function exportOf(
  name: string,
  module: ModuleThere,
  modules: Modules,
  left = farthest,
): Found | undefined {
  if (left === 0) return undefined;
  const own = [...module.exports.all, ...module.exports.refused].find((each) => each.name === name);
  if (own?.value) return settled({ node: bare(own.value), module }, modules, left - 1);
  if (own) {
    const { statement } = own;
    const source = part(statement, "source");
    const local = localNameIn(statement, name);
    if (source === undefined && statement.type === "ExportDefaultDeclaration") {
      const value = part(statement, "declaration");
      return value && settled({ node: bare(value), module }, modules, left - 1);
    }
    if (local === undefined) return undefined;
    if (!source) return declarationOf(local, module, modules, left - 1);
    const target = modules.imported(module, nameOf(source) ?? "");
    return target && exportOf(local, target, modules, left - 1);
  }
  if (name === "default") return undefined;
  for (const source of module.exports.openTo) {
    const target = modules.imported(module, source);
    const found = target && exportOf(name, target, modules, left - 1);
    if (found) return found;
  }
  return undefined;
}

/** `export { handler as GET }`: what it is called in the module, or in the one that it comes from. */
export function localNameIn(statement: SyntaxNode, exported: string): string | undefined {
  const specifier = parts(statement, "specifiers").find(
    (each) => nameOf(part(each, "exported")) === exported,
  );
  return specifier && nameOf(part(specifier, "local"));
}

/** `const a = b`: what `b` is; the name itself if it cannot be followed. */
function settled(found: Found, modules: Modules, left: number): Found {
  const name = found.node.type === "Identifier" ? nameOf(found.node) : undefined;
  return (name === undefined ? undefined : declarationOf(name, found.module, modules, left)) ?? found;
}
