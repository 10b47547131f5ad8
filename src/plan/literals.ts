/**
 * A string literal, in the quotes that leave most of it as it is, as formatters do. Whatever is in the text, also what came
 * from a file of the app, it stays a text. Pure.
 */
export function literal(text: string): string {
  const double = JSON.stringify(text);
  const count = (quote: string) => text.split(quote).length - 1;
  if (count('"') <= count("'")) return double;
  return `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A list of string literals. */
export function literals(texts: readonly string[]): string {
  return `[${texts.map(literal).join(", ")}]`;
}
