import { isMethod, type Method } from "../spec/methods.js";
import type { ModuleExports } from "./module-exports.js";
import { isFunction, nameOf, part, walk, word, type SyntaxNode } from "../syntax/module-syntax.js";

/**
 * The methods of a file whose handlers can only answer 405: exported, and yet not offered. Ours are told by their name
 * (see {@link ModuleExports.refused}); these are other people's, and they are told by what they return. Pure.
 */
export function refusingMethods({ all }: ModuleExports): Method[] {
  return all.flatMap(({ name, value }) => (isMethod(name) && value && onlyRefuses(value) ? [name] : []));
}

/** Whether every way out of a function is an answer with the status 405. */
export function onlyRefuses(fn: SyntaxNode): boolean {
  if (!isFunction(fn)) return false;
  const body = part(fn, "body");
  if (body && body.type !== "BlockStatement") return has405(body);
  const answers: (SyntaxNode | undefined)[] = [];
  walk(fn, (node) => {
    if (node !== fn && node.type.includes("Function")) return false;
    if (node.type === "ReturnStatement") answers.push(part(node, "argument"));
    return true;
  });
  return answers.length > 0 && answers.every((answer) => answer !== undefined && has405(answer));
}

/** Whether an answer is made with `{ status: 405 }`. */
function has405(node: SyntaxNode): boolean {
  let found = false;
  walk(node, (each) => {
    const value = part(each, "value");
    found ||= nameOf(part(each, "key")) === "status" && value !== undefined && word(value, "raw") === "405";
  });
  return found;
}
