/** What the parser says, and the same in plain words. Source: the messages of js-yaml 5. */
const plainWords: readonly (readonly [reason: RegExp, words: string])[] = [
  [/^missed comma between/, "a comma is missing, or a bracket"],
  [/^expected the node content, but found ','/, "there is nothing before this comma"],
  [/within a flow collection$/, "a bracket is not closed"],
  [/within a (single|double) quoted scalar$/, "a quote is not closed"],
  [/^deficient indentation/, "this is not indented far enough"],
  [
    /^bad indentation/,
    "this does not fit what stands before it: it is indented differently, or quotes are missing",
  ],
  [/^tab characters must not be used/, "a tab indents this line; YAML takes spaces"],
  [
    /^end of the stream or a document separator/,
    "this does not fit what stands before it: quotes are missing",
  ],
  [
    /^(null byte|the stream contains non-printable|expected valid JSON)/,
    "there is a character that is no text",
  ],
  [/^nesting exceeded/, "it is nested too deep"],
  [/^unknown escape sequence/, "there is no such escape with a backslash"],
  [/^expected ':' after a mapping key/, "a colon is missing behind a key"],
  [/multiline key may not be/, "a colon is missing behind a key"],
];

/** Why a text does not parse, as the end of a sentence. */
export function inPlainWords(reason: string): string {
  return plainWords.find(([pattern]) => pattern.test(reason))?.[1] ?? reason;
}
