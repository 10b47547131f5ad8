import { boundBy } from "../syntax/bound-names.js";
import {
  isSet,
  nameOf,
  part,
  parts,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "../syntax/module-syntax.js";

/** A value that a module exports. */
export interface ModuleExport {
  readonly name: string;
  /** The statement that exports it. */
  readonly statement: SyntaxNode;
  /** The function, or the first value of the variable, where the module itself has it. */
  readonly value: SyntaxNode | undefined;
  /** The declared type of the variable, e.g. `Handler` in `const GET: Handler = …`. */
  readonly annotation: SyntaxNode | undefined;
}

/** What a module makes visible. Types are not among it. */
export interface ModuleExports {
  readonly all: readonly ModuleExport[];
  /** Their names, without the methods that only answer 405. */
  readonly names: ReadonlySet<string>;
  /** The export specifiers of our own 405s, e.g. `methodNotAllowed as PUT`. */
  readonly refused: readonly ModuleExport[];
  /** The modules of its `export * from`: they may hide more names. */
  readonly openTo: readonly string[];
}

/** The function that our 405 fallbacks are exported from: a method that goes there is not offered. */
export const refusal = "methodNotAllowed";

/**
 * The values that a module exports, in every form of export: declarations, `const { GET, POST } = …`,
 * `export { handler as GET }`, `export { GET } from`. Source: ECMAScript, 16.2.3.
 */
export function exportsOf({ program }: ModuleSyntax): ModuleExports {
  const all: ModuleExport[] = [];
  const refused: ModuleExport[] = [];
  const openTo: string[] = [];
  const locals = localsOf(program);

  for (const statement of program.body) {
    const add = (name: string | undefined, value?: SyntaxNode, annotation?: SyntaxNode) => {
      if (name !== undefined) all.push({ name, statement, value, annotation });
    };
    if (isTypeOnly(statement)) continue;
    const declaration = part(statement, "declaration");
    const source = nameOf(part(statement, "source"));
    if (statement.type === "ExportDefaultDeclaration" && !typeDeclarations.has(declaration?.type ?? ""))
      add("default");
    if (statement.type === "ExportAllDeclaration") {
      const exported = part(statement, "exported");
      if (exported) add(nameOf(exported));
      else openTo.push(source ?? "");
    }
    if (statement.type !== "ExportNamedDeclaration") continue;
    for (const specifier of parts(statement, "specifiers")) {
      const name = nameOf(part(specifier, "exported"));
      if (name === undefined || isTypeOnly(specifier)) continue;
      const own = source === undefined ? nameOf(part(specifier, "local")) : undefined;
      const local = own === undefined ? undefined : locals.get(own);
      const found = { name, statement, value: local?.value, annotation: local?.annotation };
      if (own === refusal) refused.push(found);
      else all.push(found);
    }
    for (const local of declaration ? declaredBy(declaration) : []) {
      if (!local.isAmbient) add(local.name, local.value, local.annotation);
    }
  }
  return { all, names: new Set(all.map(({ name }) => name)), refused, openTo };
}

/** A name that a statement declares. */
export interface Local {
  readonly name: string;
  readonly value: SyntaxNode | undefined;
  readonly annotation: SyntaxNode | undefined;
  /** Declared only, with `declare` or as an overload: there is no value of it here. */
  readonly isAmbient: boolean;
}

/** The names that are declared at the top of a module. */
export function localsOf(program: ModuleSyntax["program"]): ReadonlyMap<string, Local> {
  const locals = new Map<string, Local>();
  for (const statement of program.body) {
    const declaration = part(statement, "declaration") ?? statement;
    for (const local of declaredBy(declaration)) {
      if (!local.isAmbient || !locals.has(local.name)) locals.set(local.name, local);
    }
  }
  return locals;
}

/** TypeScript's overloads are `TSDeclareFunction`; the implementation follows and counts once. */
const valueDeclarations: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "ClassDeclaration",
  "TSEnumDeclaration",
  "TSModuleDeclaration",
  "TSImportEqualsDeclaration",
]);

const typeDeclarations: ReadonlySet<string> = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

function declaredBy(declaration: SyntaxNode): Local[] {
  const isAmbient = isSet(declaration, "declare") || declaration.type === "TSDeclareFunction";
  if (declaration.type === "VariableDeclaration") {
    return parts(declaration, "declarations").flatMap((declarator) => {
      const id = part(declarator, "id");
      if (!id) return [];
      const isPlain = id.type === "Identifier";
      const value = isPlain ? part(declarator, "init") : undefined;
      const annotation = isPlain ? part(id, "typeAnnotation") : undefined;
      return boundBy(id).map((name) => ({ name, value, annotation, isAmbient }));
    });
  }
  const name = nameOf(part(declaration, "id"));
  if (name === undefined || !(isAmbient || valueDeclarations.has(declaration.type))) return [];
  return [{ name, value: declaration, annotation: undefined, isAmbient }];
}

/** `export type …` and `export { type A }` say so by their `exportKind`. */
function isTypeOnly(node: SyntaxNode): boolean {
  return word(node, "exportKind") === "type";
}
