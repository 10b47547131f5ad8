import { expect, test } from "vitest";
import { parseRecord, recordPieces, type RunRecord } from "../../../src/write/record.js";

const record: RunRecord = {
  id: 1,
  kind: "run",
  takesBack: undefined,
  pid: 2,
  tool: "0.1.0",
  root: "/project",
  files: [
    { path: "app/api/posts/route.ts", before: undefined, after: "new\n", mode: undefined },
    { path: "app/api/[id]/route.ts", before: "\uFEFFold\r\n", after: "", mode: 0o640 },
  ],
  folders: ["app/api", "app/api/posts"],
};

const textOf = (written: RunRecord) => [...recordPieces(written)].join("");

test("what is written is read", () => {
  expect(parseRecord(textOf(record))).toEqual(record);
});

test("the record of many files is written in pieces, and read as one", () => {
  const files = Array.from({ length: 1000 }, (_, index) => ({
    path: `app/api/${String(index)}/route.ts`,
    before: undefined,
    after: `${"é".repeat(1000)}\n`,
    mode: undefined,
  }));
  const many = { ...record, files };
  const pieces = [...recordPieces(many)];
  expect(pieces.length).toBeGreaterThan(5);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(200_000);
  expect(parseRecord(pieces.join(""))).toEqual(many);
});

test("a record that is cut off anywhere is none", () => {
  const text = textOf(record);
  for (let length = 0; length < text.length - 1; length += 1)
    expect(parseRecord(text.slice(0, length)), text.slice(0, length)).toBe(undefined);
});

test.each([
  ["of another format", { format: 2 }],
  ["with a path out of the project", { files: [{ path: "../x.ts", after: "x" }] }],
  ["with an absolute path", { files: [{ path: "/etc/passwd", after: "x" }] }],
  ["with a drive", { files: [{ path: "C:/x.ts", after: "x" }] }],
  ["with a folder out of the project", { folders: ["app/../.."] }],
  ["with something else for a text", { files: [{ path: "x.ts", after: 1 }] }],
  ["with a null for a file", { files: [null] }],
  ["of an unknown kind", { kind: "redo" }],
])("one %s is none", (_what, change) => {
  const value = JSON.parse(textOf(record)) as object;
  expect(parseRecord(JSON.stringify({ ...value, ...change }))).toBe(undefined);
});
