import { guardsByItself, verifierClasses } from "../guard-signs.js";
import { isFunction, nameOf, part, parts, walk, type SyntaxNode } from "../../syntax/module-syntax.js";
import { canRefuse } from "./bodies.js";
import { guardIn } from "./conditions.js";
import { isRefusal, wayOutOf } from "./refusing-branch.js";
import { calledFunction, calleeName, core, scopeOf, topScope, type Scope } from "./scope.js";

/** What makes sure of the caller in a function. */
export interface GuardFound {
  /** As it is listed, e.g. `auth()`. */
  readonly by: string;
  /** Whether it throws or redirects, so that it holds for whoever calls the function, whatever is done with the result. */
  readonly throws: boolean;
}

/**
 * The guard of a function: on the way that every call takes through it. What stands in a branch, a loop or a callback does not
 * count. Pure.
 */
export function guardOf(fn: SyntaxNode, scope: Scope): GuardFound | undefined {
  const own = scopeOf(fn, scope);
  const body = part(fn, "body");
  if (!body) return undefined;
  if (body.type !== "BlockStatement") return inValue(body, true, own);
  return inStatements(parts(body, "body"), own);
}

function inStatements(statements: readonly SyntaxNode[], scope: Scope): GuardFound | undefined {
  for (const [index, statement] of statements.entries()) {
    const found = inStatement(statement, statements.slice(index + 1), scope);
    if (found) return found;
    if (/^(ReturnStatement|ThrowStatement)$/.test(statement.type)) return undefined;
  }
  return undefined;
}

function inStatement(
  statement: SyntaxNode,
  rest: readonly SyntaxNode[],
  scope: Scope,
): GuardFound | undefined {
  switch (statement.type) {
    case "BlockStatement":
      return inStatements(parts(statement, "body"), scope);
    case "IfStatement":
      return inBranches(statement, rest, scope);
    case "TryStatement":
      return inTry(statement, rest, scope);
    case "ReturnStatement":
      return inValue(part(statement, "argument"), true, scope);
    case "ExpressionStatement":
      return inValue(part(statement, "expression"), false, scope);
    case "VariableDeclaration":
      for (const declarator of parts(statement, "declarations")) {
        const found = inValue(part(declarator, "init"), false, scope);
        if (found) return found;
      }
      return undefined;
    default:
      return undefined;
  }
}

/** `if (!session) return …401`, and the other way round: `if (session) { … } return …401`. */
function inBranches(
  statement: SyntaxNode,
  rest: readonly SyntaxNode[],
  scope: Scope,
): GuardFound | undefined {
  const test = part(statement, "test");
  if (!test) return undefined;
  const byItself = inValue(test, false, scope);
  if (byItself) return byItself;
  const consequent = part(statement, "consequent");
  const alternate = part(statement, "alternate");
  // Behind an `if` without `else`, what follows is its `else`, if there is nothing but the answer.
  const [next, ...more] = rest;
  const otherwise = alternate ?? (more.length === 0 ? next : undefined);
  for (const [branch, outcome] of [
    [consequent, true],
    [otherwise, false],
  ] as const) {
    const way = wayOutOf(branch, scope);
    const by = way === undefined ? undefined : guardIn(test, outcome, scope);
    if (by !== undefined && isRefusal(way, by, scope)) return { by, throws: leavesByThrow(branch) };
  }
  return undefined;
}

function leavesByThrow(branch: SyntaxNode | undefined): boolean {
  const last = branch?.type === "BlockStatement" ? parts(branch, "body").at(-1) : branch;
  return last !== undefined && last.type !== "ReturnStatement";
}

/** What throws in a `try` counts only if its `catch` leaves the function too. */
function inTry(statement: SyntaxNode, rest: readonly SyntaxNode[], scope: Scope): GuardFound | undefined {
  const block = part(statement, "block");
  const caught = part(part(statement, "handler") ?? statement, "body");
  const found = block && inStatements(parts(block, "body"), scope);
  if (!found?.throws || !caught) return found;
  const last = parts(caught, "body").at(-1);
  const leaves = last !== undefined && /^(ReturnStatement|ThrowStatement)$/.test(last.type);
  // It answers instead of throwing, to whoever called the function.
  return leaves
    ? { by: found.by, throws: last.type === "ThrowStatement" }
    : rest.length === 0
      ? found
      : undefined;
}

/** What is called in an expression in any case, and lets nobody on who may not. */
function inValue(value: SyntaxNode | undefined, isReturned: boolean, scope: Scope): GuardFound | undefined {
  if (!value) return undefined;
  for (const call of callsOnTheWay(value)) {
    const name = calleeName(call);
    const found = calledFunction(call, scope);
    const isNamed = guardsByItself(name) || isVerifier(call, scope);
    if (isNamed && (!found || canRefuse(found.node, found.module.text)))
      return { by: `${name}()`, throws: true };
    if (!found || scope.depth === 0) continue;
    const isInside = found.module === scope.module && scope.bindings.has(name);
    const around = isInside ? scope : topScope(found.module, scope.modules);
    const inner = guardOf(found.node, { ...around, depth: scope.depth - 1 });
    if (inner && (inner.throws || (isReturned && core(value) === call)))
      return { by: `${name}()`, throws: inner.throws };
  }
  const plain = core(value);
  if (!isReturned || plain.type !== "CallExpression") return undefined;
  // `return traced(async () => { … })`
  const callbacks = parts(plain, "arguments").map(core).filter(isFunction);
  const [callback] = callbacks;
  return callback && callbacks.length === 1 ? guardOf(callback, scope) : undefined;
}

/** The calls in an expression that are made whatever the values are, and whose errors are not caught at once. */
function callsOnTheWay(value: SyntaxNode): SyntaxNode[] {
  const calls: SyntaxNode[] = [];
  const visit = (node: SyntaxNode) => {
    if (isFunction(node)) return;
    if (node.type === "LogicalExpression" || node.type === "ConditionalExpression") {
      const first = part(node, "left") ?? part(node, "test");
      if (first) visit(first);
      return;
    }
    const callee = node.type === "CallExpression" ? part(node, "callee") : undefined;
    const isCaught = callee && /^(catch|then|allSettled)$/.test(nameOf(part(callee, "property")) ?? "");
    if (callee && !isCaught) calls.push(node);
    if (isCaught) return;
    walk(node, (inner, parent) => {
      if (inner === node) return true;
      if (parent === node) visit(inner);
      return false;
    });
  };
  visit(value);
  return calls;
}

/** `new Webhook(secret).verify(…)`, as Svix has it. */
function isVerifier(call: SyntaxNode, scope: Scope): boolean {
  const callee = part(call, "callee");
  if (nameOf(callee && part(callee, "property")) !== "verify") return false;
  const object = core(part(callee ?? call, "object") ?? call);
  const values = [object, ...(scope.bindings.get(nameOf(object) ?? "") ?? []).map(core)];
  return values.some(
    (each) => each.type === "NewExpression" && verifierClasses.test(nameOf(part(each, "callee")) ?? ""),
  );
}
