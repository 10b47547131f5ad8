import { nameOf, type ModuleSyntax, type Program } from "./module-syntax.js";
import { Parser, type Language } from "./parser.js";
import { redeclared } from "./redeclared.js";
import { statementList } from "./statements.js";
import { SyntaxFault } from "./syntax-fault.js";

/**
 * Parses a module of TypeScript, or JavaScript, into ESTree nodes (for types: those of typescript-estree) with offsets into
 * the text, and its comments in their order. It takes all that is legal, and more: what a name means, and whether it is there
 * once, is not its business.
 *
 * @param options jsx: whether `<` may start a tag; without, it may start an assertion of a type.
 * @throws SyntaxFault with `pos`, an offset, and `loc` (line from 1, column from 0) when the text does not parse.
 */
export function parseModule(text: string, { jsx }: { jsx: boolean }): ModuleSyntax {
  return parsed(text, { jsx, hasTypes: true, isModule: true });
}

/**
 * Parses a module that is to run: a name that is declared where it is already does not parse, too.
 *
 * @throws SyntaxFault as `parseModule` does.
 */
export function parseSound(text: string, options: { jsx: boolean }): ModuleSyntax {
  const syntax = parseModule(text, options);
  refuseRedeclared(text, syntax.program, true);
  return syntax;
}

/**
 * Parses the code of a template: JavaScript that runs from its start to its end, so without `return` and `await`.
 *
 * @throws SyntaxFault with `pos`, an offset into the text.
 */
export function parseScript(text: string): Program {
  const { program } = parsed(text, { jsx: false, hasTypes: false, isModule: false });
  refuseRedeclared(text, program, false);
  return program;
}

function refuseRedeclared(text: string, program: Program, isModule: boolean): void {
  const twice = redeclared(program, { isModule });
  if (twice)
    throw new SyntaxFault(`Identifier '${nameOf(twice) ?? ""}' has already been declared`, text, twice.start);
}

function parsed(text: string, language: Language): ModuleSyntax {
  const p = new Parser(text, language);
  try {
    p.advance();
    const body = statementList(p, "end", true);
    return { program: { type: "Program", start: 0, end: text.length, body }, comments: p.comments };
  } catch (error) {
    // The stack has an end, and no code that somebody wrote comes near it.
    if (error instanceof RangeError) return p.fail("Nested too deeply");
    throw error;
  }
}
