import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import path from "node:path";
import fs from "fs-extra";
import { run, type Finished } from "../../scripts/run.mjs";
import { asksForJson, jsonDocument } from "./json-document.js";
import { treeOf } from "./tree.js";

/** Files by their paths; null takes one of the smallest app's away, and a path that ends in a slash is an empty folder. */
type Files = Readonly<Record<string, string | object | null>>;

/** A run of the tool that a test looks at, and what there is before it. */
export interface ToolRun {
  /** Words with spaces between them; a list where a word is empty or has a space in it. */
  readonly args: string | readonly string[];
  /** What is particular about the app, for the reader. */
  readonly given?: string;
  /** What is there besides the smallest app. */
  readonly there?: Files;
  /** A link, and where it leads to. */
  readonly links?: Readonly<Record<string, string>>;
  /** Runs that came before. */
  readonly after?: readonly string[];
  /** Files that got a line more after those. */
  readonly touched?: readonly string[];
  /** The folder of the run, from the app's. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What a shell does with the streams, like `</dev/null`. */
  readonly redirect?: string;
  /** The pipe on stdin has nothing in it and is never closed; the one on stdout is closed before anything comes. */
  readonly pipes?: "stdin stays open" | "stdout is cut";
}

/** What came of a run. */
export interface DoneRun {
  readonly run: ToolRun;
  readonly args: readonly string[];
  /** What a user would have typed. */
  readonly command: string;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What is not in the app's folder, or around it, as it was before. */
  readonly changed: readonly string[];
  /** The same run with `--json`, if the run failed. */
  readonly json: Finished | undefined;
}

/** The smallest app. */
const smallest = {
  "package.json": { name: "shop", dependencies: { next: "16.4.6" } },
  "app/": "",
};

/**
 * Does runs, each in an app of its own below a folder; as many at a time as there are cores.
 *
 * @param bin the tool's program.
 */
export async function doRuns(runs: readonly ToolRun[], folder: string, bin: string): Promise<DoneRun[]> {
  const done: DoneRun[] = [];
  const queue = [...runs.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, each] = next;
      done[index] = await doRun(each, path.join(folder, `run ${String(index + 1)}`), bin);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return done;
}

async function doRun(wanted: ToolRun, folder: string, bin: string): Promise<DoneRun> {
  const app = path.join(folder, "app");
  await makeApp(wanted, app);
  // Beside the app: what the tool keeps there is its own, and no part of the comparison.
  const state = path.join(folder, "state");
  const cwd = path.join(app, wanted.cwd ?? ".");
  // What a run leaves to the next one is the same for all of them.
  const cache = path.join(path.dirname(folder), "cache");
  const env = { ...plainEnvironment(), XDG_STATE_HOME: state, XDG_CACHE_HOME: cache, ...wanted.env };
  const tool = (args: readonly string[]) => start(wanted, [bin, ...args], { cwd, env });

  for (const earlier of wanted.after ?? []) {
    const { code, stderr } = await run(process.execPath, [bin, ...wordsOf(earlier)], { cwd: app, env });
    if (code !== 0) throw new Error(`${earlier} has to work here:\n${stderr}`);
  }
  for (const file of wanted.touched ?? []) await fs.appendFile(path.join(app, file), "// mine\n");

  const before = treeOf(folder, ["state"]);
  const args = wordsOf(wanted.args);
  const finished = await tool(args);
  const changed = differences(before, treeOf(folder, ["state"]), "app/");
  const failed = finished.code !== 0 && !args.includes("--json");
  const json = failed ? await tool(["--json", ...args]) : undefined;
  // Where stdout is not cut off or led elsewhere.
  const isWhole = wanted.pipes !== "stdout is cut" && wanted.redirect === undefined;
  if (isWhole && asksForJson(args)) jsonDocument(finished.stdout);
  if (isWhole && json) jsonDocument(json.stdout);
  const told = (text: string) => withoutPlaces(text, app, folder);
  return {
    run: wanted,
    args,
    command: commandOf(wanted, args),
    code: finished.code,
    stdout: told(finished.stdout),
    stderr: told(finished.stderr),
    changed,
    json: json && { ...json, stdout: told(json.stdout), stderr: told(json.stderr) },
  };
}

async function makeApp({ there, links }: ToolRun, app: string): Promise<void> {
  for (const [name, content] of Object.entries<Files[string]>({ ...smallest, ...there })) {
    if (content === null) continue;
    const file = path.join(app, name);
    if (name.endsWith("/")) await fs.ensureDir(file);
    else if (typeof content === "string" || Buffer.isBuffer(content)) await fs.outputFile(file, content);
    else await fs.outputJson(file, content);
  }
  for (const [name, target] of Object.entries(links ?? {}))
    await fs.ensureSymlink(path.join(app, target), path.join(app, name), "dir");
}

/** This process's own, without what a test runner, a CI or a user says about colours and questions. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    CI: undefined,
    NO_COLOR: undefined,
    FORCE_COLOR: undefined,
    npm_config_user_agent: undefined,
  };
}

function start(
  { redirect, pipes }: ToolRun,
  args: readonly string[],
  { cwd, env }: { cwd: string; env: NodeJS.ProcessEnv },
): Promise<Finished> {
  const [command, words] =
    redirect === undefined
      ? [process.execPath, args]
      : ["sh", ["-c", `exec "$0" "$@" ${redirect}`, process.execPath, ...args]];
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, env, stdio: "pipe", timeout: 60_000 });
    let stdout = "";
    let stderr = "";
    if (pipes === "stdout is cut") child.stdout.destroy();
    else child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
    child.on("exit", () => child.stdin.destroy());
    if (pipes !== "stdin stays open") child.stdin.end();
  });
}

function wordsOf(args: string | readonly string[]): readonly string[] {
  if (typeof args !== "string") return args;
  return args === "" ? [] : args.split(" ");
}

/** As it is typed in a shell. */
function commandOf({ env, cwd, redirect }: ToolRun, args: readonly string[]): string {
  const variables = Object.entries(env ?? {}).map(([name, value]) => `${name}=${value}`);
  const words = args.map((word) => (/^[\w./:,=@+-]+$/.test(word) ? word : JSON.stringify(word)));
  const command = [...variables, "create-api-route", ...words, ...(redirect === undefined ? [] : [redirect])];
  return `${cwd === undefined ? "" : `cd ${cwd} && `}${command.join(" ")}`;
}

function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  start: string,
): string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names
    .filter((name) => before.get(name) !== after.get(name) && !name.endsWith("/"))
    .map((name) => {
      const sign = before.has(name) ? (after.has(name) ? "~" : "-") : "+";
      return `${sign} ${name.startsWith(start) ? name.slice(start.length) : `../${name}`}`;
    });
}

/** The places of this very run, and what Node says in words of its own that differ between its versions. */
function withoutPlaces(text: string, app: string, folder: string): string {
  return text
    .replaceAll(app, "<app>")
    .replaceAll(folder, "<folder>")
    .replace(/(?<=package\.json cannot be read: |is not JSON: ).*?(?=\.($|",))/gm, "<what Node says>");
}
