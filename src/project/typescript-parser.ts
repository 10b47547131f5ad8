/**
 * The parser for files that are there. Loaded only when such a file has to be read: built as a file of its own, because
 * it is heavier than all the rest. It is not the project's own `typescript`, whose version 7 has no parser to call.
 */
import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser, tokTypes, type Comment, type TokenType } from "acorn";
import type { ModuleSyntax } from "./module-syntax.js";

type ParserClass = typeof Parser;
type Parts = Record<string, unknown>;

/** What the plugin's parser has inside, and its types do not say. */
interface Inside {
  match(token: TokenType): boolean;
  eat(token: TokenType): boolean;
  expect(token: TokenType): void;
  tryParse<T>(parse: (abort: () => never) => T): { readonly node: T | null | undefined };
  startNodeAt(position: number, location: unknown): Parts;
  finishNode(node: Parts, type: string): unknown;
  parseMaybeAssign(forInit?: unknown): unknown;
  parseConditional(test: unknown, position: number, location: unknown, forInit: unknown): unknown;
  shouldParseArrow(expressions: unknown): boolean;
  reportReservedArrowTypeParam(node: unknown): void;
  raise(position: number, message: string): void;
}

/**
 * The plugin, without its refusals of legal TypeScript: the arrow in `a ? (b) : c => d` is the alternative, and `c` no
 * return type; `<T extends X>(…) =>` is an arrow in a .tsx file too; where `override` may stand is the type checker's
 * business. Found by parsing the 4,584 source files of five public apps, and by a list of the language's forms.
 */
function lenient(withTypes: ParserClass): ParserClass {
  const Base = withTypes as unknown as new (...args: unknown[]) => Inside;
  class Lenient extends Base {
    /** More than 0 in a consequent whose `:` starts no return type. */
    private closed = 0;

    override parseConditional(test: unknown, position: number, location: unknown, forInit: unknown): unknown {
      if (!this.eat(tokTypes.question)) return test;
      const node = this.startNodeAt(position, location);
      node["test"] = test;
      node["consequent"] = this.parseConsequent();
      this.expect(tokTypes.colon);
      node["alternate"] = this.parseMaybeAssign(forInit);
      return this.finishNode(node, "ConditionalExpression");
    }

    private parseConsequent(): unknown {
      if (this.closed === 0) {
        const { node } = this.tryParse((abort) => {
          const parsed = this.parseMaybeAssign();
          return this.match(tokTypes.colon) ? parsed : abort();
        });
        if (node) return node;
      }
      this.closed += 1;
      try {
        return this.parseMaybeAssign();
      } finally {
        this.closed -= 1;
      }
    }

    override shouldParseArrow(expressions: unknown): boolean {
      if (this.closed > 0 && this.match(tokTypes.colon)) return false;
      return super.shouldParseArrow(expressions);
    }

    override reportReservedArrowTypeParam(): void {
      // Only .mts and .cts files reserve it.
    }

    override raise(position: number, message: string): void {
      if (!message.includes("'override' modifier because")) super.raise(position, message);
    }
  }
  return Lenient as unknown as ParserClass;
}

const TypeScriptParser = Parser.extend(tsPlugin(), lenient);
const TypeScriptJsxParser = Parser.extend(tsPlugin({ jsx: {} }), lenient);

/**
 * Parses a module into ESTree nodes with offsets into the text, and its comments in their order.
 *
 * @throws SyntaxError with `loc` (line from 1, column from 0) when the text does not parse.
 */
export function parseModule(text: string, options: { jsx: boolean }): ModuleSyntax {
  if (!options.jsx) return parseWith(TypeScriptParser, text);
  try {
    return parseWith(TypeScriptJsxParser, text);
  } catch (error) {
    // Few route.tsx files have JSX in them, and the plugin takes some generics there for a tag.
    try {
      return parseWith(TypeScriptParser, text);
    } catch {
      throw error;
    }
  }
}

function parseWith(parser: ParserClass, text: string): ModuleSyntax {
  const comments: Comment[] = [];
  const program = parser.parse(text, {
    ecmaVersion: "latest",
    sourceType: "module",
    locations: true,
    onComment: comments,
  });
  // What is parsed twice, to find out what it is, is heard of twice.
  const once = new Map(comments.map((comment) => [comment.start, comment]));
  return { program, comments: [...once.values()].sort((a, b) => a.start - b.start) };
}

/**
 * Parses the code of a template: plain JavaScript that runs from its start to its end, so without `return` and `await`.
 *
 * @throws SyntaxError with `pos`, an offset into the text.
 */
export function parseScript(text: string): ModuleSyntax["program"] {
  return Parser.parse(text, {
    ecmaVersion: "latest",
    sourceType: "script",
  });
}
