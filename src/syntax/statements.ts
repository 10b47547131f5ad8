import { classHere } from "./classes.js";
import { declarationHere } from "./declarations.js";
import { decorators } from "./decorators.js";
import { expression } from "./expressions.js";
import { functionHere } from "./functions.js";
import { doHere, forHere, whileHere } from "./loops.js";
import { exportHere } from "./module-exports.js";
import { importHere } from "./module-imports.js";
import { identifier } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { switchHere, tryHere } from "./branches.js";
import { enumHere } from "./enums.js";
import { isUsing, variablesHere } from "./variables.js";

/**
 * Statements up to a token, which is not taken.
 *
 * @param hasDirectives whether texts at its start are directives, as in a function or a file.
 */
export function statementList(p: Parser, close: "}" | "end", hasDirectives = false): Node[] {
  const found: Node[] = [];
  let isDirective = hasDirectives;
  while (!p.is(close)) {
    isDirective &&= p.is("string");
    const node = statement(p);
    found.push(isDirective ? asDirective(p, node) : node);
  }
  return found;
}

function asDirective(p: Parser, node: Node): Node {
  const value = node["expression"] as Node | undefined;
  if (value?.type !== "Literal" || value.start !== node.start) return node;
  return { ...node, directive: p.text.slice(value.start + 1, value.end - 1) };
}

/** A statement or a declaration, wherever one may stand. */
export function statement(p: Parser): Node {
  const { start } = p;
  switch (p.kind) {
    case "{":
      return block(p);
    case ";":
      p.advance();
      return { type: "EmptyStatement", start, end: p.lastEnd };
    case "const":
      if (p.isNext("enum")) {
        p.advance();
        return enumHere(p, { start, isConst: true });
      }
      return variablesHere(p);
    case "var":
      return variablesHere(p);
    case "function":
      return functionHere(p, { declares: "name" });
    case "class":
      return classHere(p, { declares: "name" });
    case "@":
      return decorated(p);
    case "if":
      return ifHere(p);
    case "for":
      return forHere(p);
    case "while":
      return whileHere(p);
    case "do":
      return doHere(p);
    case "return":
      return returnHere(p);
    case "throw":
      return throwHere(p);
    case "break":
    case "continue":
      return jumpHere(p, p.is("break") ? "BreakStatement" : "ContinueStatement");
    case "switch":
      return switchHere(p);
    case "try":
      return tryHere(p);
    case "debugger":
      p.advance();
      p.semicolon();
      return { type: "DebuggerStatement", start, end: p.lastEnd };
    case "enum":
      return enumHere(p, { start });
    case "export":
      return exportHere(p);
    case "import":
      return p.ahead(() => isImportDeclaration(p)) ? importHere(p) : expressionStatement(p);
    case "name":
      return wordStatement(p) ?? expressionStatement(p);
    default:
      return expressionStatement(p);
  }
}

/** A statement that starts with a word that is special only in its place. */
function wordStatement(p: Parser): Node | undefined {
  const { start } = p;
  if (p.word === "async" && p.isNextOnLine(() => p.is("function"))) {
    p.advance();
    return functionHere(p, { isAsync: true, declares: "name", start });
  }
  if (p.word === "let" && p.ahead(() => isBindingNext(p))) return variablesHere(p);
  if ((p.word === "using" || p.word === "await") && isUsing(p)) return variablesHere(p);
  return declarationHere(p);
}

function isBindingNext(p: Parser): boolean {
  p.advance();
  return p.is("name") || p.is("{") || p.is("[");
}

function isImportDeclaration(p: Parser): boolean {
  p.advance();
  return !p.is("(") && !p.is(".");
}

function decorated(p: Parser): Node {
  const { start } = p;
  const found = decorators(p);
  if (p.is("export")) return exportHere(p, found);
  const abstract = p.eatWord("abstract");
  return classHere(p, { decorated: found, abstract, declares: "name", start });
}

function expressionStatement(p: Parser): Node {
  const { start } = p;
  const value = expression(p);
  if (value.type === "Identifier" && value.start === start && p.is(":")) return labeled(p, value);
  p.semicolon();
  return { type: "ExpressionStatement", start, end: p.lastEnd, expression: value };
}

function labeled(p: Parser, label: Node): Node {
  p.expect(":");
  const body = onlyStatement(p);
  return { type: "LabeledStatement", start: label.start, end: p.lastEnd, label, body };
}

/** `{ … }` as a statement: it has no directives. */
export function block(p: Parser): Node {
  const { start } = p;
  p.expect("{");
  const body = statementList(p, "}");
  p.expect("}");
  return { type: "BlockStatement", start, end: p.lastEnd, body };
}

/** The statement of a condition, a loop or a label: what declares something has to stand in a block. */
export function onlyStatement(p: Parser): Node {
  const node = statement(p);
  const declares =
    node.type === "VariableDeclaration" ? node["kind"] !== "var" : node.type === "ClassDeclaration";
  if (declares) p.fail("Lexical declaration cannot appear in a single-statement context", node.start);
  return node;
}

/** A condition, or a value, in round brackets. */
export function inBrackets(p: Parser): Node {
  p.expect("(");
  const value = expression(p);
  p.expect(")");
  return value;
}

function ifHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const test = inBrackets(p);
  const consequent = onlyStatement(p);
  const alternate = p.eat("else") ? onlyStatement(p) : null;
  return { type: "IfStatement", start, end: p.lastEnd, test, consequent, alternate };
}

function returnHere(p: Parser): Node {
  const { start } = p;
  if (!p.inside.mayReturn) p.fail("'return' outside of function");
  p.advance();
  const argument = p.isEndOfStatement ? null : expression(p);
  p.semicolon();
  return { type: "ReturnStatement", start, end: p.lastEnd, argument };
}

function throwHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  if (p.hasLineBefore) p.fail("Illegal newline after throw");
  const argument = expression(p);
  p.semicolon();
  return { type: "ThrowStatement", start, end: p.lastEnd, argument };
}

function jumpHere(p: Parser, type: "BreakStatement" | "ContinueStatement"): Node {
  const { start } = p;
  p.advance();
  const label = p.isEndOfStatement ? null : identifier(p);
  p.semicolon();
  return { type, start, end: p.lastEnd, label };
}
