import { fitLines } from "../render/fit-lines.js";
import type { TextStyle } from "../project/text-style.js";

/** A list of names in braces, as it stands in an import or an export. */
export interface NamedList {
  /** What is before the brace: `import` or `export`. */
  readonly head: string;
  readonly names: readonly string[];
  /** What is behind the brace: ` from "./data"`. */
  readonly tail: string;
}

/** Prints the statement in a style, on one line or on several, as formatters do it. Pure. */
export function printNamed({ head, names, tail }: NamedList, style: TextStyle): string {
  const statement = fitLines(`${head} { ${names.join(", ")} }${tail};`);
  const indented = statement.replace(/^(?: {2})+/gm, (blank) => style.indent.repeat(blank.length / 2));
  const listed = style.trailingCommas === "none" ? indented.replace(/,(?=\n\})/, "") : indented;
  return style.semicolons ? listed : listed.replace(/;$/, "");
}
