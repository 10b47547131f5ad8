import { bare, isSet, nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { declarationOf, type Found, type ModuleThere, type Modules } from "../access/modules.js";

/** A call of a chain: `.notNull()`, or the one that it begins with. */
export interface Call {
  readonly name: string;
  readonly node: SyntaxNode;
  readonly args: readonly SyntaxNode[];
}

/** `text("title").notNull().default("")`: what is called first, and what is called on that, in order. */
export interface Chain {
  /** What the first call calls: `text`, or `p.text`. */
  readonly callee: SyntaxNode;
  readonly first: Call;
  readonly rest: readonly Call[];
  readonly module: ModuleThere;
}

/** Takes an expression apart; undefined if it is no call. A constant, and what a function of the app returns, is followed. */
export function chainOf({ node, module }: Found, modules: Modules, left = 6): Chain | undefined {
  const rest: Call[] = [];
  let current = bare(node);
  while (current.type === "CallExpression") {
    const callee = part(current, "callee");
    if (!callee) return undefined;
    const args = parts(current, "arguments");
    const object = callee.type === "MemberExpression" ? part(callee, "object") : undefined;
    const method = callee.type === "MemberExpression" && !isSet(callee, "computed");
    const name = nameOf(method ? part(callee, "property") : callee) ?? "";
    const call = { name, node: current, args };
    const inner = object && bare(object);
    if (method && inner && isChained(inner, module)) {
      rest.unshift(call);
      current = inner;
      continue;
    }
    const returned = left > 0 && callee.type === "Identifier" && returnedBy(name, module, modules);
    const base = returned ? chainOf(returned, modules, left - 1) : undefined;
    return base ? { ...base, rest: [...base.rest, ...rest] } : { callee, first: call, rest, module };
  }
  const constant =
    left > 0 && current.type === "Identifier"
      ? declarationOf(nameOf(current) ?? "", module, modules)
      : undefined;
  const base = constant && chainOf(constant, modules, left - 1);
  return base && { ...base, rest: [...base.rest, ...rest] };
}

/** Whether methods are called on it: another call, or a constant that is one; a namespace is none. */
function isChained(node: SyntaxNode, { locals }: ModuleThere): boolean {
  if (node.type === "CallExpression") return true;
  const value = node.type === "Identifier" ? locals.get(nameOf(node) ?? "")?.value : undefined;
  return value !== undefined && bare(value).type === "CallExpression";
}

/** What a function at the top of a module returns, if it does nothing else. */
function returnedBy(name: string, module: ModuleThere, modules: Modules): Found | undefined {
  const found = declarationOf(name, module, modules);
  const value = found && returnOf(found.node);
  return value && { node: value, module: found.module };
}

/** The expression that a function returns. */
export function returnOf(fn: SyntaxNode): SyntaxNode | undefined {
  if (!fn.type.includes("Function")) return undefined;
  const body = part(fn, "body");
  if (body && body.type !== "BlockStatement") return bare(body);
  const [statement] = body ? parts(body, "body").filter(({ type }) => type === "ReturnStatement") : [];
  const value = statement && part(statement, "argument");
  return value && bare(value);
}
