import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { atOnce } from "../../../src/format/at-once.js";
import { failureOf } from "../../../src/format/failure.js";
import { runOnStdin } from "../../../src/format/run-on-stdin.js";

const node = (code: string) => ({ command: process.execPath, args: ["-e", code], cwd: tmpdir() });

test("a program gets the text and answers another, byte for byte", async () => {
  const text = `"ünïcode" 日本\r\n${"x".repeat(300_000)}`;
  expect(await runOnStdin(node("process.stdin.pipe(process.stdout)"), text)).toBe(text);
});

test.each([
  ["says why", "console.error('Why.'); process.exit(3)", "Why."],
  ["says nothing", "process.exit(3)", "It ended with exit code 3."],
  ["does not read", "process.stdin.destroy(); console.error('No.'); process.exitCode = 1", "No."],
])("a program that fails and %s", async (_how, code, message) => {
  await expect(runOnStdin(node(code), "x".repeat(300_000))).rejects.toThrow(message);
});

test("a program that is not there, and a folder that is not", async () => {
  await expect(runOnStdin({ command: "/nowhere/biome", args: [], cwd: tmpdir() }, "")).rejects.toThrow(
    "ENOENT",
  );
  await expect(runOnStdin({ ...node(""), cwd: "/nowhere" }, "")).rejects.toThrow("ENOENT");
});

test("a program that never ends is ended", async () => {
  const work = runOnStdin(node("setInterval(() => undefined, 1000)"), "", 300);
  await expect(work).rejects.toThrow("It did not answer within 0.3 seconds.");
});

test("no more tasks than allowed run at once, and all of them do", async () => {
  const limited = atOnce(3);
  let running = 0;
  let most = 0;
  const task = async (result: number) => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, result % 4));
    running -= 1;
    if (result === 5) throw new Error("The fifth.");
    return result;
  };
  const all = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => limited(() => task(index))));
  expect(all.map((one) => (one.status === "fulfilled" ? one.value : 5))).toEqual([...all.keys()]);
  expect(most).toBe(3);
});

test.each([
  [new Error("First.\n  at somewhere"), "First."],
  [
    new Error("\n\u001b[31mconfig ━━━━\u001b[39m\n\n  \u001b[31m×\u001b[39m Wrong key.\n  i More."),
    "Wrong key.",
  ],
  [new Error("Error in a.json:\n  no brace\n  line 1"), "Error in a.json: no brace"],
  [new Error(""), "It said nothing."],
  ["odd", "odd"],
])("what is wrong, in one line: %j", (error, line) => {
  expect(failureOf(error)).toBe(line);
});
