import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { nodeDisk } from "../../../src/write/disk.js";
import { lastLock, Overtaken, takeLock } from "../../../src/write/lock.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lock-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const put = (name: string, text: string) => {
  writeFileSync(path.join(folder, name), text);
};
const locks = () =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), "utf8")]),
  );
const mine = `${String(process.pid)}\n`;

test("is taken, given back, and taken again; only the newest one is kept", () => {
  const release = takeLock(folder, nodeDisk);
  expect(locks()).toEqual({ "lock-1": mine });
  release();
  expect(locks()).toEqual({ "lock-1": "free" });
  takeLock(folder, nodeDisk)();
  expect(locks()).toEqual({ "lock-2": "free" });
});

test("of a process that is gone is taken over", () => {
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  put("lock-7", `${String(pid)}\n`);
  takeLock(folder, nodeDisk);
  expect(locks()).toEqual({ "lock-8": mine });
});

test("of a process that lives is waited for, and then it says whose it is", () => {
  put("lock-3", `${String(process.ppid)}\n`);
  const start = Date.now();
  expect(() => takeLock(folder, nodeDisk)).toThrow(
    `Another run of create-api-route (process ${String(process.ppid)}) is writing to this project`,
  );
  expect(Date.now() - start).toBeGreaterThan(4_500);
  expect(locks()).toEqual({ "lock-3": `${String(process.ppid)}\n` });
});

test("that is very old counts for nothing: its number is another process's by now", () => {
  put("lock-3", `${String(process.ppid)}\n`);
  utimesSync(path.join(folder, "lock-3"), new Date(), new Date(Date.now() - 3_600_000));
  takeLock(folder, nodeDisk);
  expect(locks()).toEqual({ "lock-4": mine });
});

test("that is not signed is waited for a moment: its process may be writing it, or was killed while it did", () => {
  put("lock-3", "");
  const start = Date.now();
  takeLock(folder, nodeDisk);
  expect(Date.now() - start).toBeGreaterThan(500);
  expect(locks()).toEqual({ "lock-4": mine });
});

describe("after a lock that was seen", () => {
  test("is taken while that is the last one, also if it is none", () => {
    expect(lastLock(path.join(folder, "none"), nodeDisk)).toBe(0);
    takeLock(folder, nodeDisk, lastLock(folder, nodeDisk))();
    expect(lastLock(folder, nodeDisk)).toBe(1);
    takeLock(folder, nodeDisk, 1)();
    expect(locks()).toEqual({ "lock-2": "free" });
  });

  test.each([0, 1, 4])("is not taken if others had it since, and nothing is left behind", (others) => {
    const seen = lastLock(folder, nodeDisk);
    for (let count = 0; count <= others; count += 1) takeLock(folder, nodeDisk)();
    const before = locks();
    expect(() => takeLock(folder, nodeDisk, seen)).toThrow(Overtaken);
    expect(locks()).toEqual(before);
    takeLock(folder, nodeDisk, lastLock(folder, nodeDisk));
  });

  test("is not taken if another one was at work when it was looked at", () => {
    const release = takeLock(folder, nodeDisk);
    put("lock-1", `${String(process.ppid)}\n`);
    const seen = lastLock(folder, nodeDisk);
    release();
    expect(() => takeLock(folder, nodeDisk, seen)).toThrow(Overtaken);
  });

  test("is taken if that was left by a process that is gone", () => {
    put("lock-7", `${String(spawnSync(process.execPath, ["-e", ""]).pid)}\n`);
    takeLock(folder, nodeDisk, lastLock(folder, nodeDisk));
    expect(locks()).toEqual({ "lock-8": mine });
  });
});
