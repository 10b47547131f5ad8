import { asksForCaller, failureName, isLookup, secretComparison, textCalls } from "../guard-signs.js";
import { nameOf, part, parts, word, type SyntaxNode } from "../../syntax/module-syntax.js";
import { bodyAsks } from "./bodies.js";
import { credentialOf, secretIn } from "./credentials.js";
import { calleeName, calledFunction, core, nameOfMember, type Scope } from "./scope.js";
import { traceOf } from "./traces.js";

/**
 * What makes sure of the caller in a condition: that the handler goes on only if it is not `outcome`. Every caller has to come by
 * it: of `post.isPrivate && !session`, both have to depend on who calls, and `session && session.role !== "admin"` lets those
 * pass who have no session. Pure.
 *
 * @param outcome the value of the condition with which the handler refuses.
 * @returns what is asked, as it is listed, e.g. `auth()`; undefined if it is nothing of the kind.
 */
export function guardIn(test: SyntaxNode, outcome: boolean, scope: Scope, left = 8): string | undefined {
  const node = core(test);
  if (left === 0) return undefined;
  const again = (inner: SyntaxNode | undefined, wanted: boolean) =>
    inner && guardIn(inner, wanted, scope, left - 1);
  switch (node.type) {
    case "UnaryExpression":
      return word(node, "operator") === "!" ? again(part(node, "argument"), !outcome) : undefined;
    case "LogicalExpression": {
      const isOneEnough = (word(node, "operator") !== "&&") === outcome;
      const sides = [part(node, "left"), part(node, "right")].filter((side) => side !== undefined);
      const counted = sides.filter(
        (side) => isOneEnough || !(isEmpty(core(side)) || isOfEnvironment(side, scope)),
      );
      const guards = counted.map((side) => again(side, outcome));
      return isOneEnough || guards.every((guard) => guard !== undefined)
        ? guards.find((guard) => guard !== undefined)
        : undefined;
    }
    case "BinaryExpression":
      return guardInComparison(node, outcome, scope, again);
    default:
      return guardInValue(node, outcome, scope, again);
  }
}

type Again = (inner: SyntaxNode | undefined, wanted: boolean) => string | undefined;

function guardInComparison(
  node: SyntaxNode,
  outcome: boolean,
  scope: Scope,
  again: Again,
): string | undefined {
  const operator = word(node, "operator") ?? "";
  const [left, right] = [part(node, "left"), part(node, "right")];
  if (!left || !right) return undefined;
  if (operator === "instanceof")
    return outcome && /Response|Error/.test(nameOfMember(right)) ? asked(left, scope) : undefined;
  if (operator === "in")
    return outcome && failureName.test(nameOf(left) ?? "") ? asked(right, scope) : undefined;
  if (!/^[!=]==?$/.test(operator)) return undefined;
  // What is refused if both are equal.
  const refusesEqual = operator.startsWith("=") === outcome;
  for (const [value, other] of [
    [left, core(right)],
    [right, core(left)],
  ] as const) {
    if (isEmpty(other)) return again(value, !refusesEqual);
    if (word(other, "raw") === "true") return again(value, refusesEqual);
    if (
      other.type === "Literal" &&
      /^(un\w+ed|error|fail(ed|ure)?|missing|invalid|denied|expired|forbidden)$/i.test(nameOf(other) ?? "")
    )
      return refusesEqual ? asked(value, scope) : undefined;
  }
  if (refusesEqual) return undefined;
  return secretIn(left, right, scope) ?? asked(left, scope) ?? asked(right, scope);
}

function isEmpty(node: SyntaxNode): boolean {
  if (node.type === "Identifier") return nameOf(node) === "undefined";
  return /^(null|false|""|''|0)$/.test(word(node, "raw") ?? "");
}

/** A value that has to be there, or that must not. */
function guardInValue(node: SyntaxNode, outcome: boolean, scope: Scope, again: Again): string | undefined {
  const name = node.type === "Identifier" ? nameOf(node) : undefined;
  const [bound, ...others] = name === undefined ? [] : (scope.bindings.get(name) ?? []);
  if (bound && others.length === 0) {
    const value = core(bound);
    if (/^(UnaryExpression|LogicalExpression|BinaryExpression)$/.test(value.type))
      return again(value, outcome);
  }
  if (outcome && !failureName.test(lastName(node))) return undefined;
  if (node.type === "CallExpression" && secretComparison.test(lastName(node)))
    return credentialOf([node], scope) ?? `${lastName(node)}()`;
  return asked(node, scope);
}

function lastName(node: SyntaxNode): string {
  const name = node.type === "CallExpression" ? calleeName(node) : nameOfMember(node);
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The call that a value follows from and that asks who the caller is. */
function asked(node: SyntaxNode, scope: Scope): string | undefined {
  const { calls, members, names } = traceOf(node, scope);
  const { wrapper, parameters } = scope;
  const isHandedOver =
    members.some(({ object, property }) => parameters.has(object) && handedOver.test(property)) ||
    names.some((name) => parameters.has(name) && handedOver.test(name));
  if (wrapper !== undefined && isHandedOver) return wrapper;
  for (const call of calls) {
    const name = calleeName(call);
    if (isOptOut(call) || isLookup(name, givenTo(call, scope))) continue;
    if (asksForCaller(name)) return `${name}()`;
    if (secretComparison.test(lastName(call))) return credentialOf([call], scope) ?? `${name}()`;
  }
  // A lookup with what a header or a cookie says.
  const users = calls.filter((call) => !textCalls.test(lastName(call)));
  const credential = users.length > 0 ? credentialOf(users, scope) : undefined;
  if (credential !== undefined) return credential;
  // A function of the app's own that asks in its turn.
  if (scope.depth === 0) return undefined;
  for (const call of users) {
    const found = isOptOut(call) ? undefined : calledFunction(call, scope);
    if (found && bodyAsks(found.node)) return `${calleeName(call)}()`;
  }
  return undefined;
}

/** What a wrapper puts on the request, or hands over beside it. */
const handedOver =
  /^(auth|authentication|authenticated|user|userId|session|token|currentUser|caller|principal|apiKey)$/;

/** The text of what a call is given. */
function givenTo(call: SyntaxNode, { module }: Scope): string {
  const given = parts(call, "arguments");
  return module.text.slice(given[0]?.start ?? 0, given.at(-1)?.end ?? 0);
}

/** `parseRequest(request, schema, { skipAuth: true })`, `withApi({ auth: "none", … })`. */
export function isOptOut(call: SyntaxNode): boolean {
  return parts(call, "arguments").some((argument) =>
    parts(core(argument), "properties").some((property) => {
      const key = nameOf(part(property, "key")) ?? "";
      const value = word(part(property, "value") ?? property, "raw");
      return (
        (/^(skip|no|optional|allow(Anonymous|Public)|public|isPublic)/.test(key) && value !== "false") ||
        (/^(auth|authentication|requireAuth|requiresAuth|required)$/.test(key) &&
          /^(false|["'](none|public|optional)["'])$/.test(value ?? ""))
      );
    }),
  );
}

/** Whether a condition is about where the app runs: `process.env.NODE_ENV === "production"`. */
function isOfEnvironment(node: SyntaxNode, scope: Scope): boolean {
  const { members, calls } = traceOf(node, scope);
  return (
    calls.length === 0 && members.some(({ property }) => /^(NODE_ENV|VERCEL_ENV|APP_ENV)$/.test(property))
  );
}
