import { assignment } from "./expressions.js";
import { identifier, propertyKey } from "./names.js";
import type { Node, Parser } from "./parser.js";

/** What gets a value where names are made: a name or a pattern. */
export function binding(p: Parser): Node {
  if (p.is("[")) return arrayPattern(p);
  return p.is("{") ? objectPattern(p) : identifier(p);
}

/** The same, with what it gets if there is nothing else. */
function bindingWithDefault(p: Parser): Node {
  const left = binding(p);
  return p.is("=") ? withDefault(p, left) : left;
}

/** A name or pattern that is read already, with its `= …`. */
export function withDefault(p: Parser, left: Node): Node {
  p.expect("=");
  const right = assignment(p);
  return { type: "AssignmentPattern", start: left.start, end: p.lastEnd, left, right };
}

/** `...rest` of a pattern. */
function restElement(p: Parser): Node {
  const { start } = p;
  p.expect("...");
  const argument = binding(p);
  return { type: "RestElement", start, end: p.lastEnd, argument };
}

function arrayPattern(p: Parser): Node {
  const { start } = p;
  const elements = p.elements(() => (p.is("...") ? restElement(p) : bindingWithDefault(p)));
  return { type: "ArrayPattern", start, end: p.lastEnd, elements };
}

function objectPattern(p: Parser): Node {
  const { start } = p;
  p.advance();
  const properties = p.list("}", () => (p.is("...") ? restElement(p) : patternProperty(p)));
  return { type: "ObjectPattern", start, end: p.lastEnd, properties };
}

function patternProperty(p: Parser): Node {
  const { start } = p;
  const isName = p.is("name");
  const { key, computed } = propertyKey(p, assignment);
  const shorthand = !p.is(":");
  if (shorthand && (computed || !isName)) p.unexpected();
  if (!shorthand) p.advance();
  const value = shorthand ? shorthandValue(p, key) : bindingWithDefault(p);
  return {
    type: "Property",
    start,
    end: p.lastEnd,
    method: false,
    shorthand,
    computed,
    key,
    value,
    kind: "init",
  };
}

/** Behind `{ name`: the name again, with what it gets if there is nothing else. */
export function shorthandValue(p: Parser, key: Node): Node {
  const left = { ...key };
  return p.is("=") ? withDefault(p, left) : left;
}
