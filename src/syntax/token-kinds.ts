/** The words that can be no name anywhere. Source: ECMA-262, 12.7.2 (those that are names in some place are not here). */
const reservedWords = [
  "break",
  "case",
  "catch",
  "class",
  "const",
  "continue",
  "debugger",
  "default",
  "delete",
  "do",
  "else",
  "enum",
  "export",
  "extends",
  "false",
  "finally",
  "for",
  "function",
  "if",
  "import",
  "in",
  "instanceof",
  "new",
  "null",
  "return",
  "super",
  "switch",
  "this",
  "throw",
  "true",
  "try",
  "typeof",
  "var",
  "void",
  "while",
  "with",
] as const;

/** Source: ECMA-262, 12.8. */
type Punctuator =
  | ("{" | "}" | "(" | ")" | "[" | "]" | ";" | "," | ":" | "." | "..." | "?" | "?." | "=>" | "@")
  | ("<" | ">" | "<=" | ">=" | "==" | "!=" | "===" | "!==")
  | ("+" | "-" | "*" | "/" | "%" | "**" | "<<" | ">>" | ">>>" | "&" | "|" | "^" | "!" | "~")
  | ("++" | "--" | "&&" | "||" | "??")
  | ("=" | "+=" | "-=" | "*=" | "/=" | "%=" | "**=" | "<<=" | ">>=" | ">>>=" | "&=" | "|=" | "^=")
  | ("&&=" | "||=" | "??=");

/**
 * What a token is. A reserved word and a punctuator are their own kind; a backquote starts a template, whose parts the parser
 * asks for. They are texts and not numbers: V8 compares constant ones as fast, and code that reads them says what it means.
 */
export type TokenKind =
  | (typeof reservedWords)[number]
  | Punctuator
  | "name"
  | "private name"
  | "number"
  | "string"
  | "`"
  | "end";

/** The kind of each reserved word, by its text. */
export const reserved: ReadonlyMap<string, TokenKind> = new Map(reservedWords.map((word) => [word, word]));

/** The longest reserved word has ten letters. */
export const longestReserved = Math.max(...reservedWords.map(({ length }) => length));
