/**
 * The parser for files that are there. Loaded only when such a file has to be read: built as a file of its own, because
 * it is heavier than all the rest. It is not the project's own `typescript`, whose version 7 has no parser to call.
 */
import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser, type Program } from "acorn";

const TypeScriptParser = Parser.extend(tsPlugin());
const TypeScriptJsxParser = Parser.extend(tsPlugin({ jsx: {} }));

/**
 * Parses a module into ESTree nodes with offsets into the text.
 *
 * @throws SyntaxError with `loc` (line from 1, column from 0) when the text does not parse.
 */
export function parseModule(text: string, options: { jsx: boolean }): Program {
  const parser = options.jsx ? TypeScriptJsxParser : TypeScriptParser;
  return parser.parse(text, { ecmaVersion: "latest", sourceType: "module", locations: true });
}
