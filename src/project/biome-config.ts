import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { levelsOfRepository } from "./folders-above.js";
import { formatterTable } from "./formatters.js";
import { globsMatch } from "./globs.js";
import { parseJsonc } from "./jsonc.js";
import { member } from "./manifest.js";

/**
 * Whether Biome's configuration lets it format a file. Biome itself says so only of files that are there. Reads the
 * nearest configuration, and those above it that it takes part in (`"root": false`); what a preset says is left to Biome.
 * Source: Biome, "Configuration", `files.includes`, `formatter.enabled`, `formatter.includes`, and of Biome 1
 * `files.include`, `files.ignore`, `formatter.ignore`.
 *
 * @param root absolute.
 * @param file relative to the root.
 */
export function biomeFormats(root: string, file: string): boolean {
  const configs = configsAbove(root);
  const enabled = ["formatter", "javascript"].map((part) => {
    const keys = part === "javascript" ? [part, "formatter", "enabled"] : [part, "enabled"];
    return configs.map(({ content }) => member(content, ...keys)).find((value) => value !== undefined);
  });
  if (enabled.includes(false)) return false;
  return configs.every(({ folder, content }) => {
    const inside = path.relative(folder, path.join(root, file)).replaceAll(path.sep, "/");
    return ["files", "formatter", "javascript.formatter"].every((key) => {
      const part = member(content, ...key.split("."));
      const includes = globsIn(member(part, "includes") ?? member(part, "include"));
      const ignores = globsIn(member(part, "ignore"));
      return (!includes || globsMatch(includes, inside)) && (!ignores || !globsMatch(ignores, inside));
    });
  });
}

interface Config {
  readonly folder: string;
  readonly content: unknown;
}

function configsAbove(root: string): Config[] {
  const all = levelsOfRepository(root).flatMap(({ folder }) => {
    const content = configIn(folder);
    return content === undefined ? [] : [{ folder, content }];
  });
  const last = all.findIndex(({ content }) => member(content, "root") !== false);
  return last === -1 ? all : all.slice(0, last + 1);
}

/** A configuration that cannot be read says nothing here; Biome will say what is wrong with it. */
function configIn(folder: string): unknown {
  try {
    const name = readdirSync(folder).find((entry) => formatterTable.biome.configFile.test(entry));
    return name === undefined ? undefined : parseJsonc(readFileSync(path.join(folder, name), "utf8"));
  } catch {
    return {};
  }
}

function globsIn(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((glob) => typeof glob === "string") : undefined;
}
