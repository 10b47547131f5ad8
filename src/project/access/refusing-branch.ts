import { asksForCaller, clientFault, givesCaller, refusalWords, toSignIn } from "../guard-signs.js";
import { part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { canRefuse } from "./bodies.js";
import { calledFunction, calleeName, core, type Scope } from "./scope.js";
import { traceOf } from "./traces.js";

/**
 * What a branch that leaves the function says to the caller: that they are not known or not allowed (`refuses`), something that is
 * the client's fault whatever it is (`fault`), or what a call answered, which may be either (that call).
 */
export type WayOut = "refuses" | "fault" | { readonly from: SyntaxNode };

/** What a statement or a block does, if it leaves the function in any case. Pure. */
export function wayOutOf(branch: SyntaxNode | undefined, scope: Scope): WayOut | undefined {
  const last = lastOf(branch);
  if (!branch || !last) return undefined;
  const text = scope.module.text.slice(branch.start, branch.end);
  const value = part(last, "argument") ?? part(last, "expression");
  if (last.type === "ExpressionStatement") {
    // Next's own, which throw; the others only return.
    const name = value && calleeName(core(value));
    if (!/^(redirect|permanentRedirect|unauthorized|forbidden|notFound)$/.test(name ?? "")) return undefined;
    if (/^(unauthorized|forbidden)$/.test(name ?? "") || toSignIn.test(text)) return "refuses";
    return name === "notFound" ? "fault" : undefined;
  }
  if (!/^(ReturnStatement|ThrowStatement)$/.test(last.type)) return undefined;
  if (refusalWords.test(text) || toSignIn.test(text)) return "refuses";
  const calls = (value ? traceOf(value, scope).calls : []).filter(
    (call) => !/Response\.\w+$/.test(calleeName(call)) && !scope.bindings.has(calleeName(call)),
  );
  const answering = calls.find((call) => answers(call, scope));
  if (answering) return { from: answering };
  // `if (error) return error();`
  const isHandedOn = value && /^(Identifier|CallExpression|MemberExpression)$/.test(core(value).type);
  const [first] = calls;
  if (isHandedOn && first && core(value) !== first) return { from: first };
  return clientFault.test(text) || last.type === "ThrowStatement" ? "fault" : undefined;
}

/** Whether a way out is a refusal of a caller whom `guard` has asked for. */
export function isRefusal(way: WayOut | undefined, guard: string, scope: Scope): boolean {
  if (way === undefined) return false;
  if (way === "refuses") return true;
  const name = guard.replace(/\(\)$/, "");
  if (way === "fault") return givesCaller(name);
  const found = calledFunction(way.from, scope);
  return found ? canRefuse(found.node, found.module.text) : asksForCaller(calleeName(way.from));
}

/** Whether a function of the app's own answers that the caller is not known or not allowed. */
function answers(call: SyntaxNode, scope: Scope): boolean {
  const found = calledFunction(call, scope);
  return found !== undefined && canRefuse(found.node, found.module.text);
}

/** The statement that a branch ends in. */
function lastOf(branch: SyntaxNode | undefined): SyntaxNode | undefined {
  if (branch?.type !== "BlockStatement") return branch;
  return parts(branch, "body").at(-1);
}
