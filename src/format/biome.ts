import { createRequire } from "node:module";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { biomeFormats } from "../project/biome-config.js";
import { manifestIn } from "../project/folders.js";
import { member } from "../project/manifest.js";
import { atLeast, parseVersion } from "../project/version.js";
import { binOf } from "./bin-of.js";
import { runOnStdin } from "./run-on-stdin.js";
import type { InstalledFormatter, RunFormatter } from "./start-formatter.js";

/**
 * Runs Biome as `biome check --write` does, without the linter: what it formats and the order of the imports are what
 * `biome ci` asks for, and no code is changed.
 */
export function biome({ packageFolder, root, folder }: InstalledFormatter): RunFormatter {
  const version = parseVersion(String(member(manifestIn(packageFolder), "version")));
  // Source: Biome's changelog, 1.8.0.
  const write = !version || atLeast(version, "1.8.0") ? "--write" : "--apply";
  const { command, args } = programOf(packageFolder);
  return async (file, text) => {
    if (!biomeFormats(root, path.relative(root, file))) return text;
    const asked = ["check", write, "--linter-enabled=false", `--stdin-file-path=${file}`];
    return runOnStdin({ command, args: [...args, ...asked], cwd: folder }, text);
  };
}

/**
 * Biome is a program of its own in a package for the platform, behind a script that looks for it. The script takes
 * several times as long as the formatting.
 */
function programOf(packageFolder: string): { command: string; args: readonly string[] } {
  const script = { command: process.execPath, args: [binOf(packageFolder, "biome")] };
  // A user's own choice, and the C library of a Linux, are the script's business.
  if (process.env["BIOME_BINARY"] !== undefined) return script;
  const platform = `-${process.platform}-${process.arch}`;
  const found = Object.keys(member(manifestIn(packageFolder), "optionalDependencies") ?? {})
    .filter((name) => name.includes(platform))
    .flatMap((name) => nativeIn(packageFolder, name));
  const [only, another] = found;
  return only !== undefined && another === undefined ? { command: only, args: [] } : script;
}

function nativeIn(packageFolder: string, name: string): string[] {
  try {
    // With pnpm, what a package depends on lies beside its real folder.
    const require = createRequire(path.join(realpathSync(packageFolder), "package.json"));
    const file = require.resolve(`${name}/biome${process.platform === "win32" ? ".exe" : ""}`);
    return existsSync(file) ? [file] : [];
  } catch {
    return [];
  }
}
