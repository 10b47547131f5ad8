import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { foldersOfRepository } from "../project/folders-above.js";
import { patience } from "./failure.js";
import { withStdoutAside } from "./stdout-aside.js";
import type { InstalledFormatter, RunFormatter } from "./start-formatter.js";

/** What of Prettier's interface is used; the same in Prettier 2 and 3. Source: Prettier, "API". */
interface Prettier {
  readonly version: string;
  readonly resolveConfig: (file: string, options: { editorconfig: boolean }) => Promise<object | null>;
  readonly getFileInfo: (
    file: string,
    options: { ignorePath: string; resolveConfig: boolean },
  ) => Promise<{ ignored: boolean }>;
  readonly format: (text: string, options: object) => Promise<string> | string;
}

/** Runs the project's own Prettier in this process, which is faster than its command. */
export function prettier({ packageFolder, root }: InstalledFormatter): RunFormatter {
  const own = createRequire(path.join(packageFolder, "package.json"))(packageFolder) as Prettier;
  const ignoreFiles = ignoreFilesFor(own, root);
  return (file, text) => withStdoutAside(() => withPatience(formatted(own, ignoreFiles, file, text)));
}

async function formatted(own: Prettier, ignoreFiles: readonly string[], file: string, text: string) {
  for (const ignorePath of ignoreFiles) {
    const { ignored } = await own.getFileInfo(file, { ignorePath, resolveConfig: false });
    if (ignored) return text;
  }
  const config = await own.resolveConfig(file, { editorconfig: true });
  return own.format(text, { ...config, filepath: file });
}

/**
 * Prettier's command reads the ignore files of the folder that it runs in. Which folder that is in a monorepo is not known,
 * so what any of them ignores is left alone. Source: Prettier, "CLI", `--ignore-path`; `.gitignore` since 3.0.
 */
function ignoreFilesFor({ version }: Prettier, root: string): string[] {
  const names = /^[012]\./.test(version) ? [".prettierignore"] : [".gitignore", ".prettierignore"];
  return foldersOfRepository(root)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
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
