import { isSet, nameOf, part, parts, walk, word, type SyntaxNode } from "../syntax/module-syntax.js";
import type { RouteFile } from "../project/route-file.js";
import { inOrder, isMethod, methods as methodOrder, type Method } from "../spec/methods.js";
import type { TextEdit } from "../render/text-edits.js";

/** What has to change in the `Allow` headers of a file. */
export interface AllowLists {
  readonly edits: readonly TextEdit[];
  /** Whether there is an `Allow` whose list is not written out in the file. */
  readonly hasUnread: boolean;
}

/**
 * Adds methods to every `Allow` header in a file: `{ Allow: "GET, POST" }`, `headers.set("Allow", …)`, `["Allow", …]`, the
 * list in place, in a constant, or joined from an array. Pure.
 *
 * @param adds the methods that the file offers from now on; with GET comes HEAD, which Next.js derives. Source: RFC 9110, 10.2.1.
 */
export function allowLists({ text, syntax, style }: RouteFile, adds: readonly Method[]): AllowLists {
  const wanted = inOrder([...adds, ...(adds.includes("GET") ? (["HEAD"] as const) : [])]);
  const among = surroundingsIn(syntax.program);
  const edits = new Map<string, TextEdit>();
  let hasUnread = false;
  walk(syntax.program, (node) => {
    const value = allowValue(node, among);
    if (!value) return;
    const list = listOf(value, among.constants, text);
    // An empty list is one too, and no longer true.
    hasUnread ||= !list && (value.type !== "Literal" || word(value, "value")?.trim() === "");
    const missing = wanted.filter(
      (method) => list && !list.items.some(({ method: listed }) => listed === method),
    );
    for (const method of missing) {
      const edit = list && insertion(list, method, style.quote);
      if (edit) edits.set(`${String(edit.start)} ${method}`, edit);
    }
  });
  return { edits: [...edits.values()], hasUnread };
}

/**
 * The value of an `Allow` header, if a node sets one. Another spelling than `Allow` is a key like any other
 * (`{ anonymous: { allow: "GET" } }` decides who may do what), unless it stands among headers.
 */
function allowValue(node: SyntaxNode, among: Surroundings): SyntaxNode | undefined {
  const isAllow = (key: SyntaxNode | undefined, isHeader: boolean) => {
    const constant = key?.type === "Identifier" ? among.constants.get(nameOf(key) ?? "") : undefined;
    const name = nameOf(constant ?? key);
    return name === "Allow" || (isHeader && name?.toLowerCase() === "allow");
  };
  if (node.type === "Property") {
    const key = part(node, "key");
    const isKey = isSet(node, "computed")
      ? isAllow(key, false)
      : isAllow(asLiteral(key), among.headers.has(node));
    return isKey && !among.patterns.has(node) ? part(node, "value") : undefined;
  }
  if (node.type === "AssignmentExpression") {
    const left = part(node, "left");
    const property = left?.type === "MemberExpression" ? part(left, "property") : undefined;
    return isAllow(asLiteral(property), false) ? part(node, "right") : undefined;
  }
  if (node.type === "ArrayExpression") {
    const [key, value, ...more] = parts(node, "elements");
    return key?.type === "Literal" && isAllow(key, true) && more.length === 0 ? value : undefined;
  }
  if (node.type !== "CallExpression") return undefined;
  const [key, value] = parts(node, "arguments");
  const called = nameOf(part(part(node, "callee") ?? node, "property"));
  const sets = called === "set" || called === "append" || called === "setHeader";
  return sets && isAllow(key, true) ? value : undefined;
}

/** A key that is written as a name stands for itself, and not for a constant of that name. */
function asLiteral(key: SyntaxNode | undefined): SyntaxNode | undefined {
  const name = nameOf(key);
  return key && name !== undefined ? ({ ...key, type: "Literal", value: name } as SyntaxNode) : undefined;
}

/** What has to be known of a file to tell a header from another key. */
interface Surroundings {
  readonly constants: ReadonlyMap<string, SyntaxNode>;
  /** The properties of objects that are headers: `headers: {…}`, `new Headers({…})`. */
  readonly headers: ReadonlySet<SyntaxNode>;
  /** The properties of patterns, which set nothing. */
  readonly patterns: ReadonlySet<SyntaxNode>;
}

