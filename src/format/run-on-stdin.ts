import { spawn } from "node:child_process";
import { patience } from "./failure.js";

/** A program to run: never through a shell, so that a path may have any name. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/**
 * Gives a program a text and takes what it answers.
 *
 * @param limit how long it may take, in milliseconds.
 * @throws Error with what it said on stderr, if it ends with another exit code than 0 or takes too long.
 */
export function runOnStdin(
  { command, args, cwd }: Program,
  input: string,
  limit = patience,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    const said = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`It did not answer within ${String(limit / 1000)} seconds.`));
    }, limit);
    child.stdout.on("data", (chunk: Buffer) => said.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => said.stderr.push(chunk));
    // A program that ends without reading its input says why in other ways.
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      const { stdout, stderr } = { stdout: textOf(said.stdout), stderr: textOf(said.stderr).trim() };
      if (code === 0) resolve(stdout);
      else reject(new Error(stderr === "" ? `It ended with exit code ${String(code)}.` : stderr));
    });
    child.stdin.end(input);
  });
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString("utf8");
}
