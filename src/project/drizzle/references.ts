import type { Chain } from "./chains.js";

/** What a column refers to. */
export interface Reference {
  /** The table, as the code names it. */
  readonly table: string;
  /** Whether a row that is referred to cannot be deleted. Source: Drizzle, "Foreign key actions". */
  readonly holds: boolean;
}

/** What `.references(() => users.id, { onDelete: "cascade" })` says; undefined for a column that refers to nothing. Pure. */
export function referenceOf({ rest, module }: Chain): Reference | undefined {
  const call = rest.find(({ name }) => name === "references");
  if (!call) return undefined;
  const [target, options] = call.args.map(({ start, end }) => module.text.slice(start, end));
  const [, table] = /=>\s*(?:\{\s*return\s+)?\(?\s*([\w$]+)\s*\./.exec(target ?? "") ?? [];
  if (table === undefined) return undefined;
  return { table, holds: !/onDelete:\s*["'`](cascade|set null|set default)/.test(options ?? "") };
}
