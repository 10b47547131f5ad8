import { importsOf } from "./imports.js";
import { boundBy } from "../syntax/bound-names.js";
import {
  isSet,
  nameOf,
  part,
  parts,
  walk,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "../syntax/module-syntax.js";

/** The names that a statement at the top of a module declares: values and types. */
export function namesDeclaredBy(statement: SyntaxNode): string[] {
  const declaration = part(statement, "declaration") ?? statement;
  if (declaration.type === "VariableDeclaration") {
    return parts(declaration, "declarations").flatMap((each) => boundBy(part(each, "id") ?? each));
  }
  const name = nameOf(part(declaration, "id"));
  return name === undefined ? [] : [name];
}

/** Every name that is bound at the top of a module: imports, values and types. */
export function topLevelNames(syntax: ModuleSyntax): Set<string> {
  return new Set([
    ...importsOf(syntax).flatMap(({ names }) => names.map(({ local }) => local)),
    ...syntax.program.body.flatMap(namesDeclaredBy),
  ]);
}

/** Every identifier that stands for a variable or a type, at any depth; keys and members are none. */
export function identifiersIn(
  node: SyntaxNode,
): { node: SyntaxNode; name: string; parent: SyntaxNode | undefined }[] {
  const found: { node: SyntaxNode; name: string; parent: SyntaxNode | undefined }[] = [];
  walk(node, (each, parent) => {
    const name = each.type === "Identifier" ? word(each, "name") : undefined;
    if (name !== undefined && !isLabel(each, parent)) found.push({ node: each, name, parent });
  });
  return found;
}

/** An identifier that names a member, a key or an export, and stands for nothing itself. */
function isLabel(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (!parent || isSet(parent, "computed")) return false;
  if (parent.type === "MemberExpression") return part(parent, "property") === node;
  if (parent.type === "TSQualifiedName") return part(parent, "right") === node;
  const isKeyed =
    /^(Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/.test(
      parent.type,
    );
  if (isKeyed)
    return part(parent, "key") === node && part(parent, "value") !== node && !isSet(parent, "shorthand");
  if (/^(Import|Export)Specifier$/.test(parent.type)) return part(parent, "local") !== node;
  return false;
}
