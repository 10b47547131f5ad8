import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { biomeFormats } from "./biome-config.js";
import { levelsOfRepository, type Level } from "./folders-above.js";
import { packageFolder } from "./folders.js";
import { formatterNames, formatterTable, type FormatterName, type FormatterRow } from "./formatters.js";
import { member } from "./manifest.js";

/** The formatter that a project uses. Folders are absolute. */
export interface ProjectFormatter {
  readonly name: FormatterName;
  /** What shows that the project uses it: the name of its configuration, or of the file that names the package. */
  readonly evidence: string;
  readonly isDeclared: boolean;
  /** The folder of its configuration, or of the package.json that names it. */
  readonly folder: string;
  /** The folder of its package; undefined if it is not installed. */
  readonly packageFolder: string | undefined;
}

/**
 * The formatter of a project, from its folder and, in a monorepo, those above it. Reads only.
 *
 * 1. One with a configuration counts before one that is only a dependency. A package that is merely installed shows
 *    nothing: other packages bring it along.
 * 2. The one whose configuration is nearest to the app.
 * 3. At the same distance: the one that the nearest `format` script runs, or else lint-staged.
 * 4. The order of the table.
 *
 * Biome does not count where its configuration switches its formatter off or leaves the file out. One that is not
 * installed gives way to one that is.
 *
 * @param root absolute.
 * @param file one of the files that are to be formatted, relative to the root; it need not be there.
 * @param levels the repository's, as {@link levelsOfRepository} reads them.
 */
export function findFormatter(
  root: string,
  file: string,
  levels: readonly Level[] = levelsOfRepository(root),
): ProjectFormatter | undefined {
  const places = levels.map((level) => ({ ...level, names: namesIn(level.folder) }));
  let runs: ((row: FormatterRow) => boolean) | undefined;
  const order = (candidate: Candidate) => [
    candidate.distance,
    (runs ??= commandsIn(levels))(formatterTable[candidate.name]) ? 0 : 1,
    formatterNames.indexOf(candidate.name),
  ];
  const all = formatterNames
    .flatMap((name) => candidateOf(name, places))
    .filter(({ name }) => name !== "biome" || biomeFormats(root, file))
    .sort((one, other) => compareLists(order(one), order(other)));
  const configured = all.filter(({ isConfigured }) => isConfigured);
  const found = (configured.length > 0 ? configured : all).map(({ name, evidence, folder, isDeclared }) => ({
    name,
    evidence,
    folder,
    isDeclared,
    packageFolder: packageFolder(root, formatterTable[name].package),
  }));
  return found.find((formatter) => formatter.packageFolder !== undefined) ?? found[0];
}

/** What there is to see in one folder. */
interface Place extends Level {
  readonly names: readonly string[];
}

interface Candidate extends Pick<ProjectFormatter, "name" | "evidence" | "folder" | "isDeclared"> {
  readonly isConfigured: boolean;
  /** How many folders above the app. */
  readonly distance: number;
}

function candidateOf(name: FormatterName, levels: readonly Place[]): Candidate[] {
  const row: FormatterRow = formatterTable[name];
  const declares = ({ manifest }: Place) =>
    ["dependencies", "devDependencies"].some((key) => member(manifest, key, row.package) !== undefined);
  const configs = levels.map((level) => configIn(level, row));
  const configured = configs.findIndex((config) => config !== undefined);
  const declared = levels.findIndex(declares);
  const distance = configured === -1 ? declared : configured;
  const level = levels[distance];
  if (!level) return [];
  return [
    {
      name,
      distance,
      folder: level.folder,
      evidence: configs[distance] ?? "package.json",
      isConfigured: configured !== -1,
      isDeclared: declared !== -1,
    },
  ];
}

/** The name of a formatter's configuration file in a folder. */
function configIn({ folder, names, manifest }: Place, row: FormatterRow): string | undefined {
  // V8 compiles a pattern when it is first tried, and what a command reads has its name.
  const [command = ""] = row.commands;
  const file = names.find((name) => name.includes(command) && row.configFile.test(name));
  if (file !== undefined || row.configKey === undefined) return file;
  if (member(manifest, row.configKey) !== undefined) return "package.json";
  const hasKey =
    names.includes("package.yaml") &&
    new RegExp(`^${row.configKey}:`, "m").test(textOf(folder, "package.yaml"));
  return hasKey ? "package.yaml" : undefined;
}

/** Whether the project's own way to format, as the nearest package.json has one, runs a formatter. */
function commandsIn(levels: readonly Level[]): (row: FormatterRow) => boolean {
  const manifests = levels.map(({ manifest }) => manifest);
  const scripts = manifests.map((manifest) =>
    Object.entries(member(manifest, "scripts") ?? {})
      .filter(([name, script]) => /^(format|fmt)\b/.test(name) && typeof script === "string")
      .map(([, script]) => String(script))
      .join("\n"),
  );
  const staged = manifests.map((manifest) => JSON.stringify(member(manifest, "lint-staged") ?? ""));
  const names = (text: string) => (row: FormatterRow) =>
    row.commands.some((command) => new RegExp(`(?<![\\w-])${command}(?![\\w-])`).test(text));
  const own = [...scripts, ...staged].find((text) => Object.values(formatterTable).some(names(text)));
  return names(own ?? "");
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return (one[at] ?? 0) - (other[at] ?? 0);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(folder: string, name: string): string {
  try {
    return readFileSync(path.join(folder, name), "utf8");
  } catch {
    return "";
  }
}
