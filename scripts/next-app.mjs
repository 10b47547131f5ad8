// Real Next.js apps in scratch folders: the tool packed and installed, built, served and ended. For the demo and the tests.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import fs from "fs-extra";
import { npm, run, runOrFail } from "./run.mjs";

export const repository = path.join(import.meta.dirname, "..");

/** Next's own programs: no telemetry, no colours, and not the NODE_ENV of a test runner: they choose theirs. */
const nextEnvironment = {
  NEXT_TELEMETRY_DISABLED: "1",
  NO_COLOR: "1",
  FORCE_COLOR: "0",
  NODE_ENV: undefined,
};

/**
 * A folder that is gone after the work, also when the work fails.
 *
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inScratch(work) {
  const folder = await makeScratch();
  try {
    return await work(folder);
  } finally {
    await fs.remove(folder);
  }
}

/** @returns {Promise<string>} a new folder with a space in its name, as users have them; links in its path resolved */
export async function makeScratch() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), "create-api-route scratch-"));
  return fs.realpath(folder);
}

/** What is made once for all the runs in this checkout. */
const cache = path.join(repository, "tests", ".cache");

/** What a published package is made from. */
const packedSources = ["src", "templates", "schemas", "types", "scripts", "package-lock.json"];
const packedTexts = ["package.json", "README.md", "LICENSE"];

/**
 * Builds the tool and packs it as it would be published; once for as long as nothing of it changes.
 *
 * @param {string} folder where the tarball goes
 * @returns {Promise<string>} the tarball
 */
export async function packTool(folder) {
  const made = path.join(cache, "packed", await hashOf([...packedSources, ...packedTexts]));
  await oneAtATime("packing", async () => {
    if ((await tarballIn(made)) !== undefined) return;
    await fs.remove(path.dirname(made));
    await fs.ensureDir(made);
    await runOrFail(npm, ["pack", "--pack-destination", made], { cwd: repository });
  });
  const name = await tarballIn(made);
  if (name === undefined) throw new Error(`npm pack made no file in ${made}.`);
  await fs.copy(path.join(made, name), path.join(folder, name));
  return path.join(folder, name);
}

/** @param {string} folder */
async function tarballIn(folder) {
  const names = await fs.readdir(folder).catch(() => []);
  return names.find((name) => name.endsWith(".tgz"));
}

/**
 * @param {readonly string[]} places files and folders of the repository
 * @returns {Promise<string>} a name for all that is in them
 */
async function hashOf(places) {
  const hash = createHash("sha256");
  const add = async (/** @type {string} */ place) => {
    if (!(await fs.stat(place)).isDirectory()) {
      hash.update(path.relative(repository, place)).update(await fs.readFile(place));
      return;
    }
    for (const name of (await fs.readdir(place)).sort()) await add(path.join(place, name));
  };
  for (const place of places) await add(path.join(repository, place));
  return hash.digest("hex").slice(0, 16);
}

/** The longest that a packing or an installation takes, in milliseconds, with much to spare. */
const longest = 300_000;

/**
 * Does something that only one process may do in this checkout: a build clears dist/, and others could be packing it.
 *
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function oneAtATime(what, work) {
  const lock = path.join(cache, `only one is ${what}`);
  await fs.ensureDir(path.dirname(lock));
  for (;;) {
    try {
      await fs.mkdir(lock);
      break;
    } catch {
      const since = await fs.stat(lock).catch(() => undefined);
      // Whoever made it is gone.
      if (since && Date.now() - since.mtimeMs > longest) await fs.remove(lock);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    await fs.remove(lock);
  }
}

/**
 * Copies one of the apps below tests/apps, or a folder of such apps, without what its builds left there.
 *
 * @param {string} name
 * @param {string} folder
 */
export async function copyApp(name, folder) {
  await fs.copy(path.join(repository, "tests", "apps", name), folder, {
    filter: (source) => !/[\\/](node_modules|\.next)$/.test(source),
  });
}

/**
 * Installs an app from its lock file, then the tool from its tarball.
 *
 * @param {string} app
 * @param {string} [tarball]
 */
export async function installApp(app, tarball) {
  const ci = ["ci", "--no-audit", "--no-fund"];
  // What npm remembers of a package may be older than the lock file: then it has to ask.
  await runOrFail(npm, [...ci, "--prefer-offline"], { cwd: app }).catch(() =>
    runOrFail(npm, ci, { cwd: app }),
  );
  if (tarball !== undefined) await installTool(app, tarball);
}

/**
 * An app's dependencies, installed once for all the runs in this checkout: for what only reads their types.
 *
 * @param {string} name
 * @returns {Promise<string>} the folder
 */
export async function installedApp(name) {
  return oneAtATime(`installing ${name}`, () => installOnce(name));
}

/** @param {string} name */
async function installOnce(name) {
  const folder = path.join(cache, "apps", name);
  const lock = await fs.readFile(path.join(repository, "tests", "apps", name, "package-lock.json"), "utf8");
  const stamp = path.join(folder, "node_modules", ".installed-from");
  if ((await fs.readFile(stamp, "utf8").catch(() => "")) === lock) return folder;
  await fs.remove(folder);
  await copyApp(name, folder);
  await installApp(folder);
  await fs.writeFile(stamp, lock);
  return folder;
}

