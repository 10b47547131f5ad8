import { isFunction, isSet, nameOf, part, parts, word, type SyntaxNode } from "../../syntax/module-syntax.js";
import { calleeName, core, nameOfMember, type Scope } from "./scope.js";

/** What a value is made of, the nearest first. */
export interface Trace {
  readonly calls: readonly SyntaxNode[];
  readonly members: readonly { readonly object: string; readonly property: string }[];
  /** The names of variables that stand in it. */
  readonly names: readonly string[];
}

/**
 * What a value follows from: what stands in it, and what the variables in it are set to. Into the arguments of a call only with
 * what has to be there: `find({ owner: session.user.id })` throws without a session, `session?.user.id` does not. Pure.
 *
 * @param arguments_ "arguments too": whatever is handed to calls is looked at.
 */
export function traceOf(node: SyntaxNode, scope: Scope, arguments_?: "arguments too"): Trace {
  const calls: SyntaxNode[] = [];
  const members: { object: string; property: string }[] = [];
  const names: string[] = [];
  const seen = new Set<string>();
  const queue: { node: SyntaxNode; isGiven: boolean }[] = [{ node, isGiven: false }];
  const add = (next: SyntaxNode | undefined, isGiven: boolean) => {
    if (next) queue.push({ node: next, isGiven });
  };
  for (let next = queue.shift(); next; next = queue.shift()) {
    const plain = core(next.node);
    const { isGiven } = next;
    if (isFunction(plain)) continue;
    switch (plain.type) {
      case "Identifier": {
        const name = nameOf(plain) ?? "";
        // A variable that is handed over may be nobody.
        if (isGiven || seen.has(name)) break;
        seen.add(name);
        names.push(name);
        for (const value of scope.bindings.get(name) ?? []) add(value, false);
        if (!scope.bindings.has(name)) add(scope.module.locals.get(name)?.value, false);
        break;
      }
      case "MemberExpression": {
        const object = part(plain, "object");
        if (isGiven && hasOptional(plain)) break;
        members.push({
          object: nameOfMember(object),
          property: isSet(plain, "computed") ? "" : (nameOf(part(plain, "property")) ?? ""),
        });
        add(object, false);
        break;
      }
      case "CallExpression":
      case "NewExpression": {
        if (plain.type === "CallExpression") calls.push(plain);
        const callee = part(plain, "callee");
        const object = callee && part(core(callee), "object");
        add(object, false);
        // `error()`, where it is what another call has given.
        if (callee?.type === "Identifier" && scope.bindings.has(nameOf(callee) ?? "")) add(callee, false);
        const hasAll =
          arguments_ !== undefined || /^(Boolean|String|decodeURIComponent)$/.test(calleeName(plain));
        for (const argument of parts(plain, "arguments")) add(argument, !hasAll);
        break;
      }
      case "LogicalExpression": {
        // `session?.user.id ?? "anonymous"` is always there.
        const right = part(plain, "right");
        const isFilled = right && /^(Literal|TemplateLiteral|ObjectExpression)$/.test(core(right).type);
        if (isGiven || (isFilled && word(plain, "operator") !== "&&" && word(right, "raw") !== "null")) break;
        for (const side of ["left", "right"]) add(part(plain, side), isGiven);
        break;
      }
      default:
        for (const inner of innerOf(plain)) add(inner, isGiven);
    }
  }
  return { calls, members, names };
}

/** `a?.b.c`: undefined where there is no `a`. */
function hasOptional(member: SyntaxNode): boolean {
  const object = part(member, "object");
  return isSet(member, "optional") || (object !== undefined && hasOptional(core(object)));
}

/** The values that an expression is made of. */
function innerOf(node: SyntaxNode): SyntaxNode[] {
  const lists = ["elements", "expressions", "properties"].flatMap((name) => parts(node, name));
  const single = ["left", "right", "argument", "expression", "test", "consequent", "alternate", "tag"];
  const value = node.type === "Property" ? part(node, "value") : undefined;
  return [...lists, ...single.flatMap((name) => part(node, name) ?? []), ...(value ? [value] : [])];
}
