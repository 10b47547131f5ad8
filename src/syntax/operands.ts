import { classHere } from "./classes.js";
import { decorators } from "./decorators.js";
import { assignment, expression } from "./expressions.js";
import { functionHere } from "./functions.js";
import { jsxHere } from "./jsx.js";
import { element, template } from "./members.js";
import { anyWord, identifier, numeral, text } from "./names.js";
import { objectHere } from "./objects.js";
import type { Node, Parser } from "./parser.js";

/** What operators, calls and members are built on. */
export function operand(p: Parser): Node {
  const { start, end } = p;
  switch (p.kind) {
    case "name":
      if (p.word === "async" && p.isNextOnLine(() => p.is("function"))) {
        p.advance();
        return functionHere(p, { isAsync: true, start });
      }
      return identifier(p);
    case "string":
      return text(p);
    case "number":
      return numeral(p);
    case "`":
      return template(p);
    case "(": {
      p.advance();
      const inner = expression(p);
      p.expect(")");
      return inner;
    }
    case "[":
      return arrayHere(p);
    case "{":
      return objectHere(p);
    case "function":
      return functionHere(p, {});
    case "class":
      return classHere(p, {});
    case "@":
      return classHere(p, { decorated: decorators(p), start });
    case "this":
      p.advance();
      return { type: "ThisExpression", start, end };
    case "super":
      p.advance();
      return { type: "Super", start, end };
    case "null":
      p.advance();
      return { type: "Literal", start, end, value: null, raw: "null" };
    case "true":
    case "false": {
      const raw = p.kind;
      p.advance();
      return { type: "Literal", start, end, value: raw === "true", raw };
    }
    case "/":
    case "/=":
      return regex(p);
    case "import":
      return importHere(p);
    case "<":
      return p.language.jsx ? jsxHere(p) : p.unexpected();
    default:
      return p.unexpected();
  }
}

function regex(p: Parser): Node {
  const { start } = p;
  const { pattern, flags } = p.joinRegex();
  p.advance();
  const raw = p.text.slice(start, p.lastEnd);
  // What the pattern means, nobody asks for: it stays as it is written.
  return { type: "Literal", start, end: p.lastEnd, value: null, raw, regex: { pattern, flags } };
}

function arrayHere(p: Parser): Node {
  const { start } = p;
  const elements = p.elements(() => element(p));
  return { type: "ArrayExpression", start, end: p.lastEnd, elements };
}

/** `import("x")`, and `import.meta`. */
function importHere(p: Parser): Node {
  const { start, end } = p;
  p.advance();
  if (p.eat(".")) {
    const meta = { type: "Identifier", start, end, name: "import" };
    const property = anyWord(p);
    if (!p.is("(") || property["name"] === "meta")
      return { type: "MetaProperty", start, end: p.lastEnd, meta, property };
  }
  p.expect("(");
  const [source = p.unexpected(), options = null] = p.list(")", () => assignment(p));
  return { type: "ImportExpression", start, end: p.lastEnd, source, options };
}
