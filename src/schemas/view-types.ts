import { viewParts } from "../view/published-view.js";
import { viewVersion } from "../view/view-version.js";
import type { ViewKeys } from "../view/view-keys.js";

/**
 * The view of templates as TypeScript declares it, for editors: a type for each part of it. Pure.
 *
 * @param options the declarations of the types that the functions take.
 */
export function viewTypes(options: string): string {
  const parts = Object.entries<{ is: string; keys: ViewKeys }>(viewParts).map(([name, { is, keys }]) =>
    [
      `/** ${is} */`,
      `export interface ${name} {`,
      ...Object.entries(keys).flatMap(([key, row]) => [
        `  /** ${sentence(row.means)} */`,
        `  readonly ${key}${row.isHandedOver ? "?" : ""}: ${row.is.replace(/^(\w+)\[\]$/, "readonly $1[]")};`,
      ]),
      "}",
    ].join("\n"),
  );
  return [
    `/** The view that templates of create-api-route see, version ${String(viewVersion)}: docs/templates.md says how they are used. */`,
    ...parts,
    options.trim(),
    "/** Renders another text with the same view, the extra keys beside it, and so many levels to the right. */",
    "export type Include = (name: string, extra?: Readonly<Record<string, unknown>>, depth?: number) => string;",
    "",
  ].join("\n\n");
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
