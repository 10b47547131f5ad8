// What a process costs: the time that it takes, and the most memory that it had.
import { spawnSync } from "node:child_process";
import path from "node:path";
import fs from "fs-extra";

/** Loaded into a process, it writes down the most memory that it had, in kibibytes. Source: Node.js, process.resourceUsage. */
const tellPeak = path.join(import.meta.dirname, "tell-peak.cjs");

/**
 * @param {readonly string[]} args of node
 * @param {string} cwd an app
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} milliseconds
 * @throws {Error} with what it said, if it does not end with 0
 */
export function timeOf(args, cwd, env) {
  const start = process.hrtime.bigint();
  spawnOrFail(args, cwd, env);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The tool as it is where nothing is left of an earlier run, and nothing is left to the next one. */
export const withoutCache = { NODE_DISABLE_COMPILE_CACHE: "1" };

/**
 * @param {readonly string[]} args of node
 * @param {string} cwd an app
 * @returns {number} mebibytes
 */
export function peakOf(args, cwd) {
  const told = path.join(cwd, "peak.txt");
  spawnOrFail(["--require", tellPeak, ...args], cwd, { PEAK_FILE: told });
  const peak = Number(fs.readFileSync(told, "utf8")) / 1024;
  fs.removeSync(told);
  return peak;
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} [env]
 */
function spawnOrFail(args, cwd, env) {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, XDG_STATE_HOME: path.join(cwd, "state"), CI: "1", ...env },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr.toString()}`);
}
