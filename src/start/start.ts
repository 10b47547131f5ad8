#!/usr/bin/env node
/* eslint-disable @typescript-eslint/no-require-imports -- it is CommonJS when it is built, and loads what it needs when it is sure of that */
import path from "node:path";
import { cacheFolder } from "../cache/cache-folder.js";
import type * as program from "../cli.js";
import { compiledFiles } from "./compiled-files.js";

// A program of its own, built as CommonJS, because Node.js starts that measurably faster than an ES module. It loads the other files,
// and is one with all that it needs for that: to look for another takes longer than to run it.

interface Loaded extends Pick<typeof program, "run" | "endsAtOnce"> {
  /** Writes down what is new of what V8 made of the files. */
  readonly keep?: () => void;
}

const cache = cacheFolder();
const { run, endsAtOnce, keep } = load();

// Until it says that it is done: an answer that never comes is no success.
process.exitCode = 1;

void run(process.argv.slice(2), path.join(__dirname, ".."), cache).then((exitCode) => {
  process.exitCode = exitCode;
  keep?.();
  // Node.js would take down the engine piece by piece. From 22.1 on it writes there what it keeps.
  if (keep && endsAtOnce()) process.exit();
});

/** The program, with what V8 made of it in an earlier run. */
function load(): Loaded {
  if (cache !== undefined && !keepsCompiled(process.versions.node)) {
    const files = compiledFiles<Loaded>(__dirname, path.join(cache, process.version), require);
    const { run, endsAtOnce } = files.load("cli.cjs");
    return { run, endsAtOnce, keep: files.keep };
  }
  if (cache !== undefined) {
    const module = require("node:module") as { enableCompileCache: (folder: string) => void };
    module.enableCompileCache(path.join(cache, process.version));
  }
  return require(path.join(__dirname, "cli.cjs")) as Loaded;
}

/** Whether Node.js keeps it by itself, as it does from 22.1 on: only then its module is worth loading. */
function keepsCompiled(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 22 || (major === 22 && minor >= 1);
}
