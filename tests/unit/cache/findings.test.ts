import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { findingsIn, noFindings, type Findings } from "../../../src/cache/findings.js";
import { at, useFolder, write } from "../../support/app-folder.js";

useFolder();

const bytes = (text: string) => Buffer.from(text);
const open = (stamp = "one", most = 10, root = at("app")): Findings<{ of: string }> =>
  findingsIn({ folder: at("cache"), stamp: () => stamp })(root, "words", most);

function leave(found: Record<string, string>, findings = open()): void {
  for (const [file, text] of Object.entries(found)) findings.add(file, bytes(text), { of: text });
  findings.keep();
}

const known = (file: string, text: string, findings = open()) => findings.known(file, bytes(text))?.of;
const folderOfApp = (root = at("app")) => path.join(at("cache/apps"), nameOf(root));
const nameOf = (root: string) =>
  readdirSync(at("cache/apps")).find((name) => name.startsWith(path.basename(root))) ?? "";
const file = () => path.join(folderOfApp(), "words");

test("what a run found is known to the next one, of the very bytes", () => {
  leave({ "a.ts": "one", "b.ts": "zwei ä\n😀", "empty.ts": "" });
  expect(known("a.ts", "one")).toBe("one");
  expect(known("b.ts", "zwei ä\n😀")).toBe("zwei ä\n😀");
  expect(known("empty.ts", "")).toBe("");
  expect(known("a.ts", "two")).toBeUndefined();
  expect(known("a.ts", "on")).toBeUndefined();
  expect(known("c.ts", "one")).toBeUndefined();
});

test("what is found anew takes the place of what was there, and leaves the rest", () => {
  leave({ "a.ts": "one", "b.ts": "two" });
  leave({ "a.ts": "three" });
  expect([known("a.ts", "one"), known("a.ts", "three"), known("b.ts", "two")]).toEqual([
    undefined,
    "three",
    "two",
  ]);
});

test("another build, another app and another subject know nothing of it", () => {
  leave({ "a.ts": "one" });
  expect(known("a.ts", "one", open("two"))).toBeUndefined();
  expect(known("a.ts", "one", open("one", 10, at("other")))).toBeUndefined();
  const other = findingsIn({ folder: at("cache"), stamp: () => "one" })(at("app"), "numbers", 10);
  expect(other.known("a.ts", bytes("one"))).toBeUndefined();
});

test("of so many files, those are kept that were asked for last", () => {
  leave({ "a.ts": "a", "b.ts": "b", "c.ts": "c" });
  const next = open("one", 2);
  expect(known("c.ts", "c", next)).toBe("c");
  leave({ "d.ts": "d" }, next);
  expect(["a", "b", "c", "d"].map((name) => known(`${name}.ts`, name))).toEqual([
    undefined,
    undefined,
    "c",
    "d",
  ]);
});

test("a run that finds nothing new writes nothing", () => {
  leave({ "a.ts": "one" });
  const before = statSync(file()).mtimeMs;
  utimesSync(file(), new Date(0), new Date(0));
  const next = open();
  expect(known("a.ts", "one", next)).toBe("one");
  next.keep();
  expect(statSync(file()).mtimeMs).toBe(0);
  expect(before).toBeGreaterThan(0);
});

test.each([
  ["is cut off", (whole: Buffer) => whole.subarray(0, whole.length / 3)],
  ["is empty", () => bytes("")],
  ["is something else", () => bytes('{"stamp":"one"}\n')],
])("a file that %s is as none, and is replaced", (_, broken) => {
  leave({ "a.ts": "one" });
  writeFileSync(file(), broken(readFileSync(file())));
  expect(known("a.ts", "one")).toBeUndefined();
  leave({ "a.ts": "one" });
  expect(known("a.ts", "one")).toBe("one");
});

test("bytes that are cut off are not those of the file", () => {
  leave({ "a.ts": "one", "b.ts": "two" });
  const whole = readFileSync(file());
  writeFileSync(file(), whole.subarray(0, whole.length - 1));
  expect([known("a.ts", "one"), known("b.ts", "two")]).toEqual(["one", undefined]);
});

test.skipIf(process.platform === "win32")(
  "only this user can read it, and what others can write is not believed",
  () => {
    leave({ "a.ts": "one" });
    expect([statSync(file()).mode & 0o777, statSync(folderOfApp()).mode & 0o777]).toEqual([0o600, 0o700]);
    chmodSync(file(), 0o622);
    expect(known("a.ts", "one")).toBeUndefined();
  },
);

test("where nothing can be written, the next run finds it again", () => {
  write({ cache: "a file, and no folder" });
  leave({ "a.ts": "one" });
  expect(known("a.ts", "one")).toBeUndefined();
});

test("what a killed run has left is in nobody's way, and goes after an hour", () => {
  leave({ "a.ts": "one" });
  const left = path.join(folderOfApp(), `words.${String(process.pid)}-abc.tmp`);
  writeFileSync(left, "half of");
  leave({ "a.ts": "two" });
  expect([known("a.ts", "two"), existsSync(left)]).toEqual(["two", true]);
  utimesSync(left, new Date(), new Date(Date.now() - 2 * 60 * 60 * 1000));
  leave({ "a.ts": "three" });
  expect([known("a.ts", "three"), existsSync(left)]).toEqual(["three", false]);
  expect(readdirSync(folderOfApp())).toEqual(["words"]);
});

test("what is no folder of an app stays, and so does what a link leads to", () => {
  leave({ "a.ts": "one" });
  write({ "cache/apps/notes/a.txt": "mine", "elsewhere/app-0123456789abcdef/a.txt": "mine" });
  utimesSync(at("cache/apps/notes"), new Date(0), new Date(0));
  leave({ "a.ts": "one" }, open("one", 10, at("second")));
  expect(existsSync(at("cache/apps/notes/a.txt"))).toBe(true);

  rmSync(at("cache/apps"), { recursive: true });
  symlinkSync(at("elsewhere"), at("cache/apps"), "dir");
  utimesSync(at("elsewhere/app-0123456789abcdef"), new Date(0), new Date(0));
  leave({ "a.ts": "one" }, open("one", 10, at("third")));
  expect(existsSync(at("elsewhere/app-0123456789abcdef/a.txt"))).toBe(true);
});

test("the first run in another app forgets those that were long not written", () => {
  leave({ "a.ts": "one" });
  const old = folderOfApp();
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000);
  utimesSync(old, days(59), days(59));
  leave({ "a.ts": "one" }, open("one", 10, at("second")));
  expect(existsSync(old)).toBe(true);
  utimesSync(old, days(61), days(61));
  leave({ "a.ts": "one" }, open("one", 10, at("third")));
  expect(existsSync(old)).toBe(false);
});

test("a program that cannot look at itself keeps nothing", () => {
  const findings = findingsIn({ folder: at("cache"), stamp: () => undefined })<string>(
    at("app"),
    "words",
    10,
  );
  findings.add("a.ts", bytes("one"), "one");
  findings.keep();
  expect(existsSync(at("cache"))).toBe(false);
});

test("where nothing is kept, nothing is known", () => {
  const findings = noFindings<string>(at("app"), "words", 10);
  findings.add("a.ts", bytes("one"), "one");
  findings.keep();
  expect(findings.known("a.ts", bytes("one"))).toBeUndefined();
});
