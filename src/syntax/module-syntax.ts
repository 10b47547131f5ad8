/** A comment, without its signs. */
export interface Comment {
  readonly type: "Line" | "Block";
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The root of a tree. */
export interface Program extends SyntaxNode {
  readonly type: "Program";
  readonly body: readonly SyntaxNode[];
}

/** A module as its parser sees it. Offsets are into the text, in UTF-16 units. */
export interface ModuleSyntax {
  readonly program: Program;
  readonly comments: readonly Comment[];
}

/** Any node of the tree. Its parts depend on its kind, so they are asked for by name. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** A part of a node by its name, if it is a node. */
export function part(node: SyntaxNode, name: string): SyntaxNode | undefined {
  const value = member(node, name);
  return isNode(value) ? value : undefined;
}

/** A part of a node by its name, if it is a list: the nodes in it. */
export function parts(node: SyntaxNode, name: string): SyntaxNode[] {
  const value = member(node, name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** A part of a node by its name, if it is a text: a name, a kind, an operator. */
export function word(node: SyntaxNode, name: string): string | undefined {
  const value = member(node, name);
  return typeof value === "string" ? value : undefined;
}

/** Whether a part of a node is set, e.g. `computed` or `async`. */
export function isSet(node: SyntaxNode, name: string): boolean {
  return member(node, name) === true;
}

/** The name that an identifier stands for, or a string in its place (`export { x as "y" }`). */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "Identifier") return word(node, "name");
  return node?.type === "Literal" ? word(node, "value") : undefined;
}

/** The value of a literal number. */
export function numberOf(node: SyntaxNode | undefined): number | undefined {
  const value = node?.type === "Literal" && "value" in node ? node.value : undefined;
  return typeof value === "number" ? value : undefined;
}

/** Every node at and below a node, with the one above it. `visit` answers false to leave out what is below. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => unknown,
  parent?: SyntaxNode,
): void {
  if (visit(node, parent) === false) return;
  // Plain loops: this runs over every node of every file, many times.
  for (const key in node) {
    const value: unknown = (node as unknown as Record<string, unknown>)[key];
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      for (const item of value as unknown[]) if (isNode(item)) walk(item, visit, node);
    } else if (isNode(value)) walk(value, visit, node);
  }
}

function member(node: SyntaxNode, name: string): unknown {
  return (node as unknown as Record<string, unknown>)[name];
}

/** Every node has a place; what else is in the tree (the source of a regular expression, a text of a template) has none. */
function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && (value as Partial<SyntaxNode>).start !== undefined;
}

/** Whether a node is a function with a body of its own. */
export function isFunction({ type }: SyntaxNode): boolean {
  return (
    type === "ArrowFunctionExpression" || type === "FunctionDeclaration" || type === "FunctionExpression"
  );
}

/** An expression without the types and brackets around it. */
export function bare(node: SyntaxNode): SyntaxNode {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression": {
      const inner = part(node, "expression");
      return inner ? bare(inner) : node;
    }
    default:
      return node;
  }
}
