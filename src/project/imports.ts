import { nameOf, part, parts, word, type ModuleSyntax, type SyntaxNode } from "../syntax/module-syntax.js";

/** A name that a module imports. */
export interface ImportedName {
  /** As it is exported there; `default`, or `*` for all of it. */
  readonly name: string;
  /** As it is called here. */
  readonly local: string;
  readonly isType: boolean;
}

/** An import statement. */
export interface ImportStatement {
  readonly node: SyntaxNode;
  readonly source: string;
  readonly isType: boolean;
  readonly names: readonly ImportedName[];
}

/** The import statements of a module, in order. Pure. */
export function importsOf({ program }: ModuleSyntax): ImportStatement[] {
  return program.body.flatMap((node) => {
    if (node.type !== "ImportDeclaration") return [];
    const isType = word(node, "importKind") === "type";
    const names = parts(node, "specifiers").map((specifier) => ({
      name: importedName(specifier),
      local: nameOf(part(specifier, "local")) ?? "",
      isType: isType || word(specifier, "importKind") === "type",
    }));
    return [{ node, source: nameOf(part(node, "source")) ?? "", isType, names }];
  });
}

function importedName(specifier: SyntaxNode): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return specifier.type === "ImportNamespaceSpecifier" ? "*" : (nameOf(part(specifier, "imported")) ?? "");
}

/** The values that a module imports from another by name. */
export function importedFrom(syntax: ModuleSyntax, source: string): string[] {
  return importsOf(syntax)
    .filter((statement) => isSameModule(statement.source, source))
    .flatMap(({ names }) => names.filter(({ name, isType }) => !isType && name !== "*" && name !== "default"))
    .map(({ name }) => name);
}

/** `./data`, `./data.js` and `./data.ts` are one file; some packages have one module under two names. */
export function isSameModule(a: string, b: string): boolean {
  return nameOfModule(a) === nameOfModule(b);
}

/** What a module is called besides its name. Source: NextAuth.js 4, its index hands on all of `next-auth/next`. */
const otherNames: ReadonlyMap<string, string> = new Map([["next-auth/next", "next-auth"]]);

function nameOfModule(source: string): string {
  return otherNames.get(source) ?? source.replace(/\.[cm]?[jt]sx?$/, "");
}
