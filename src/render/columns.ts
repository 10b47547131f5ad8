import { eastAsianWidth } from "get-east-asian-width";

/** Columns on a terminal: ideographs take two, combining marks none. Counted as Prettier counts. */
export function columns(text: string): number {
  // eslint-disable-next-line no-control-regex -- ASCII is the common case, and its columns are its characters
  if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
  let sum = 0;
  for (const char of text) {
    if (!/[\u0300-\u036f]/.test(char)) sum += eastAsianWidth(char.codePointAt(0) ?? 0);
  }
  return sum;
}
