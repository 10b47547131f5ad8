import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { makeScratch } from "../../../scripts/next-app.mjs";
import { compiledFiles } from "../../../src/start/compiled-files.js";
import { bundle } from "../../support/bundle.js";

const open = () => compiledFiles<{ answer: () => string }>(folder, cache, createRequire(import.meta.url));

let folder: string;
let cache: string;
const kept = () => path.join(cache, "main.cjs");

beforeEach(async () => {
  folder = await makeScratch();
  cache = path.join(folder, "cache");
  fs.writeFileSync(path.join(folder, "main.cjs"), 'exports.answer = () => require("./late.cjs").word;');
  fs.writeFileSync(path.join(folder, "late.cjs"), 'exports.word = require("node:path").basename("a/one");');
  return () => {
    fs.rmSync(folder, { recursive: true });
  };
});

/** What a run answers; it keeps what it compiled. */
function answer(): string {
  const { load, keep } = open();
  const text = load("main.cjs").answer();
  keep();
  return text;
}

test("files load each other, and what was made of them is kept where only this user can write", () => {
  expect(answer()).toBe("one");
  expect(fs.readdirSync(cache).sort()).toEqual(["late.cjs", "main.cjs"]);
  if (process.platform !== "win32") expect(fs.statSync(kept()).mode & 0o777).toBe(0o600);
  const before = fs.statSync(kept()).mtimeMs;
  expect(answer()).toBe("one");
  expect(fs.statSync(kept()).mtimeMs).toBe(before);
});

test("a run that takes another way through the program adds to what is kept, once", () => {
  const run = (usesLate: boolean) => {
    const { load, keep } = open();
    const main = load("main.cjs");
    if (usesLate) expect(main.answer()).toBe("one");
    keep();
    return fs.readFileSync(kept());
  };
  const asked = run(false);
  const answered = run(true);
  // The body of a function is compiled when it is first called.
  expect(answered.length).toBeGreaterThan(asked.length);
  expect(run(false).equals(answered)).toBe(true);
  expect(run(true).equals(answered)).toBe(true);
});

test("another file in the same place, of the same length, is what runs", () => {
  expect(answer()).toBe("one");
  fs.writeFileSync(path.join(folder, "late.cjs"), 'exports.word = require("node:path").basename("a/two");');
  expect(answer()).toBe("two");
});

test.each([
  [
    "a changed byte",
    (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 300), Buffer.of(7), bytes.subarray(301)]),
  ],
  ["a half", (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
  ["nothing", () => Buffer.alloc(0)],
])("what is not whole is made again: %s", (_what, change) => {
  answer();
  const whole = fs.readFileSync(kept());
  fs.writeFileSync(kept(), change(whole));
  expect(answer()).toBe("one");
  expect(fs.readFileSync(kept()).length).toBe(whole.length);
});

test.skipIf(process.platform === "win32")("what others could have written is not taken", () => {
  answer();
  const whole = fs.readFileSync(kept());
  fs.chmodSync(kept(), 0o666);
  expect(answer()).toBe("one");
  expect(fs.statSync(kept()).mode & 0o777).toBe(0o600);
  expect(whole.length).toBeGreaterThan(0);
});

test.skipIf(process.platform === "win32")(
  "a link, or a pipe with nobody at its other end, is not taken",
  () => {
    answer();
    const whole = fs.readFileSync(kept());
    const elsewhere = path.join(folder, "elsewhere");
    for (const put of [
      () => {
        fs.writeFileSync(elsewhere, whole, { mode: 0o600 });
        fs.symlinkSync(elsewhere, kept());
      },
      () => spawnSync("mkfifo", ["-m", "600", kept()]),
    ]) {
      fs.rmSync(kept());
      put();
      expect(answer()).toBe("one");
      expect(fs.lstatSync(kept()).isFile()).toBe(true);
    }
  },
);

test("a place that cannot be written to is done without", () => {
  fs.writeFileSync(cache, "");
  expect(answer()).toBe("one");
});

// There mkdir says that the folder above is missing, though it is there: with `recursive`, Node.js 20 tries that for ever.
test.skipIf(!fs.existsSync("/proc/self"))(
  "a place that can hold no folder is done without, and at once",
  async () => {
    const compiled = await bundle("src/start/compiled-files.ts", folder);
    const program = `const { load, keep } = require(${JSON.stringify(compiled)}).compiledFiles(".", "/proc/nowhere/cache", require);
    console.log(load("main.cjs").answer());
    keep();`;
    const { stdout, error } = spawnSync(process.execPath, ["-e", program], {
      cwd: folder,
      encoding: "utf8",
      timeout: 10_000,
    });
    expect([stdout, error]).toEqual(["one\n", undefined]);
  },
);
