import {
  bare,
  nameOf,
  part,
  parts,
  walk,
  type ModuleSyntax,
  type SyntaxNode,
} from "../../syntax/module-syntax.js";
import { importsOf } from "../imports.js";

/**
 * How the catch blocks of a file log what they caught, as the habit is written: the call with `message` and `error` where
 * they stand, e.g. `logger.error({ err: error }, message)`. Only what another file could call too: the console, or
 * something that is imported. Pure.
 */
export function loggersIn(syntax: ModuleSyntax): string[] {
  const imported = new Set(importsOf(syntax).flatMap(({ names }) => names.map(({ local }) => local)));
  const found: string[] = [];
  walk(syntax.program, (node) => {
    const caught = node.type === "CatchClause" ? nameOf(part(node, "param")) : undefined;
    const body = part(node, "body");
    if (caught === undefined || !body) return;
    let logger: string | undefined;
    walk(body, (each) => {
      // A statement of its own: what is answered with the error is something else.
      const call = each.type === "ExpressionStatement" ? part(each, "expression") : undefined;
      if (call?.type === "CallExpression") logger ??= loggerOf(call, caught, imported);
      return logger === undefined;
    });
    if (logger !== undefined) found.push(logger);
  });
  return found;
}

function loggerOf(call: SyntaxNode, caught: string, imported: ReadonlySet<string>): string | undefined {
  const callee = part(call, "callee");
  const path = callee && pathOf(callee);
  const [root] = path ?? [];
  const last = path?.at(-1);
  if (!path || root === undefined || last === undefined) return undefined;
  const isKnown = root === "console" || imported.has(root);
  if (!isKnown || !/error|exception|^(log|report|warn)/i.test(last)) return undefined;
  const taken = parts(call, "arguments").map((argument) => argumentOf(bare(argument), caught));
  if (taken.includes(undefined) || !taken.some((text) => text?.includes("error") === true)) return undefined;
  if (taken.filter((text) => text === "message").length > 1) return undefined;
  return `${path.join(".")}(${taken.join(", ")})`;
}

/** `logger.error` as its names, from the left. */
function pathOf(node: SyntaxNode): string[] | undefined {
  if (node.type === "Identifier") return [nameOf(node) ?? ""];
  const object = node.type === "MemberExpression" ? part(node, "object") : undefined;
  const property = object && nameOf(part(node, "property"));
  const before = object && pathOf(object);
  return before && property !== undefined ? [...before, property] : undefined;
}

/** What an argument is: the sentence, the error, or an object with nothing but the error in it. */
function argumentOf(node: SyntaxNode, caught: string): string | undefined {
  if (node.type === "TemplateLiteral" || (node.type === "Literal" && nameOf(node) !== undefined))
    return "message";
  if (node.type === "Identifier") return nameOf(node) === caught ? "error" : undefined;
  if (node.type !== "ObjectExpression") return undefined;
  const members = parts(node, "properties");
  const [only] = members;
  if (members.length !== 1 || !only || nameOf(part(only, "value")) !== caught) return undefined;
  const key = nameOf(part(only, "key"));
  return key === undefined ? undefined : key === "error" ? "{ error }" : `{ ${key}: error }`;
}
