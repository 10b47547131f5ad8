import { expression } from "./expressions.js";
import { element as listElement } from "./members.js";
import type { Node, Parser } from "./parser.js";
import { typeArguments } from "./type-parameters.js";

/** An element or fragment where an expression is expected. Entities in its texts stay as they are written. */
export function jsxHere(p: Parser): Node {
  const found = jsxElement(p);
  p.advance();
  return { ...found, end: p.lastEnd };
}

/** An element to its last `>`, which stays the token: what follows it may be text. */
function jsxElement(p: Parser): Node {
  const { start } = p;
  p.expect("<");
  if (p.is(">")) {
    const openingFragment = { type: "JSXOpeningFragment", start, end: p.end };
    const children = jsxChildren(p);
    const closingFragment = { type: "JSXClosingFragment", start: p.start, ...closing(p, undefined) };
    return { type: "JSXFragment", start, end: p.end, openingFragment, children, closingFragment };
  }
  const name = elementName(p);
  const types = p.is("<") ? { typeArguments: typeArguments(p) } : {};
  const attributes: Node[] = [];
  while (!p.is("/") && !p.is(">")) attributes.push(attribute(p));
  const selfClosing = p.eat("/");
  if (!p.is(">")) p.unexpected();
  const openingElement = {
    type: "JSXOpeningElement",
    start,
    end: p.end,
    name,
    ...types,
    attributes,
    selfClosing,
  };
  const children = selfClosing ? [] : jsxChildren(p);
  const closingElement = selfClosing
    ? null
    : { type: "JSXClosingElement", start: p.start, ...closing(p, p.text.slice(name.start, name.end)) };
  return { type: "JSXElement", start, end: p.end, openingElement, children, closingElement };
}

/** `</name>`; its `>` stays the token. */
function closing(p: Parser, opened: string | undefined): { end: number; name?: Node } {
  p.expect("<");
  p.expect("/");
  const name = opened === undefined ? undefined : elementName(p);
  if (name && p.text.slice(name.start, name.end).replaceAll(/\s/g, "") !== opened?.replaceAll(/\s/g, ""))
    p.fail(`Expected corresponding JSX closing tag for <${opened ?? ""}>`, name.start);
  if (!p.is(">")) p.unexpected();
  return { end: p.end, ...(name ? { name } : {}) };
}

/** What ends a text between tags; the signs that close something there have to be written in another way. */
const ends = /[<>{}]/;

/** What stands behind a `>`, up to the `<` of a closing tag, which becomes the token. */
function jsxChildren(p: Parser): Node[] {
  const found: Node[] = [];
  for (;;) {
    const start = p.end;
    const { text } = p;
    let at = start;
    while (at < text.length && !ends.test(text[at] ?? "")) at += 1;
    if (at >= text.length) p.fail("Unterminated JSX contents", start);
    if (text[at] === ">" || text[at] === "}") p.fail("Unexpected token", at);
    if (at > start)
      found.push({
        type: "JSXText",
        start,
        end: at,
        value: text.slice(start, at),
        raw: text.slice(start, at),
      });
    p.lastEnd = at;
    p.scanAt(at);
    if (p.is("<") && p.isNext("/")) return found;
    if (!p.is("<") && !p.is("{")) p.unexpected();
    found.push(p.is("<") ? jsxElement(p) : container(p));
  }
}

/** `{x}`, `{...x}`, `{}`; its `}` stays the token. */
function container(p: Parser): Node {
  const { start, end: inner } = p;
  p.advance();
  if (p.is("}")) {
    const empty = { type: "JSXEmptyExpression", start: inner, end: p.start };
    return { type: "JSXExpressionContainer", start, end: p.end, expression: empty };
  }
  const isSpread = p.eat("...");
  const value = expression(p);
  if (!p.is("}")) p.unexpected();
  const type = isSpread ? "JSXSpreadChild" : "JSXExpressionContainer";
  return { type, start, end: p.end, expression: value };
}

/** A name of JSX goes on behind a `-`. */
function jsxWord(p: Parser): Node {
  const { start } = p;
  if (p.word === "") p.unexpected();
  const dashed = /[-\w$\u00b7-\uffff]*/y;
  dashed.lastIndex = p.end;
  dashed.exec(p.text);
  p.end = dashed.lastIndex;
  const name = p.text.slice(start, p.end);
  p.advance();
  return { type: "JSXIdentifier", start, end: p.lastEnd, name };
}

/** `a`, `a:b`. */
function jsxName(p: Parser): Node {
  const namespace = jsxWord(p);
  if (!p.is(":")) return namespace;
  p.advance();
  const name = jsxWord(p);
  return { type: "JSXNamespacedName", start: namespace.start, end: p.lastEnd, namespace, name };
}

/** `a`, `a:b`, `A.B.C`. */
function elementName(p: Parser): Node {
  let name = jsxName(p);
  while (p.is(".")) {
    p.advance();
    const object = name;
    const property = jsxWord(p);
    name = { type: "JSXMemberExpression", start: object.start, end: p.lastEnd, object, property };
  }
  return name;
}

function attribute(p: Parser): Node {
  const { start } = p;
  if (p.is("{")) {
    p.advance();
    if (!p.is("...")) p.unexpected();
    const { argument } = listElement(p);
    p.expect("}");
    return { type: "JSXSpreadAttribute", start, end: p.lastEnd, argument };
  }
  const name = jsxName(p);
  const value = p.is("=") ? attributeValue(p) : null;
  return { type: "JSXAttribute", start, end: p.lastEnd, name, value };
}

/** Behind a `=`: a text without escapes that may have line breaks, an element, or something in curly brackets. */
function attributeValue(p: Parser): Node {
  const quoted = /\s*(?:"[^"]*"|'[^']*')/y;
  quoted.lastIndex = p.end;
  const [found] = quoted.exec(p.text) ?? [];
  if (found !== undefined) {
    const raw = found.trimStart();
    const start = p.end + found.length - raw.length;
    const end = p.end + found.length;
    p.end = end;
    p.advance();
    return { type: "Literal", start, end, value: raw.slice(1, -1), raw };
  }
  p.advance();
  if (p.is("<")) return jsxHere(p);
  if (!p.is("{")) p.unexpected();
  const value = container(p);
  const held = value["expression"] as Node;
  if (value.type === "JSXSpreadChild" || held.type === "JSXEmptyExpression")
    p.fail("Unexpected token", held.start);
  p.advance();
  return value;
}
