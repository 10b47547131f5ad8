import { binding } from "./bindings.js";
import { assignment } from "./expressions.js";
import type { Node, Parser } from "./parser.js";
import { typeAnnotation } from "./types.js";

/** `const`, `let`, `var` or `using`, and what is declared, to its semicolon. */
export function variablesHere(p: Parser): Node {
  const { start } = p;
  const kind = variableKind(p);
  const declarations = [declarator(p)];
  while (p.eat(",")) declarations.push(declarator(p));
  p.semicolon();
  return { type: "VariableDeclaration", start, end: p.lastEnd, kind, declarations };
}

/** Takes the words that say what kind of variables follow. */
export function variableKind(p: Parser): string {
  const word = p.word;
  p.advance();
  if (word !== "await") return word;
  p.expectWord("using");
  return "await using";
}

/** Whether `using` or `await using` starts a declaration here. Source: ECMAScript's explicit resource management. */
export function isUsing(p: Parser): boolean {
  return p.ahead(() => {
    if (p.eatWord("await") && p.hasLineBefore) return false;
    if (!p.eatWord("using")) return false;
    return p.is("name") && !p.hasLineBefore && !p.isWord("of") && !p.isWord("as") && !p.isWord("satisfies");
  });
}

/** A name or pattern with its type and value. */
export function declarator(p: Parser): Node {
  const { start } = p;
  const bound = binding(p);
  const definite = p.is("!") && !p.hasLineBefore && p.eat("!");
  const id = p.is(":") ? typedBinding(p, bound) : bound;
  const init = p.eat("=") ? assignment(p) : null;
  if (!init && bound.type.endsWith("Pattern"))
    p.fail("Missing initializer in destructuring declaration", start);
  return { type: "VariableDeclarator", start, end: p.lastEnd, id, init, ...(definite ? { definite } : {}) };
}

/** What is bound, with the type that is said of it. */
export function typedBinding(p: Parser, bound: Node): Node {
  const said = typeAnnotation(p);
  return { ...bound, end: p.lastEnd, typeAnnotation: said };
}
