import { boundBy } from "../../syntax/bound-names.js";
import {
  bare,
  isFunction,
  isSet,
  nameOf,
  part,
  parts,
  walk,
  word,
  type SyntaxNode,
} from "../../syntax/module-syntax.js";
import { declarationOf, type Found, type ModuleThere, type Modules } from "./modules.js";

/** What the names in a function stand for. */
export interface Scope {
  readonly module: ModuleThere;
  readonly modules: Modules;
  /** Everything that a variable is set to, those of the functions around it too. */
  readonly bindings: ReadonlyMap<string, readonly SyntaxNode[]>;
  /** The names of the parameters. */
  readonly parameters: ReadonlySet<string>;
  /** The wrapper that calls the function, if it is handed to one: it may put the caller on the request. */
  readonly wrapper: string | undefined;
  /** How many functions may still be followed from here. */
  readonly depth: number;
}

/** What names stand for at the top of a module. */
export function topScope(module: ModuleThere, modules: Modules): Scope {
  return { module, modules, bindings: new Map(), parameters: new Set(), wrapper: undefined, depth: 3 };
}

/** The scope of a function, inside of another one or at the top of a module. */
export function scopeOf(fn: SyntaxNode, around: Scope): Scope {
  const bindings = new Map([...around.bindings].map(([name, values]) => [name, [...values]]));
  const bind = (pattern: SyntaxNode, value: SyntaxNode) => {
    for (const name of boundBy(pattern)) bindings.set(name, [...(bindings.get(name) ?? []), value]);
  };
  walkOwn(fn, (node) => {
    if (node.type === "VariableDeclarator") {
      const [id, init] = [part(node, "id"), part(node, "init")];
      if (id && init) bind(id, init);
    }
    if (node.type === "AssignmentExpression" && word(node, "operator") === "=") {
      const [left, right] = [part(node, "left"), part(node, "right")];
      if (left && right && left.type !== "MemberExpression") bind(left, right);
    }
  });
  const parameters = parts(fn, "params").flatMap(boundBy);
  return { ...around, bindings, parameters: new Set([...around.parameters, ...parameters]) };
}

/** Every node of a function, without those of the functions in it. */
function walkOwn(fn: SyntaxNode, visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => unknown): void {
  walk(fn, (node, parent) => (node !== fn && isFunction(node) ? false : visit(node, parent)));
}

/** An expression without `await`, brackets, types and `?.` around it. */
export function core(node: SyntaxNode): SyntaxNode {
  const plain = bare(node);
  const inner =
    plain.type === "AwaitExpression"
      ? part(plain, "argument")
      : plain.type === "ChainExpression"
        ? part(plain, "expression")
        : undefined;
  return inner ? core(inner) : plain;
}

/** The name of what is called or read: `auth.api.getSession`, `this.check`; of what is computed only the last part. */
export function nameOfMember(node: SyntaxNode | undefined): string {
  if (!node) return "";
  const plain = core(node);
  if (plain.type === "MemberExpression") {
    const [object, property] = [part(plain, "object"), part(plain, "property")];
    const last = isSet(plain, "computed") ? "" : (nameOf(property) ?? "");
    const first = nameOfMember(object);
    return first === "" ? last : `${first}.${last}`;
  }
  if (plain.type === "CallExpression") return "";
  return plain.type === "Identifier" ? (nameOf(plain) ?? "") : "";
}

/** The name of what a call calls; in `withAuth({…})(…)` that of the first call. */
export function calleeName(call: SyntaxNode): string {
  const callee = part(call, "callee");
  const plain = callee && core(callee);
  return plain?.type === "CallExpression" ? calleeName(plain) : nameOfMember(plain);
}

/** The function that a call calls, where it is the app's own. */
export function calledFunction(call: SyntaxNode, scope: Scope): Found | undefined {
  const name = calleeName(call);
  if (name === "" || name.includes(".") || scope.parameters.has(name)) return undefined;
  const inside = (scope.bindings.get(name) ?? []).map(core).find(isFunction);
  if (inside) return { node: inside, module: scope.module };
  const found = declarationOf(name, scope.module, scope.modules);
  const fn = found && functionIn(found.node);
  return found && fn && { node: fn, module: found.module };
}

/** A function, or the one that is handed to calls: `cache(async () => …)`. */
function functionIn(node: SyntaxNode): SyntaxNode | undefined {
  const plain = core(node);
  if (isFunction(plain)) return plain;
  if (plain.type !== "CallExpression") return undefined;
  return parts(plain, "arguments")
    .map(functionIn)
    .find((fn) => fn !== undefined);
}
