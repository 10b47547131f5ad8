import {
  asksForCaller,
  givesCaller,
  guardsByItself,
  isSecretName,
  refusalWords,
  secretComparison,
} from "../guard-signs.js";
import { nameOf, part, walk, type SyntaxNode } from "../../syntax/module-syntax.js";
import { calleeName, nameOfMember } from "./scope.js";

/**
 * Whether something in a function asks who calls. More than a word in a name is needed, as nobody sees what follows from it: a call
 * that gives the caller, or a comparison with a secret of the environment.
 */
export function bodyAsks(fn: SyntaxNode): boolean {
  return has(fn, (node) => {
    if (node.type === "CallExpression") {
      const name = calleeName(node);
      const last = name.slice(name.lastIndexOf(".") + 1);
      return (
        guardsByItself(name) || (asksForCaller(name) && givesCaller(name)) || secretComparison.test(last)
      );
    }
    return node.type === "BinaryExpression" && has(node, isSecretOfEnvironment);
  });
}

function isSecretOfEnvironment(node: SyntaxNode): boolean {
  if (node.type !== "MemberExpression" || !/(^|\.)env$/.test(nameOfMember(part(node, "object"))))
    return false;
  return isSecretName(nameOf(part(node, "property")) ?? "");
}

/**
 * Whether a function could refuse at all: it throws, redirects, answers 401 or 403, or calls what does. One that is called
 * `requireUser` and only returns a user or null cannot.
 */
export function canRefuse(fn: SyntaxNode, text: string): boolean {
  return (
    refusalWords.test(text.slice(fn.start, fn.end)) ||
    has(fn, (node) => {
      if (node.type === "ThrowStatement") return true;
      if (node.type !== "CallExpression") return false;
      const name = calleeName(node);
      return /(^|\.)(redirect|notFound|unauthorized|forbidden)$/.test(name) || guardsByItself(name);
    })
  );
}

function has(fn: SyntaxNode, is: (node: SyntaxNode) => boolean): boolean {
  let found = false;
  walk(fn, (node) => {
    found ||= is(node);
    return !found;
  });
  return found;
}
