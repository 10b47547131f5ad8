import { fitLines, pageOf } from "../render/fit-lines.js";
import type { TextStyle } from "../project/text-style.js";
import { withTabs } from "../render/restyle.js";

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
  const statement = fitLines(`${head} { ${names.join(", ")} }${tail};`, pageOf(style));
  const indented = withTabs(statement, style);
  const listed = style.trailingCommas === "none" ? indented.replace(/,(?=\n\})/, "") : indented;
  return style.semicolons ? listed : listed.replace(/;$/, "");
}
