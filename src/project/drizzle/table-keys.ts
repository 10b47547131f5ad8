import type { Found, Modules } from "../access/modules.js";
import { bare, nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { chainOf, returnOf } from "./chains.js";
import { libraryName } from "./library-names.js";

/** The keys that stand beside the columns of a table: lists of columns. */
export interface TableKeys {
  readonly primary: readonly (readonly string[])[];
  readonly unique: readonly (readonly string[])[];
}

/** Reads the third argument of a table: a list or an object, or a function that makes one. Pure but for `modules`. */
export function keysOf(extras: Found | undefined, modules: Modules): TableKeys {
  const primary: string[][] = [];
  const unique: string[][] = [];
  for (const node of extras ? entriesOf(extras.node) : []) {
    const chain = extras && chainOf({ node, module: extras.module }, modules);
    const name = chain && libraryName(chain.callee, chain.module)?.name;
    if (!chain || name === undefined) continue;
    const on = chain.rest.find((call) => call.name === "on" || call.name === "onOnly");
    if (name === "primaryKey") primary.push(columnsIn(chain.first.args));
    if (name === "unique" || name === "uniqueIndex") unique.push(columnsIn(on?.args ?? []));
  }
  return { primary, unique };
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

/** `t.slug, t.locale`, or `{ columns: [t.slug, t.locale] }`; what is computed is a column without a name. */
function columnsIn(args: readonly SyntaxNode[]): string[] {
  const [options] = args;
  const property =
    options?.type === "ObjectExpression"
      ? parts(options, "properties").find((each) => nameOf(part(each, "key")) === "columns")
      : undefined;
  const listed = property && part(property, "value");
  const columns = listed ? parts(listed, "elements") : args;
  return columns.map((column) => nameOf(part(bare(column), "property")) ?? "");
}
