import { anyWord, numeral, text } from "./names.js";
import { objectHere } from "./objects.js";
import type { Node, Parser } from "./parser.js";
import { templateParts } from "./templates.js";
import { objectType } from "./type-members.js";
import { mappedType, isMappedType } from "./mapped-types.js";
import { tupleType } from "./tuple-types.js";
import { typeArguments } from "./type-parameters.js";
import { inCondition, type } from "./types.js";

/** The types that are a word of their own. */
const keywordTypes: Readonly<Record<string, string>> = {
  any: "TSAnyKeyword",
  bigint: "TSBigIntKeyword",
  boolean: "TSBooleanKeyword",
  never: "TSNeverKeyword",
  number: "TSNumberKeyword",
  object: "TSObjectKeyword",
  string: "TSStringKeyword",
  symbol: "TSSymbolKeyword",
  undefined: "TSUndefinedKeyword",
  unknown: "TSUnknownKeyword",
};

/** What operators on types are built on. */
export function typeOperand(p: Parser): Node {
  const { start, end } = p;
  switch (p.kind) {
    case "name": {
      const keyword = Object.hasOwn(keywordTypes, p.word) ? keywordTypes[p.word] : undefined;
      if (keyword === undefined || p.isNext(".")) return reference(p);
      p.advance();
      return { type: keyword, start, end };
    }
    case "string":
      return literal(text(p));
    case "number":
      return literal(numeral(p));
    case "true":
    case "false": {
      const raw = p.kind;
      p.advance();
      return literal({ type: "Literal", start, end, value: raw === "true", raw });
    }
    case "null":
      p.advance();
      return { type: "TSNullKeyword", start, end };
    case "void":
      p.advance();
      return { type: "TSVoidKeyword", start, end };
    case "this":
      p.advance();
      return { type: "TSThisType", start, end };
    case "-": {
      p.advance();
      const argument = numeral(p);
      return literal({
        type: "UnaryExpression",
        start,
        end: p.lastEnd,
        operator: "-",
        prefix: true,
        argument,
      });
    }
    case "`":
      return templateType(p);
    case "(": {
      p.advance();
      const inner = inCondition(p, false, () => type(p));
      p.expect(")");
      return inner;
    }
    case "[":
      return tupleType(p);
    case "{":
      return inCondition(p, false, () => (isMappedType(p) ? mappedType(p) : objectType(p)));
    case "typeof":
      return typeQuery(p);
    case "import":
      return importType(p);
    default:
      return p.unexpected();
  }
}

function literal(value: Node): Node {
  return { type: "TSLiteralType", start: value.start, end: value.end, literal: value };
}

function templateType(p: Parser): Node {
  const { start } = p;
  const { quasis, between } = inCondition(p, false, () => templateParts(p, type));
  if (between.length > 0)
    return { type: "TSTemplateLiteralType", start, end: p.lastEnd, quasis, types: between };
  return literal({ type: "TemplateLiteral", start, end: p.lastEnd, quasis, expressions: [] });
}

function reference(p: Parser): Node {
  const { start } = p;
  const typeName = entityName(p);
  const given = argumentsOnLine(p);
  return { type: "TSTypeReference", start, end: p.lastEnd, typeName, ...given };
}

function argumentsOnLine(p: Parser): { typeArguments?: Node } {
  return (p.is("<") || p.is("<<")) && !p.hasLineBefore ? { typeArguments: typeArguments(p) } : {};
}

/** `A`, `A.B.C`. */
export function entityName(p: Parser): Node {
  const { start, end, kind } = p;
  if (kind === "name") return qualified(p, anyWord(p));
  p.expect("this");
  return qualified(p, { type: "ThisExpression", start, end });
}

function qualified(p: Parser, first: Node): Node {
  const { start } = first;
  let name = first;
  while (p.is(".")) {
    p.advance();
    const left = name;
    const right = anyWord(p);
    name = { type: "TSQualifiedName", start, end: p.lastEnd, left, right };
  }
  return name;
}

/** `typeof x`, `typeof import("x")`. */
function typeQuery(p: Parser): Node {
  const { start } = p;
  p.advance();
  const exprName = p.is("import") ? importType(p) : entityName(p);
  const given = argumentsOnLine(p);
  return { type: "TSTypeQuery", start, end: p.lastEnd, exprName, ...given };
}

/** `import("x").Y<T>`. */
function importType(p: Parser): Node {
  const { start } = p;
  p.advance();
  p.expect("(");
  const source = text(p);
  const options = p.eat(",") && p.is("{") ? objectHere(p) : null;
  p.eat(",");
  p.expect(")");
  const qualifier = p.eat(".") ? qualified(p, anyWord(p)) : null;
  const given = argumentsOnLine(p);
  return { type: "TSImportType", start, end: p.lastEnd, source, options, qualifier, ...given };
}
