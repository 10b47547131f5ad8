import type { Pattern, Program } from "acorn";

/** What a module makes visible. */
export interface ModuleExports {
  /** The names of its values; types are not among them, and neither are the methods that only answer 405. */
  readonly names: ReadonlySet<string>;
  /** Whether it has an `export * from`, which may hide more names. */
  readonly isOpen: boolean;
}

/**
 * The values that a module exports, in every form of export: declarations, `const { GET, POST } = …`,
 * `export { handler as GET }`, `export { GET } from`. Source: ECMAScript, 16.2.3.
 */
export function exportsOf(program: Program): ModuleExports {
  const names = new Set<string>();
  let isOpen = false;
  for (const node of program.body) {
    if (isTypeOnly(node)) continue;
    if (node.type === "ExportDefaultDeclaration" && !isType(node.declaration)) names.add("default");
    if (node.type === "ExportAllDeclaration") {
      if (node.exported)
        names.add(node.exported.type === "Identifier" ? node.exported.name : String(node.exported.value));
      else isOpen = true;
    }
    if (node.type !== "ExportNamedDeclaration") continue;
    for (const specifier of node.specifiers) {
      if (isTypeOnly(specifier)) continue;
      const { exported, local } = specifier;
      if (local.type === "Identifier" && local.name === refusal) continue;
      names.add(exported.type === "Identifier" ? exported.name : String(exported.value));
    }
    const { declaration } = node;
    if (!declaration) continue;
    if (declaration.type === "VariableDeclaration") {
      for (const { id } of declaration.declarations) addNames(id, names);
    } else if ("id" in declaration && valueDeclarations.has(declaration.type)) {
      names.add(declaration.id.name);
    }
  }
  return { names, isOpen };
}

/** The function that our 405 fallbacks are exported from: a method that goes there is not offered. */
const refusal = "methodNotAllowed";

/** TypeScript's overloads are `TSDeclareFunction`; the implementation follows and counts once. */
const valueDeclarations: ReadonlySet<string> = new Set([
  "FunctionDeclaration",
  "ClassDeclaration",
  "TSEnumDeclaration",
  "TSModuleDeclaration",
]);

function isType(declaration: object): boolean {
  // The TypeScript plugin has more kinds of node than the types of acorn say.
  return "type" in declaration && declaration.type === "TSInterfaceDeclaration";
}

/** `export type …` and `export { type A }`: the TypeScript plugin adds `exportKind`. */
function isTypeOnly(node: object): boolean {
  return "exportKind" in node && node.exportKind === "type";
}

function addNames(pattern: Pattern, names: Set<string>): void {
  switch (pattern.type) {
    case "Identifier":
      names.add(pattern.name);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) {
        addNames(property.type === "Property" ? property.value : property.argument, names);
      }
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) addNames(element, names);
      break;
    case "AssignmentPattern":
      addNames(pattern.left, names);
      break;
    case "RestElement":
      addNames(pattern.argument, names);
      break;
    case "MemberExpression":
      break;
  }
}
