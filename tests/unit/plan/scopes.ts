import type { SyntaxNode as Node } from "../../../src/syntax/module-syntax.js";
import { parseSound } from "../../../src/syntax/parse-module.js";
import { isMethod } from "../../../src/spec/methods.js";

/** The names in a module's text, as the rules of scope see them. */
export interface Names {
  /** Every variable that is declared or used, built-in ones included. */
  readonly variables: ReadonlySet<string>;
  /** Every type that is declared or used. */
  readonly types: ReadonlySet<string>;
  /** Variables that hide one of a scope around them. */
  readonly hiding: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the names of a module. A handler may hide its own name (`GET`): nothing in it calls itself.
 *
 * @throws SyntaxError when the text does not parse, or declares a name twice.
 */
export function namesIn(text: string): Names {
  const variables = new Set<string>();
  const types = new Set<string>();
  const hiding: string[] = [];

  const visit = (node: Node, scopes: readonly Set<string>[]): void => {
    const fields = node as unknown as Fields;
    const opened = opensScope(node) ? declaredIn(node) : [];
    for (const name of opened) {
      variables.add(name);
      if (!isMethod(name) && scopes.some((scope) => scope.has(name))) hiding.push(name);
    }
    const inner = opensScope(node) ? [...scopes, new Set(opened)] : scopes;
    if (node.type === "Identifier") variables.add(fields["name"] as string);
    if (node.type === "TSTypeReference") types.add(nameOf(fields["typeName"]));
    if (node.type === "TSTypeAliasDeclaration") types.add(nameOf(fields["id"]));
    for (const child of childrenOf(node)) visit(child, inner);
  };
  visit(parseSound(text, { jsx: false }).program, []);
  return { variables, types, hiding };
}

const nameOf = (node: unknown) => (node as { name: string }).name;

function opensScope({ type }: Node): boolean {
  return /^Program$|Function|^BlockStatement$|^CatchClause$/.test(type);
}

/** The names that a scope declares itself: its parameters, or its statements' variables, functions and imports. */
function declaredIn(node: Node): string[] {
  const { params, param, body } = node as unknown as Fields;
  if (Array.isArray(params)) return (params as Node[]).flatMap(boundBy);
  if (isNode(param)) return boundBy(param);
  if (!Array.isArray(body)) return [];
  return (body as Node[]).flatMap((statement) => {
    const { declaration } = statement as unknown as Fields;
    const declared = (isNode(declaration) ? declaration : statement) as unknown as Fields;
    const { specifiers, declarations, id } = declared;
    if (declared["type"] === "ImportDeclaration")
      return (specifiers as Fields[]).map(({ local }) => nameOf(local));
    if (Array.isArray(declarations))
      return (declarations as { id: Node }[]).flatMap((each) => boundBy(each.id));
    return declared["type"] === "FunctionDeclaration" ? [nameOf(id)] : [];
  });
}

/** The variables that a pattern binds. */
function boundBy(pattern: Node): string[] {
  const { name, properties, value, left } = pattern as unknown as Fields;
  if (pattern.type === "Identifier") return [name as string];
  if (Array.isArray(properties)) return (properties as Node[]).flatMap(boundBy);
  const inner = value ?? left;
  return isNode(inner) ? boundBy(inner) : [];
}

/** What stands inside a node, but for the names that are no variables: keys, labels of exports and imports, types' names. */
function childrenOf(node: Node): Node[] {
  const skipped = skippedFields[node.type] ?? [];
  const { computed } = node as unknown as Fields;
  return Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    if (skipped.includes(field) && computed !== true) return [];
    return (Array.isArray(value) ? value : [value]).filter(isNode);
  });
}

const skippedFields: Readonly<Record<string, readonly string[]>> = {
  Property: ["key"],
  MemberExpression: ["property"],
  ImportSpecifier: ["imported"],
  ExportSpecifier: ["exported"],
  TSPropertySignature: ["key"],
  TSTypeReference: ["typeName"],
  TSTypeAliasDeclaration: ["id"],
  TSTypeParameter: ["name"],
};

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
