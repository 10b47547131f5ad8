import { bare, nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { returnOf, type Chain } from "./chains.js";

/** What a column refers to. */
export interface Reference {
  /** The table, as the code names it. */
  readonly table: string;
  /** Whether a row that is referred to cannot be deleted. Source: Drizzle, "Foreign key actions". */
  readonly holds: boolean;
}

/** A reference that stands beside the columns of its table. */
export interface ForeignKey {
  readonly columns: readonly string[];
  /** Undefined for the table itself, of which the code there has its own names. */
  readonly table: string | undefined;
  readonly holds: boolean;
}

/** What becomes of a row whose reference is deleted, unless it holds it. */
const letsGo = ["cascade", "set null", "set default"];

/** What `.references(() => users.id, { onDelete: "cascade" })` says; undefined for a column that refers to nothing. Pure. */
export function referenceOf({ rest, module }: Chain): Reference | undefined {
  const call = rest.find(({ name }) => name === "references");
  if (!call) return undefined;
  const [target, options] = call.args.map(({ start, end }) => module.text.slice(start, end));
  const [, table] = /=>\s*(?:\{\s*return\s+)?\(?\s*([\w$]+)\s*\./.exec(target ?? "") ?? [];
  if (table === undefined) return undefined;
  const [, action = ""] = /onDelete:\s*["'`]([a-z ]+)/.exec(options ?? "") ?? [];
  return { table, holds: !letsGo.includes(action) };
}

/**
 * What `foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete("cascade")` says. Source: Drizzle ORM, "Indexes &
 * Constraints". Pure.
 *
 * @param self what the table is called where that stands.
 */
export function foreignKeyOf({ first, rest }: Chain, self: string | undefined): ForeignKey {
  const [given] = first.args;
  const options = given && (returnOf(given) ?? bare(given));
  const [target] = listIn(options, "foreignColumns");
  // A column of the table itself can be taken out by its name.
  const table = target?.type === "MemberExpression" ? nameOf(part(target, "object")) : undefined;
  const onDelete = rest.find(({ name }) => name === "onDelete")?.args[0];
  return {
    columns: listIn(options, "columns").map(columnName),
    table: table === self ? undefined : table,
    holds: !letsGo.includes(nameOf(onDelete) ?? ""),
  };
}

/** The elements of a list in an object. */
export function listIn(object: SyntaxNode | undefined, key: string): SyntaxNode[] {
  const property = object && parts(object, "properties").find((each) => nameOf(part(each, "key")) === key);
  const list = property && part(property, "value");
  return list ? parts(bare(list), "elements").map(bare) : [];
}

/** `t.slug`, or `slug` where it was taken out of `t`; what is computed is a column without a name. */
export function columnName(node: SyntaxNode): string {
  const column = bare(node);
  return nameOf(column.type === "Identifier" ? column : part(column, "property")) ?? "";
}
