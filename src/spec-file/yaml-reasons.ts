/** What the parser says, and the same in plain words. Source: the messages of js-yaml 5. */
const plainWords: readonly (readonly [reason: RegExp, words: string])[] = [
  [/^missed comma between/, "a comma is missing, or a bracket"],
  [/^expected the node content, but found ','/, "there is nothing before this comma"],
  [/within a flow collection$/, "a bracket is not closed"],
  [/within a (single|double) quoted scalar$/, "a quote is not closed"],
  [/^(bad|deficient) indentation/, "this is not indented like what it belongs to"],
  [/^tab characters must not be used/, "a tab indents this line; YAML takes spaces"],
  [/^end of the stream or a document separator/, "this does not belong to what stands before it"],
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
