import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import { inHouseStyle } from "../../scripts/house-style.mjs";
import { repository } from "./pipeline.js";

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A text as code in Markdown, also if it has a backtick in it. */
export const code = (text: string) => (text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``);

/** Puts what is derived between the marks `<!-- name -->` and `<!-- /name -->` of a text. */
function withDerived(text: string, parts: Readonly<Record<string, string>>): string {
  const between = (whole: string, [name, content]: [string, string]) =>
    whole.replace(
      new RegExp(`(<!-- ${name}(?:: [^>]*)? -->\n)[\\s\\S]*?(<!-- /${name} -->)`),
      (_all, start: string, end: string) => `${start}\n${content}\n\n${end}`,
    );
  return Object.entries(parts).reduce(between, text);
}

/** Holds a document to what is derived, or renews it. */
export async function expectDerived(
  name: string,
  partsOf: (text: string) => Readonly<Record<string, string>>,
): Promise<void> {
  const file = path.join(repository, name);
  const text = readFileSync(file, "utf8");
  const renewed = await inHouseStyle(file, withDerived(text, partsOf(text)));
  if (process.env["UPDATE_README"] === "1") writeFileSync(file, renewed);
  else expect(text).toBe(renewed);
}
