#!/usr/bin/env node
"use strict";

// CommonJS, because Node starts it measurably faster than an ES module; the sources are ES modules.
const path = require("node:path");

const root = path.join(__dirname, "..");
const cache = cacheFolder();
const { run, isAllSaid, keep } = load(cache);

// Until it says that it is done: an answer that never comes is no success.
process.exitCode = 1;

void run(process.argv.slice(2), root, cache).then((exitCode) => {
  process.exitCode = exitCode;
  keep?.();
  // Node.js would take down the engine piece by piece. From 22.1 on it writes there what it keeps.
  if (keep && isAllSaid()) process.exit();
});

/** The program, with what V8 made of it in an earlier run; after a run, `keep` writes down what is new of that. */
function load(cache) {
  const dist = path.join(root, "dist");
  if (cache !== undefined && !keepsCompiled(process.versions.node)) {
    const { compiledFiles } = require("./compiled.cjs");
    const files = compiledFiles(dist, path.join(cache, process.version));
    return { ...files.load("cli.cjs"), keep: files.keep };
  }
  if (cache !== undefined) require("node:module").enableCompileCache(path.join(cache, process.version));
  return require(path.join(dist, "cli.cjs"));
}

/** Whether Node.js keeps it by itself, as it does from 22.1 on: only then its module is worth loading. */
function keepsCompiled(version) {
  const [major, minor] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 1);
}

/** `node:os` is loaded only where the environment does not name the home, which is where it looks first (libuv, uv_os_homedir). */
function home(isWindows) {
  return process.env[isWindows ? "USERPROFILE" : "HOME"] ?? require("node:os").homedir();
}

/**
 * The user's own folder for what programs can make again: `$XDG_CACHE_HOME`, as the XDG Base Directory Specification wants it, else
 * what the system has for it. Undefined where there is none, or where the user wants none (Node.js, `NODE_DISABLE_COMPILE_CACHE`).
 */
function cacheFolder() {
  const { XDG_CACHE_HOME = "", LOCALAPPDATA = "", NODE_DISABLE_COMPILE_CACHE = "" } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE !== "") return undefined;
  const isWindows = process.platform === "win32";
  const given = [XDG_CACHE_HOME, isWindows ? LOCALAPPDATA : ""].find((folder) => path.isAbsolute(folder));
  try {
    const usual = process.platform === "darwin" ? "Library/Caches" : isWindows ? "AppData/Local" : ".cache";
    const folder = path.join(given ?? path.join(home(isWindows), usual), "create-api-route");
    // An empty HOME would lead into the folder that the command runs in.
    return path.isAbsolute(folder) ? folder : undefined;
  } catch {
    // No HOME, and no entry in the list of users.
    return undefined;
  }
}
