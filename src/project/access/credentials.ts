import { credentialName, isSecretName } from "../guard-signs.js";
import { nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { core, type Scope } from "./scope.js";
import { traceOf } from "./traces.js";

/** A comparison with a secret: the header or parameter that has to have it, else the name of the secret. */
export function secretIn(left: SyntaxNode, right: SyntaxNode, scope: Scope): string | undefined {
  for (const [value, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const { members, names } = traceOf(value, scope);
    const secret = [...members.map(({ property }) => property), ...names].find(isSecretName);
    const isOwn = members.some(({ object }) =>
      /(^|\.)(process\.env|env|config|settings|serverEnv)$/i.test(object),
    );
    const isNamed = secret !== undefined && (isOwn || /^[A-Z0-9_]+$/.test(secret));
    if (isNamed) return credentialOf([other], scope) ?? secret;
  }
  return undefined;
}

/** The header, cookie or parameter that says who calls, as it is listed: `authorization header`. */
export function credentialOf(nodes: readonly SyntaxNode[], scope: Scope): string | undefined {
  for (const node of nodes) {
    for (const call of traceOf(node, scope, "arguments too").calls) {
      const callee = core(part(call, "callee") ?? call);
      const [argument] = parts(call, "arguments");
      const name = argument && nameOf(core(argument));
      const property = part(callee, "property");
      if (nameOf(property) !== "get" || name === undefined || !credentialName.test(name)) continue;
      const object = part(callee, "object");
      const from = object ? sourceOf(object, scope) : "";
      if (/header/i.test(from)) return `${name.toLowerCase()} header`;
      if (/cookie/i.test(from)) return `${name} cookie`;
      if (/params|query/i.test(from)) return `${name} parameter`;
    }
  }
  return undefined;
}

/** The text of what is read from, and of what that is set to: `request.headers`, `(await cookies())`. */
function sourceOf(node: SyntaxNode, scope: Scope): string {
  const text = scope.module.text.slice(node.start, node.end);
  const bound = scope.bindings.get(nameOf(core(node)) ?? "") ?? [];
  return [text, ...bound.map((each) => scope.module.text.slice(each.start, each.end))].join(" ");
}
