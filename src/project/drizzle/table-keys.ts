import type { Found, Modules } from "../access/modules.js";
import { bare, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { chainOf, returnOf } from "./chains.js";
import { handedTo, libraryName } from "./library-names.js";
import { columnName, foreignKeyOf, listIn, type ForeignKey } from "./references.js";

/** The keys that stand beside the columns of a table: lists of columns, and what some of them refer to. */
export interface TableKeys {
  readonly primary: readonly (readonly string[])[];
  readonly unique: readonly (readonly string[])[];
  readonly foreign: readonly ForeignKey[];
}

/** Reads the third argument of a table: a list or an object, or a function that makes one. Pure but for `modules`. */
export function keysOf(extras: Found | undefined, modules: Modules): TableKeys {
  const primary: string[][] = [];
  const unique: string[][] = [];
  const foreign: ForeignKey[] = [];
  for (const node of extras ? entriesOf(extras.node) : []) {
    const chain = extras && chainOf({ node, module: extras.module }, modules);
    const name = chain && libraryName(chain.callee, chain.module)?.name;
    if (!chain || name === undefined) continue;
    const on = chain.rest.find((call) => call.name === "on" || call.name === "onOnly");
    if (name === "primaryKey") primary.push(columnsIn(chain.first.args));
    if (name === "unique" || name === "uniqueIndex") unique.push(columnsIn(on?.args ?? []));
    if (name === "foreignKey") foreign.push(foreignKeyOf(chain, handedTo(bare(extras.node)).whole));
  }
  return { primary, unique, foreign };
}

function entriesOf(typed: SyntaxNode): SyntaxNode[] {
  const node = bare(typed);
  if (node.type.includes("Function")) {
    const value = returnOf(node);
    return value ? entriesOf(value) : [];
  }
  if (node.type === "ArrayExpression") return parts(node, "elements");
  return parts(node, "properties").flatMap((property) => part(property, "value") ?? []);
}

/** `t.slug, t.locale`, or `{ columns: [t.slug, t.locale] }`. */
function columnsIn(args: readonly SyntaxNode[]): string[] {
  const [options] = args;
  const columns = options?.type === "ObjectExpression" ? listIn(options, "columns") : args;
  return columns.map(columnName);
}