function surroundingsIn(program: SyntaxNode): Surroundings {
  const constants = constantsIn(program);
  const headers = new Set<SyntaxNode>();
  const patterns = new Set<SyntaxNode>();
  const addAll = (value: SyntaxNode | undefined) => {
    const object = value?.type === "Identifier" ? constants.get(nameOf(value) ?? "") : value;
    if (object?.type === "ObjectExpression")
      for (const each of parts(object, "properties")) headers.add(each);
  };
  walk(program, (node) => {
    if (node.type === "ObjectPattern") for (const each of parts(node, "properties")) patterns.add(each);
    if (node.type === "Property" && nameOf(part(node, "key")) === "headers") addAll(part(node, "value"));
    if (node.type === "VariableDeclarator" && nameOf(part(node, "id")) === "headers")
      addAll(part(node, "init"));
    if (node.type === "NewExpression" && nameOf(part(node, "callee")) === "Headers")
      addAll(parts(node, "arguments")[0]);
  });
  return { constants, headers, patterns };
}

/** A list of methods that is written out: in one string, or as an array of strings. */
interface MethodList {
  readonly kind: "text" | "array";
  readonly items: readonly { readonly method: Method; readonly start: number; readonly end: number }[];
}

function listOf(
  value: SyntaxNode,
  constants: ReadonlyMap<string, SyntaxNode>,
  text: string,
): MethodList | undefined {
  if (value.type === "Identifier") {
    const constant = constants.get(nameOf(value) ?? "");
    return constant && constant.type !== "Identifier" ? listOf(constant, constants, text) : undefined;
  }
  if (value.type === "CallExpression") {
    const callee = part(value, "callee");
    const joined = callee && nameOf(part(callee, "property")) === "join" ? part(callee, "object") : undefined;
    const named = joined?.type === "Identifier" ? constants.get(nameOf(joined) ?? "") : joined;
    const array =
      named && /^TS(As|Satisfies)Expression$/.test(named.type) ? part(named, "expression") : named;
    return array?.type === "ArrayExpression" ? arrayList(array) : undefined;
  }
  const isText =
    value.type === "Literal" ||
    (value.type === "TemplateLiteral" && parts(value, "expressions").length === 0);
  return isText ? textList(text.slice(value.start + 1, value.end - 1), value.start + 1) : undefined;
}

function arrayList(array: SyntaxNode): MethodList | undefined {
  const items = parts(array, "elements").map((element) => ({
    method: word(element, "value") ?? "",
    start: element.start,
    end: element.end,
  }));
  return asMethods("array", items);
}

function textList(list: string, offset: number): MethodList | undefined {
  const items = [...list.matchAll(/[^,\s]+/g)].map((match) => ({
    method: match[0],
    start: offset + match.index,
    end: offset + match.index + match[0].length,
  }));
  return asMethods("text", items);
}

function asMethods(
  kind: MethodList["kind"],
  items: readonly { method: string; start: number; end: number }[],
): MethodList | undefined {
  const known = items.flatMap(({ method, ...place }) => (isMethod(method) ? [{ method, ...place }] : []));
  return known.length === items.length && known.length > 0 ? { kind, items: known } : undefined;
}

/** Behind the last method that comes before it in the usual order, else at the beginning. */
function insertion({ kind, items }: MethodList, method: Method, quote: string): TextEdit | undefined {
  const written = kind === "array" ? `${quote}${method}${quote}` : method;
  const rank = methodOrder.indexOf(method);
  const before = items.findLast((item) => methodOrder.indexOf(item.method) < rank);
  const [first] = items;
  if (before) return { start: before.end, end: before.end, text: `, ${written}` };
  return first && { start: first.start, end: first.start, text: `${written}, ` };
}

/** The constants of a file that have a value in their place; not those of a name that is given more than once. */
function constantsIn(program: SyntaxNode): Map<string, SyntaxNode> {
  const constants = new Map<string, SyntaxNode>();
  const seen = new Set<string>();
  walk(program, (node) => {
    const name = node.type === "VariableDeclarator" ? nameOf(part(node, "id")) : undefined;
    const value = part(node, "init");
    if (name === undefined) return;
    if (value && !seen.has(name)) constants.set(name, value);
    else constants.delete(name);
    seen.add(name);
  });
  return constants;
}
