import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSpecFile } from "../../../src/spec-file/read-spec-file.js";

const cwd = mkdtempSync(path.join(os.tmpdir(), "spec-file-"));
afterAll(() => {
  rmSync(cwd, { recursive: true });
});

async function* chunks(...parts: (Uint8Array | string)[]) {
  for (const part of parts) yield await Promise.resolve(part);
}

const readFrom = (name: string, ...stdin: (Uint8Array | string)[]) =>
  readSpecFile(name, { cwd, readStdin: () => chunks(...stdin) });

test("a file is read from the current folder, and is called as the user wrote it", async () => {
  mkdirSync(path.join(cwd, "a"), { recursive: true });
  writeFileSync(path.join(cwd, "a/r.yml"), "\uFEFF- é\n");
  expect(await readFrom("./a/../a/r.yml")).toEqual({ file: "./a/../a/r.yml", text: "\uFEFF- é\n" });
  const absolute = path.join(cwd, "a/r.yml");
  expect(await readFrom(absolute)).toMatchObject({ file: absolute });
});

test("- is standard input, in however many parts it comes", async () => {
  const bytes = Buffer.from("- é\n");
  expect(await readFrom("-", bytes.subarray(0, 3), bytes.subarray(3), "- b")).toEqual({
    file: "<stdin>",
    text: "- é\n- b",
  });
  expect(await readFrom("-")).toEqual({ file: "<stdin>", text: "" });
});

const problem = (message: string, hint: string) => ({ code: "SPEC_UNREADABLE", message, hint });

test("what cannot be read is told", async () => {
  mkdirSync(path.join(cwd, "folder"));
  writeFileSync(path.join(cwd, "latin"), Buffer.from([0x2d, 0x20, 0xe9]));
  writeFileSync(path.join(cwd, "utf16"), Buffer.from("\uFEFF- a", "utf16le"));
  writeFileSync(path.join(cwd, "large"), Buffer.alloc(10_000_001, " "));
  writeFileSync(path.join(cwd, "most"), Buffer.alloc(10_000_000, " "));
  const seen = "--from names a file as it is seen from the current folder.";
  expect(await readFrom("none.yml")).toEqual(problem("none.yml is not there.", seen));
  expect(await readFrom("latin/r.yml")).toEqual(problem("latin/r.yml is not there.", seen));
  expect(await readFrom("folder")).toEqual(problem("folder is a folder.", "Name a file in it."));
  expect(await readFrom("latin")).toEqual(problem("latin is not UTF-8 text.", "Save it as UTF-8."));
  expect(await readFrom("utf16")).toEqual(problem("utf16 is not UTF-8 text.", "Save it as UTF-8."));
  expect(await readFrom("large")).toEqual(problem("large has more than 10 MB.", "Split it up."));
  expect(await readFrom("most")).toHaveProperty("text");
  expect(await readFrom("a\0b")).toMatchObject({ code: "SPEC_UNREADABLE" });
  expect(await readFrom("-", Uint8Array.of(0xff))).toMatchObject({
    message: "<stdin> is not UTF-8 text.",
  });
});

test.skipIf(process.getuid?.() === 0)("a file without the permission to read it is told", async () => {
  writeFileSync(path.join(cwd, "secret"), "- a");
  chmodSync(path.join(cwd, "secret"), 0);
  expect(await readFrom("secret")).toEqual(problem("secret may not be read.", "Look at its permissions."));
});

test("an endless input is not read to its end", async () => {
  async function* endless() {
    for (;;) yield await Promise.resolve(Buffer.alloc(1_000_000));
  }
  expect(await readSpecFile("-", { cwd, readStdin: endless })).toEqual(
    problem("<stdin> has more than 10 MB.", "Split it up."),
  );
});
