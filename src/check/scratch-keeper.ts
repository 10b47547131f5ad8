// Holds a scratch folder, and runs programs on what is in it, for a process at the other end of stdin. When that is gone,
// however it ended, the program that runs and the folder are gone too: it is a process group of its own, so that neither
// Ctrl-C nor a kill of the group that it was asked from ends it before.
import { spawn, type ChildProcess } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";

/** What it is asked to run, a line each. */
interface Asked {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What it says, a line each: first where the folder is, or why there is none; then what came of each program. */
type Told =
  | { readonly folder: string }
  | { readonly refused: string; readonly syscall: string | undefined }
  | { readonly code: number | null; readonly output: string };

const tell = (told: Told) => process.stdout.write(`${JSON.stringify(told)}\n`);

const folder = scratchFolder();
let running: ChildProcess | undefined;

// Nobody listens any more: what is left to do is to clear away.
process.stdout.on("error", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);

createInterface({ input: process.stdin }).on("line", runOne).on("close", end);

tell({ folder });

function scratchFolder(): string {
  try {
    return fs.realpathSync(fs.mkdtempSync(path.join(tmpdir(), "create-api-route-types-")));
  } catch (error) {
    const { message, syscall } = error as NodeJS.ErrnoException;
    tell({ refused: message, syscall });
    process.exit(1);
  }
}

function runOne(line: string): void {
  const { command, args, cwd } = JSON.parse(line) as Asked;
  const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
  running = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.on("error", ({ message }) => tell({ code: null, output: message }));
  child.on("close", (code) => tell({ code, output }));
}

function end(): void {
  running?.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
}
