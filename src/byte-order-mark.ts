/** The character that some editors put before a text, U+FEFF (Unicode, "Byte Order Mark"). It is no part of what the text says. */
const mark = "\uFEFF";

/** A text without the mark, if it begins with one. */
export function withoutMark(text: string): string {
  return text.startsWith(mark) ? text.slice(mark.length) : text;
}
