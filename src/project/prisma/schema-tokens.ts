/**
 * The tokens of a Prisma schema: names and numbers, strings in their quotes, signs, and the ends of lines. Comments are
 * left out. Source: Prisma, the grammar of its schema (datamodel.pest).
 */
const token = /\/\/[^\n]*|\/\*[^]*?\*\/|"(?:\\.|[^"\\\n])*"|\w(?:[\w.-]*\w)?|@@?|\n|[^\s]/g;

/** Splits the text of a schema. Text that is no schema makes tokens, too: nothing is refused here. Pure. */
export function tokensOf(text: string): string[] {
  return text.match(token)?.filter((each) => !/^\/[/*]/.test(each)) ?? [];
}

/** A string token without its quotes and escapes; undefined for another token. */
export function stringOf(text: string | undefined): string | undefined {
  if (text?.startsWith('"') !== true) return undefined;
  try {
    return String(JSON.parse(text));
  } catch {
    return text.slice(1, -1);
  }
}