/**
 * Copies an app with its dependencies, which are installed once for all the runs in this checkout. Their files are links
 * to the same ones where the disk can have that: who changes one has to put a new file into its place, as npm does.
 *
 * @param {string} name
 * @param {string} folder
 */
export async function copyInstalledApp(name, folder) {
  const installed = await installedApp(name);
  await copyApp(name, folder);
  await linkAll(path.join(installed, "node_modules"), path.join(folder, "node_modules"));
}

/**
 * @param {string} from
 * @param {string} to
 */
async function linkAll(from, to) {
  await fs.ensureDir(to);
  for (const entry of await fs.readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await linkAll(source, target);
    // npm writes into its list of what is there.
    else if (!entry.isFile() || entry.name === ".package-lock.json") await fs.copy(source, target);
    else await fs.link(source, target).catch(() => fs.copyFile(source, target));
  }
}

/**
 * Installs the tool from its tarball into an app that has its dependencies, as a user would.
 *
 * @param {string} app
 * @param {string} tarball
 */
export async function installTool(app, tarball) {
  await runOrFail(npm, ["install", "--save-dev", "--no-audit", "--no-fund", "--prefer-offline", tarball], {
    cwd: app,
  });
}

/**
 * Unpacks the tool into an app, for what needs nothing else of it.
 *
 * @param {string} app
 * @param {string} tarball
 */
export async function unpackTool(app, tarball) {
  const modules = path.join(app, "node_modules");
  await fs.ensureDir(modules);
  await runOrFail("tar", ["-xzf", path.basename(tarball), "-C", modules], { cwd: path.dirname(tarball) });
  await fs.move(path.join(modules, "package"), path.join(modules, "create-api-route"));
}

/**
 * Where the tool keeps its records when it is run in an app by a script or a test: beside the app.
 *
 * @param {string} app
 */
export function stateHome(app) {
  return path.join(path.dirname(app), "tool state");
}

/**
 * The variables that keep the tool from the user's own folders: its records, and what it leaves to the next run, are beside the app.
 *
 * @param {string} app
 */
export function ownFolders(app) {
  return { XDG_STATE_HOME: stateHome(app), XDG_CACHE_HOME: path.join(path.dirname(app), "tool cache") };
}

/**
 * The program of the tool that is installed in a folder.
 *
 * @param {string} folder
 */
export function programIn(folder) {
  return path.join(folder, "node_modules/create-api-route/dist/start.cjs");
}

/**
 * Runs the installed tool in an app, as `npx create-api-route` would. There is no terminal on any stream.
 *
 * @param {string} app
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, input?: string }} [options]
 */
export function runTool(app, args, { env, ...options } = {}) {
  const bin = programIn(app);
  // What a test runner asks of its own output is not meant for the tool, and its records not for the user's own folder.
  const plain = {
    FORCE_COLOR: undefined,
    CI: undefined,
    npm_config_user_agent: undefined,
    ...ownFolders(app),
    ...env,
  };
  return run(process.execPath, [bin, ...args], { cwd: app, env: plain, ...options });
}

/** @param {string} app it may find its packages in a folder above */
function nextBin(app) {
  return createRequire(path.join(app, "package.json")).resolve("next/dist/bin/next");
}

/**
 * @param {string} app
 * @param {readonly string[]} [args]
 */
export function buildApp(app, args = []) {
  return run(process.execPath, [nextBin(app), "build", ...args], { cwd: app, env: nextEnvironment });
}

/**
 * Serves an app on a free port of this machine: one that is built, or with `dev` one that is not.
 *
 * @param {string} app
 * @param {NodeJS.ProcessEnv} [env]
 * @param {{ host?: string, command?: "start" | "dev", first?: string }} [options] `first`: the path that is asked for until there is an answer
 * @returns {Promise<{ url: string, log: () => string, stop: () => Promise<void> }>}
 * @throws {Error} with the server's log, if it does not answer within a minute
 */
export async function startApp(app, env, { host = "127.0.0.1", command = "start", first = "/" } = {}) {
  const port = await freePort();
  const url = `http://${host}:${String(port)}`;
  // Next's own file and not npx, which would leave a child behind.
  const server = spawn(process.execPath, [nextBin(app), command, "-H", host, "-p", String(port)], {
    cwd: app,
    env: { ...process.env, ...nextEnvironment, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (/** @type {Buffer} */ chunk) => (log += chunk.toString()));
  }
  const ended = new Promise((resolve) => server.once("close", resolve));
  const stop = async () => {
    server.kill("SIGTERM");
    await ended;
  };
  const latest = Date.now() + 60_000;
  while (server.exitCode === null && Date.now() < latest) {
    const answer = await fetch(url + first, { signal: AbortSignal.timeout(20_000) }).catch(() => undefined);
    if (answer) return { url, log: () => log, stop };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await stop();
  throw new Error(`The server did not answer:\n${log}`);
}

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === "object") resolve(address.port);
        else reject(new Error("No port is free."));
      });
    });
  });
}
