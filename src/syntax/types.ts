import { signatureOf } from "./type-members.js";
import { anyWord } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { typeOperand } from "./type-operands.js";

/** `: T`. */
export function typeAnnotation(p: Parser): Node {
  const { start } = p;
  p.expect(":");
  const said = type(p);
  return { type: "TSTypeAnnotation", start, end: p.lastEnd, typeAnnotation: said };
}

/** A type behind `as`, or in front of what it is said of: `const`, too. */
export function castType(p: Parser): Node {
  if (!p.is("const")) return type(p);
  p.refuseWithoutTypes();
  const typeName = anyWord(p);
  return { type: "TSTypeReference", start: typeName.start, end: typeName.end, typeName };
}

/** Any type. */
export function type(p: Parser): Node {
  p.refuseWithoutTypes();
  if (isFunctionType(p)) return functionType(p);
  const { start } = p;
  const checkType = union(p);
  if (p.isConditionClosed || p.hasLineBefore || !p.is("extends")) return checkType;
  p.advance();
  const extendsType = inCondition(p, true, () => type(p));
  const [trueType, falseType] = inCondition(p, false, () => {
    p.expect("?");
    const then = type(p);
    p.expect(":");
    return [then, type(p)];
  });
  return { type: "TSConditionalType", start, end: p.lastEnd, checkType, extendsType, trueType, falseType };
}

/** Brackets open again what a condition has closed. */
export function inCondition<T>(p: Parser, isClosed: boolean, read: () => T): T {
  const outside = p.isConditionClosed;
  p.isConditionClosed = isClosed;
  const found = read();
  p.isConditionClosed = outside;
  return found;
}

function union(p: Parser): Node {
  return joined(p, "|", "TSUnionType", () => joined(p, "&", "TSIntersectionType", () => operatorType(p)));
}

/** One or more types with an operator between them; it may stand before the first, too. */
function joined(p: Parser, operator: "|" | "&", kind: string, read: () => Node): Node {
  const { start } = p;
  const leads = p.eat(operator);
  const first = isFunctionType(p) ? functionType(p) : read();
  if (!p.is(operator) && !leads) return first;
  const types = [first];
  while (p.eat(operator)) types.push(isFunctionType(p) ? functionType(p) : read());
  return { type: kind, start, end: p.lastEnd, types };
}

function operatorType(p: Parser): Node {
  const { start, word } = p;
  if (!p.is("name")) return postfixed(p);
  if ((word === "keyof" || word === "unique" || word === "readonly") && !p.ahead(() => endsName(p))) {
    p.advance();
    const operand = operatorType(p);
    return { type: "TSTypeOperator", start, end: p.lastEnd, operator: word, typeAnnotation: operand };
  }
  if (word === "infer" && p.ahead(() => isNameNext(p))) {
    p.advance();
    const parameter = inferred(p);
    return { type: "TSInferType", start, end: p.lastEnd, typeParameter: parameter };
  }
  return postfixed(p);
}

function isNameNext(p: Parser): boolean {
  p.advance();
  return p.is("name");
}

/** Whether the word before was a name itself: nothing that a type can start with follows. */
function endsName(p: Parser): boolean {
  p.advance();
  return [",", ")", "]", "}", ">", ";", "=", "|", "&", ".", "?", ":", "=>", "end", "extends"].includes(
    p.kind,
  );
}

/** `U` or `U extends V` behind `infer`; the `extends` may be that of a condition. Source: TypeScript, parser. */
function inferred(p: Parser): Node {
  const { start } = p;
  const name = anyWord(p);
  const constraint = p.attempt(p.isConditionClosed ? "constraint in a condition" : "constraint", () => {
    p.expect("extends");
    const found = inCondition(p, true, () => type(p));
    if (!p.isConditionClosed && p.is("?")) p.unexpected();
    return found;
  });
  return { type: "TSTypeParameter", start, end: p.lastEnd, name, ...(constraint ? { constraint } : {}) };
}

/** `T[]`, `T["key"]`. */
function postfixed(p: Parser): Node {
  const { start } = p;
  let found = typeOperand(p);
  while (p.is("[") && !p.hasLineBefore) {
    p.advance();
    if (p.eat("]")) {
      found = { type: "TSArrayType", start, end: p.lastEnd, elementType: found };
    } else {
      const objectType = found;
      const indexType = inCondition(p, false, () => type(p));
      p.expect("]");
      found = { type: "TSIndexedAccessType", start, end: p.lastEnd, objectType, indexType };
    }
  }
  return found;
}

function isFunctionType(p: Parser): boolean {
  if (p.is("<") || p.is("new")) return true;
  if (p.is("(")) return p.ahead(() => startsParameters(p));
  return p.isWord("abstract") && p.isNext("new");
}

/** Whether a `(` is that of a function type and not of a type in brackets. Source: TypeScript, parser. */
function startsParameters(p: Parser): boolean {
  p.advance();
  if (p.is(")") || p.is("...")) return true;
  if (p.is("{") || p.is("[")) {
    if (!skipsPattern(p)) return false;
  } else if (p.is("name") || p.is("this")) p.advance();
  else return false;
  if (!p.is(")")) return p.is(":") || p.is(",") || p.is("?") || p.is("=");
  p.advance();
  return p.is("=>");
}

function skipsPattern(p: Parser): boolean {
  let depth = 0;
  do {
    if (p.is("{") || p.is("[")) depth += 1;
    if (p.is("}") || p.is("]")) depth -= 1;
    if (p.is("end")) return false;
    p.advance();
  } while (depth > 0);
  return true;
}

function functionType(p: Parser): Node {
  const { start } = p;
  const abstract = p.eatWord("abstract");
  const isConstructor = p.eat("new");
  const signature = signatureOf(p, "=>");
  if (!signature.returnType) p.unexpected();
  if (!isConstructor) return { type: "TSFunctionType", start, end: p.lastEnd, ...signature };
  return { type: "TSConstructorType", start, end: p.lastEnd, abstract, ...signature };
}
