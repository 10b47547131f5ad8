import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { isFolder, upwards } from "../project/folders.js";

/** A folder outside of the project that stands for it: files in it find the project's packages. */
export interface Scratch {
  /** The folder that stands for the project's root, absolute, without links in it. */
  readonly root: string;
  /** @param file relative to the root, with `/`. */
  readonly write: (file: string, text: string) => void;
  readonly run: (
    command: string,
    args: readonly string[],
  ) => Promise<{ code: number | null; output: string }>;
  /** The folder is gone when it answers. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a scratch folder for a project. It is gone after {@link Scratch.close}, and also if this process is killed: a
 * process of its own holds it (`scratch-keeper.ts`, built).
 *
 * What Node.js and TypeScript look for in the folders above a file is laid out as it is for the project, by links to its
 * node_modules and to those above it in a monorepo.
 *
 * @param keeper the script of that process, absolute.
 * @param projectRoot absolute.
 */
export async function openScratch(keeper: string, projectRoot: string): Promise<Scratch> {
  const child = spawn(process.execPath, [keeper], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
    windowsHide: true,
  });
  // It may end before all that is said to it is read; what that means is seen by its answers.
  child.stdin.on("error", () => undefined);
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<Record<string, unknown>> => {
    const next: IteratorResult<string, unknown> = await answers.next();
    if (next.done === true) throw new Error("The process that holds the scratch folder has ended.");
    return JSON.parse(next.value) as Record<string, unknown>;
  };
  const { folder, refused, syscall } = await answer();
  // As the file system itself would have said it here.
  if (typeof refused === "string") throw Object.assign(new Error(refused), { syscall });
  const root = layOut(String(folder), projectRoot);
  return {
    root,
    write: (file, text) => {
      const place = path.join(root, file);
      mkdirSync(path.dirname(place), { recursive: true });
      writeFileSync(place, text);
    },
    run: async (command, args) => {
      child.stdin.write(`${JSON.stringify({ command, args, cwd: root })}\n`);
      const { code, output } = await answer();
      return { code: typeof code === "number" ? code : null, output: String(output) };
    },
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** Lays out the folders from the highest one that has packages down to the project's, and answers the last of them. */
function layOut(folder: string, projectRoot: string): string {
  const withPackages = [...upwards(projectRoot)].filter((each) => isFolder(path.join(each, "node_modules")));
  const top = withPackages.at(-1) ?? projectRoot;
  for (const each of withPackages) {
    const place = path.join(folder, path.relative(top, each));
    mkdirSync(place, { recursive: true });
    // On Windows, links of this kind need no right that a user has to be given.
    symlinkSync(path.join(each, "node_modules"), path.join(place, "node_modules"), "junction");
  }
  const root = path.join(folder, path.relative(top, projectRoot));
  mkdirSync(root, { recursive: true });
  return root;
}
