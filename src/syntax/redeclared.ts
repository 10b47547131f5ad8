import { isFunction, isSet, nameOf, part, parts, walk, word, type SyntaxNode } from "./module-syntax.js";
import { boundIn } from "./bound-names.js";

/** The names that a block, a function or a module has. */
interface Names {
  /** `let`, `const`, classes and imports: each of them once. */
  readonly single: Set<string>;
  /** `var`, functions and parameters: as often as somebody likes, but not beside a single one. */
  readonly common: Set<string>;
  /** Types by another name: each of them once. */
  readonly aliases: Set<string>;
  /** What is around a block; a function starts anew. */
  readonly around: Names | undefined;
  /** Whether a function is a single one here: in a module, but not at the top of a function. */
  readonly hasSingleFunctions: boolean;
}

/**
 * The first name that is there already where it is declared: JavaScript runs no such code. What TypeScript lets share a
 * name (interfaces, overloads, enums, namespaces) is for its checker to see.
 *
 * Source: ECMA-262, 14.2.1, 14.12.1, 15.2.1, 16.1.1 and 16.2.1 (early errors).
 */
export function redeclared(program: SyntaxNode, { isModule }: { isModule: boolean }): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  const clash = (name: SyntaxNode) => {
    if (!found || name.start < found.start) found = name;
  };
  visit(program, namesOf(undefined, isModule), clash, isModule);
  return found;
}

type Clash = (name: SyntaxNode) => void;

function visit(node: SyntaxNode, names: Names, clash: Clash, isModule: boolean): void {
  walk(node, (each, parent) => {
    if (isSet(each, "declare")) return false;
    if (each !== node && opensNames(each, parent)) {
      visit(each, namesIn(each, names, clash, isModule), clash, isModule);
      return false;
    }
    declare(each, names, clash);
    return true;
  });
}

/** Whether names start anew at a node. The block of a function shares those of its parameters. */
function opensNames(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (node.type === "BlockStatement") return !(parent && isFunction(parent));
  return isFunction(node) || opening.has(node.type);
}

const opening: ReadonlySet<string> = new Set([
  ...["ForStatement", "ForInStatement", "ForOfStatement", "SwitchStatement", "CatchClause"],
  ...["StaticBlock", "TSModuleBlock"],
]);

function namesOf(around: Names | undefined, hasSingleFunctions: boolean): Names {
  return { single: new Set(), common: new Set(), aliases: new Set(), around, hasSingleFunctions };
}

function namesIn(node: SyntaxNode, around: Names, clash: Clash, isModule: boolean): Names {
  const isCalled = isFunction(node);
  const isOwn = isCalled || node.type === "StaticBlock" || node.type === "TSModuleBlock";
  const names = namesOf(isOwn ? undefined : around, isModule && !isCalled);
  if (node.type === "FunctionDeclaration") {
    const name = boundIn(part(node, "id") ?? node);
    if (around.hasSingleFunctions) addSingle(name, around, clash);
    else addCommon(name, { ...around, around: undefined }, clash);
  }
  for (const parameter of parts(node, "params")) addCommon(boundIn(parameter), names, clash);
  return names;
}

function declare(node: SyntaxNode, names: Names, clash: Clash): void {
  switch (node.type) {
    case "VariableDeclaration": {
      const bound = parts(node, "declarations").flatMap((each) => boundIn(part(each, "id") ?? each));
      if (word(node, "kind") === "var") addCommon(bound, names, clash);
      else addSingle(bound, names, clash);
      return;
    }
    case "TSTypeAliasDeclaration": {
      const name = part(node, "id") ?? node;
      if (names.aliases.has(nameOf(name) ?? "")) clash(name);
      names.aliases.add(nameOf(name) ?? "");
      return;
    }
    case "ClassDeclaration":
      addSingle(boundIn(part(node, "id") ?? node), names, clash);
      return;
    case "ImportDeclaration": {
      const values = parts(node, "specifiers").filter((each) => word(each, "importKind") !== "type");
      if (word(node, "importKind") === "type") return;
      addSingle(
        values.flatMap((each) => boundIn(part(each, "local") ?? each)),
        names,
        clash,
      );
    }
  }
}

function addSingle(bound: readonly SyntaxNode[], { single, common }: Names, clash: Clash): void {
  for (const node of bound) {
    const name = nameOf(node) ?? "";
    if (single.has(name) || common.has(name)) clash(node);
    single.add(name);
  }
}

/** A `var` goes up to its function, past every block on the way. */
function addCommon(bound: readonly SyntaxNode[], names: Names, clash: Clash): void {
  for (const node of bound) {
    const name = nameOf(node) ?? "";
    for (let at: Names | undefined = names; at; at = at.around) {
      if (at.single.has(name)) clash(node);
      at.common.add(name);
    }
  }
}
