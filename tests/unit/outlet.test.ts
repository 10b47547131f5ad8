import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "../../scripts/bundle.mjs";
import { repository } from "../support/pipeline.js";

let scratch: string;
beforeAll(async () => {
  scratch = fs.mkdtempSync(path.join(tmpdir(), "outlet-"));
  await bundle(path.join(repository, "src/outlet.ts"), scratch);
});
afterAll(() => {
  fs.rmSync(scratch, { recursive: true });
});

/** What a program answers that says this much on stdout, and which modules of Node.js it has loaded then. */
function say(letters: number, stdout: number | "pipe" | "ignore") {
  const {
    status,
    stdout: said,
    stderr,
  } = spawnSync(
    process.execPath,
    [
      "-e",
      `const out = require("./outlet.cjs").outlet("stdout");
      out.write("a".repeat(${String(letters)}));
      const told = [out.isTTY, process.moduleLoadList.includes("NativeModule internal/streams/writable")];
      require("node:fs").writeSync(2, JSON.stringify(told));`,
    ],
    { cwd: scratch, stdio: ["ignore", stdout, "pipe"] },
  );
  const [isTTY, loadsStreams] = JSON.parse(String(stderr)) as [boolean, boolean];
  return { status, said: stdout === "pipe" ? String(said) : "", isTTY, loadsStreams };
}

const onUnix = test.skipIf(process.platform === "win32");

onUnix("a pipe, a file and nobody take all of it, and need no streams", () => {
  const whole = { status: 0, isTTY: false, loadsStreams: false };
  expect(say(1_000_000, "pipe")).toEqual({ ...whole, said: "a".repeat(1_000_000) });
  expect(say(1000, "ignore")).toEqual({ ...whole, said: "" });
  const file = path.join(scratch, "said.txt");
  const opened = fs.openSync(file, "w");
  expect(say(1000, opened)).toEqual({ ...whole, said: "" });
  fs.closeSync(opened);
  expect(fs.readFileSync(file, "utf8")).toBe("a".repeat(1000));
});

const linux = test.skipIf(!fs.existsSync("/dev/full"));

/** What a shell says of a program that has `program` in it, and what comes on stderr. */
function shell(command: string, program: string): string[] {
  fs.writeFileSync(path.join(scratch, "program.cjs"), program);
  const { stdout, stderr } = spawnSync("bash", ["-c", command], {
    cwd: scratch,
    env: { ...process.env, node: process.execPath },
  });
  return [String(stdout), String(stderr)];
}

linux("a full disk is told once, whether it is known at once or later", () => {
  const program = `let told = 0;
    const out = require("./outlet.cjs").outlet("stdout", ({ code }) => { process.exitCode = 1; process._rawDebug(code, ++told); });
    for (let i = 0; i < 2; i += 1) out.write("a".repeat(9000));`;
  expect(shell('"$node" program.cjs >/dev/full; echo $?', program)).toEqual(["1\n", "ENOSPC 1\n"]);
  // A file of the system's that takes no text like this one.
  const refused = shell('"$node" program.cjs >/proc/self/oom_score_adj; echo $?', program);
  expect(refused).toEqual(["1\n", "EINVAL 1\nEINVAL 2\n"]);
});

onUnix("a reader that has gone changes nothing, and one that is slow gets all of it", () => {
  const line = `${"a".repeat(1000)}\n`;
  const program = `const out = require("./outlet.cjs").outlet("stdout", (error) => { throw error; });
    for (let i = 0; i < 300; i += 1) out.write("a".repeat(1000) + "\\n");
    process.exitCode = 3;`;
  const gone = shell('"$node" program.cjs | head -c 5; echo " ${PIPESTATUS[0]}"', program);
  expect(gone).toEqual(["aaaaa 3\n", ""]);
  // Another process with the same pipe can make it one that does not wait.
  fs.writeFileSync(
    path.join(scratch, "sharing.cjs"),
    `process.stdout._handle.setBlocking(false);
    require("node:fs").writeFileSync("ready", "");
    setTimeout(() => undefined, 1000);`,
  );
  const slow = shell(
    '("$node" sharing.cjs & until [ -e ready ]; do sleep 0.01; done; "$node" program.cjs; echo " $?") | (sleep 0.3; cat)',
    program,
  );
  expect(slow).toEqual([`${line.repeat(300)} 3\n`, ""]);
});
