import { spawn } from "node:child_process";

/**
 * @typedef {{ code: number | null, stdout: string, stderr: string }} Finished
 *
 * Runs a program to its end and answers what it said. Never rejects for an exit code.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, input?: string }} [options] `env` is added to this process's own
 * @returns {Promise<Finished>}
 */
export function run(command, args, { cwd, env, input } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...certificatesFor(command), ...env },
      stdio: ["pipe", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (/** @type {Buffer} */ chunk) => (stdout += chunk.toString()));
    child.stderr.on("data", (/** @type {Buffer} */ chunk) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
    // A program that ends without reading what it is given is no fault of whoever runs it.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input ?? "");
  });
}

/**
 * The same, for a program that has to succeed.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<Finished>}
 * @throws {Error} with all that it printed, if its exit code is not 0
 */
export async function runOrFail(command, args, options) {
  const finished = await run(command, args, options);
  if (finished.code === 0) return finished;
  const said = [finished.stdout, finished.stderr].join("\n").trim();
  throw new Error(`${command} ${args.join(" ")} ended with ${String(finished.code)}:\n${said}`);
}

/**
 * What the tests' own settings keep from programs that ask nobody: whoever is not Node.js itself may be npm, or run it.
 *
 * @param {string} command
 * @returns {NodeJS.ProcessEnv}
 */
function certificatesFor(command) {
  const { CERTIFICATES_FOR_NPM } = process.env;
  return CERTIFICATES_FOR_NPM === undefined || command === process.execPath
    ? {}
    : { NODE_EXTRA_CA_CERTS: CERTIFICATES_FOR_NPM };
}

/** npm is a script on Windows and cannot be spawned by its bare name there. */
export const npm = process.platform === "win32" ? "npm.cmd" : "npm";
