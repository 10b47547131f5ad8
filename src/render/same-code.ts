import type { ModuleSyntax } from "../syntax/module-syntax.js";

/** What the layout of a text decides, and not what it says. */
const layout: ReadonlySet<string> = new Set(["start", "end", "loc", "range", "raw", "comments"]);

/** Whether two texts say the same, whatever their quotes, semicolons and line breaks. Pure. */
export function isSameCode(one: ModuleSyntax, other: ModuleSyntax): boolean {
  const text = ({ program }: ModuleSyntax) =>
    JSON.stringify(program, (key, value: unknown) => {
      if (layout.has(key)) return undefined;
      return typeof value === "bigint" ? String(value) : value;
    });
  return text(one) === text(other);
}
