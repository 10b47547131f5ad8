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

test.skipIf(!fs.existsSync("/dev/full"))("a full disk changes nothing", () => {
  const full = fs.openSync("/dev/full", "w");
  expect(say(1000, full)).toMatchObject({ status: 0, isTTY: false });
  fs.closeSync(full);
});

onUnix("a reader that has gone changes nothing, and one that is slow gets all of it", () => {
  const line = `${"a".repeat(1000)}\n`;
  const program = `const out = require("./outlet.cjs").outlet("stdout");
    for (let i = 0; i < 300; i += 1) out.write("a".repeat(1000) + "\\n");
    process.exitCode = 3;`;
  fs.writeFileSync(path.join(scratch, "program.cjs"), program);
  const shell = (command: string) =>
    spawnSync("bash", ["-c", command], { cwd: scratch, env: { ...process.env, node: process.execPath } });
  const gone = shell('"$node" program.cjs | head -c 5; echo " ${PIPESTATUS[0]}"');
  expect([String(gone.stdout), String(gone.stderr)]).toEqual(["aaaaa 3\n", ""]);
  // Another process with the same pipe can make it one that does not wait.
  fs.writeFileSync(
    path.join(scratch, "sharing.cjs"),
    `process.stdout._handle.setBlocking(false);
    require("node:fs").writeFileSync("ready", "");
    setTimeout(() => undefined, 1000);`,
  );
  const slow = shell(
    '("$node" sharing.cjs & until [ -e ready ]; do sleep 0.01; done; "$node" program.cjs; echo " $?") | (sleep 0.3; cat)',
  );
  expect([String(slow.stdout), String(slow.stderr)]).toEqual([`${line.repeat(300)} 3\n`, ""]);
});
