import { boundBy } from "../project/module-exports.js";
import {
  nameOf,
  part,
  parts,
  isSet,
  walk,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "../project/module-syntax.js";
import { importsOf } from "../project/imports.js";
import type { TextEdit } from "./text-edits.js";

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

/**
 * The edits that give names of a module to other ones, wherever they are used below a node.
 *
 * @param renames what each name becomes; the new ones may be expressions, like `globalThis.Response`.
 */
export function renameEdits(node: SyntaxNode, renames: ReadonlyMap<string, string>): TextEdit[] {
  const edits = new Map<number, TextEdit>();
  for (const {
    node: { start },
    name,
    parent,
  } of identifiersIn(node)) {
    const to = renames.get(name);
    if (to === undefined) continue;
    // `{ id }` says the key and the value in one.
    const isShorthand = parent?.type === "Property" && isSet(parent, "shorthand");
    edits.set(start, { start, end: start + name.length, text: isShorthand ? `${name}: ${to}` : to });
  }
  return [...edits.values()];
}

/** A name that is not taken: the wanted one, or with a number. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number += 1) {
    const numbered = `${wanted}${String(number)}`;
    if (!taken.has(numbered)) return numbered;
  }
}
