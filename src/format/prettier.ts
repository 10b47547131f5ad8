import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { levelsOfRepository } from "../project/folders-above.js";
import { patience } from "./failure.js";
import { withStdoutAside } from "./stdout-aside.js";
import type { InstalledFormatter, RunFormatter } from "./start-formatter.js";

/** What of Prettier's interface is used; the same in Prettier 2 and 3. Source: Prettier, "API". */
interface Prettier {
  readonly version: string;
  readonly resolveConfig: (file: string, options: { editorconfig: boolean }) => Promise<Config | null>;
  readonly getFileInfo: (
    file: string,
    options: { ignorePath: string; resolveConfig: boolean },
  ) => Promise<{ ignored: boolean }>;
  readonly format: (text: string, options: object) => Promise<string> | string;
}

interface Config {
  readonly plugins?: readonly unknown[];
}

/** Runs the project's own Prettier in this process, which is faster than its command. */
export function prettier({ packageFolder, root }: InstalledFormatter): RunFormatter {
  const own = createRequire(path.join(packageFolder, "package.json"))(packageFolder) as Prettier;
  const ignoreFiles = ignoreFilesFor(own, root);
  const require = createRequire(path.join(root, "package.json"));
  const format = async (file: string, text: string) => {
    for (const ignorePath of ignoreFiles) {
      const { ignored } = await own.getFileInfo(file, { ignorePath, resolveConfig: false });
      if (ignored) return text;
    }
    const config = await own.resolveConfig(file, { editorconfig: true });
    const found = config && isOlder(own) ? withPluginsFound(config, require) : config;
    return own.format(text, { ...found, filepath: file });
  };
  return (file, text) => withStdoutAside(() => withPatience(format(file, text)));
}

function isOlder({ version }: Prettier): boolean {
  return /^[012]\./.test(version);
}

/** Prettier 2 looks for plugins from the folder that the process was started in; that need not be the project's. */
function withPluginsFound(config: Config, require: NodeJS.Require): Config {
  if (!config.plugins) return config;
  const plugins = config.plugins.map((plugin) =>
    typeof plugin === "string" && !path.isAbsolute(plugin) ? require.resolve(plugin) : plugin,
  );
  return { ...config, plugins };
}

/**
 * Prettier's command reads the ignore files of the folder that it runs in. Which folder that is in a monorepo is not known,
 * so what any of them ignores is left alone. Source: Prettier, "CLI", `--ignore-path`; `.gitignore` since 3.0.
 */
function ignoreFilesFor(own: Prettier, root: string): string[] {
  const names = isOlder(own) ? [".prettierignore"] : [".gitignore", ".prettierignore"];
  return levelsOfRepository(root)
    .flatMap(({ folder }) => names.map((name) => path.join(folder, name)))
    .filter((file) => existsSync(file));
}

/** A plugin can wait for something that never comes. */
async function withPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`It did not answer within ${String(patience / 1000)} seconds.`));
    }, patience);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
  }
}
