"use strict";

// Holds a scratch folder, and runs programs on what is in it, for a process at the other end of stdin. When that is gone,
// however it ended, the program that runs and the folder are gone too: it is a process group of its own, so that neither
// Ctrl-C nor a kill of the group that it was asked from ends it before.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const readline = require("node:readline");

const tell = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);

let folder;
try {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "create-api-route-types-")));
} catch ({ message, syscall }) {
  tell({ refused: message, syscall });
  process.exit(1);
}
let running;

function end() {
  running?.kill("SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(0);
}

// Nobody listens any more: what is left to do is to clear away.
process.stdout.on("error", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, end);

readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    const { command, args, cwd } = JSON.parse(line);
    let output = "";
    running = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], windowsHide: true });
    for (const stream of [running.stdout, running.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    running.on("error", ({ message }) => tell({ code: null, output: message }));
    running.on("close", (code) => tell({ code, output }));
  })
  .on("close", end);

tell({ folder });
