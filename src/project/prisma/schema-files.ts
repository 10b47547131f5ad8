import { existsSync } from "node:fs";
import path from "node:path";
import { filesBelow } from "../files-below.js";
import { isFolder, manifestIn, textOf } from "../folders.js";
import { textAt } from "../manifest.js";

/** Where a schema is if nothing says so: a file, or a folder with several. Source: Prisma, "Prisma schema", its location. */
const usualPlaces = ["prisma/schema.prisma", "schema.prisma", "prisma/schema", "prisma"];

const configFiles = ["ts", "mts", "cts", "js", "mjs", "cjs"].flatMap((end) => [
  `prisma.config.${end}`,
  `.config/prisma.${end}`,
]);

/**
 * The texts of a package's schema: the file, or all files of the folder, that its prisma.config or its package.json names,
 * else that of the usual places. Empty for a package without one.
 *
 * @param folder of the package, absolute.
 */
export function schemaTexts(folder: string): string[] {
  const named = [configuredSchema(folder), textAt(manifestIn(folder), "prisma", "schema")];
  for (const place of [...named, ...usualPlaces]) {
    const texts = place === undefined ? [] : textsAt(path.join(folder, place));
    if (texts.length > 0) return texts;
  }
  return [];
}

function textsAt(place: string): string[] {
  const files = isFolder(place)
    ? filesBelow(place, "")
        .filter((file) => file.endsWith(".prisma"))
        .map((file) => path.join(place, file))
    : [place];
  return files.flatMap((file) => textOf(file) ?? []);
}

/** `schema: "db"`, or `schema: path.join(__dirname, "db")`; what only a run can tell is left to the usual places. */
const schemaOption = /\bschema\s*:\s*(?:(?:[\w.]+\.)?(?:join|resolve)\(([^)]*)\)|["'`]([^"'`$\n]+)["'`])/;

function configuredSchema(folder: string): string | undefined {
  const file = configFiles.find((name) => existsSync(path.join(folder, name)));
  if (file === undefined) return undefined;
  const [, joined, plain] = schemaOption.exec(textOf(path.join(folder, file)) ?? "") ?? [];
  if (joined === undefined) return plain && path.join(path.dirname(file), plain);
  const names = [...joined.matchAll(/["'`]([^"'`$\n]+)["'`]/g)].map(([, name = ""]) => name);
  return names.length > 0 ? path.join(path.dirname(file), ...names) : undefined;
}
