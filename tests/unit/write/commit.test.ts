import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RunError } from "../../../src/errors.js";
import type { FileChange } from "../../../src/model.js";
import { commit } from "../../../src/write/commit.js";

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "commit-"));
  put("package.json", "{}\r\n");
  put("app/page.tsx", "\uFEFFpage");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

const fileAt = (name: string) => path.join(root, ...name.split("/"));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(fileAt(name)), { recursive: true });
  writeFileSync(fileAt(name), text);
}

/** Everything below the root: folders end in a slash, files have their bytes. */
function tree(): Record<string, string> {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return Object.fromEntries(
    names.map((name) =>
      statSync(fileAt(name)).isDirectory() ? [`${name}/`, ""] : [name, readFileSync(fileAt(name), "base64")],
    ),
  );
}

function change(name: string, text = "text", action: FileChange["action"] = "create"): FileChange {
  return {
    action,
    path: name,
    before: action === "create" ? undefined : text,
    text,
    purpose: { kind: "module", exports: [], neededBy: ["app/api/posts/route.ts"] },
  };
}

function failureOf(changes: readonly FileChange[]): RunError {
  try {
    commit(changes, root);
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
  throw new Error("It did not fail.");
}

test("creates files, and the folders that they need", () => {
  const before = tree();
  commit([change("app/api/posts/[id]/route.ts", "é\n"), change("app/api/posts/data.ts", "")], root);
  expect(tree()).toEqual({
    ...before,
    "app/api/": "",
    "app/api/posts/": "",
    "app/api/posts/[id]/": "",
    "app/api/posts/[id]/route.ts": Buffer.from("é\n").toString("base64"),
    "app/api/posts/data.ts": "",
  });
});

test("leaves what is unchanged alone, even where it is not as it would be", () => {
  const before = tree();
  commit([change("app/page.tsx", "other", "unchanged"), change("app/none/x.ts", "x", "unchanged")], root);
  expect(tree()).toEqual(before);
});

test("does nothing without changes", () => {
  const before = tree();
  commit([], root);
  expect(tree()).toEqual(before);
});

test("refuses to overwrite, and takes everything back", () => {
  const before = tree();
  const { problems, cause } = failureOf([
    change("app/api/posts/route.ts"),
    change("app/api/tags/route.ts"),
    change("lib/x.ts"),
    change("app/page.tsx", "other"),
    change("app/late/route.ts"),
  ]);
  expect(tree()).toEqual(before);
  expect(problems).toMatchObject([
    { code: "WRITE_FAILED", hint: "Another process wrote it first: run the command again." },
  ]);
  expect(problems[0].message).toContain("page.tsx");
  expect(cause).toBeInstanceOf(Error);
});

test("the same file twice is refused, and the first is taken back", () => {
  const before = tree();
  failureOf([change("app/x.ts", "1"), change("app/x.ts", "2")]);
  expect(tree()).toEqual(before);
});

test("a file where a folder has to be stops everything", () => {
  const before = tree();
  for (const name of ["app/page.tsx/route.ts", "app/page.tsx/posts/[id]/route.ts"]) {
    const { problems } = failureOf([change("app/api/posts/route.ts"), change(name)]);
    expect(problems[0].code).toBe("WRITE_FAILED");
    expect(problems[0].hint).toBe("Mend the cause and run the command again.");
    expect(tree()).toEqual(before);
  }
});

test("a folder where the file has to be stops everything", () => {
  put("app/api/route.ts/keep.txt", "keep");
  const before = tree();
  failureOf([change("app/new/route.ts"), change("app/api/route.ts")]);
  expect(tree()).toEqual(before);
});

test("a name that is too long stops everything", () => {
  const before = tree();
  failureOf([change("app/new/route.ts"), change(`app/${"x".repeat(300)}/route.ts`)]);
  expect(tree()).toEqual(before);
});

test("folders that were there stay, even if they are empty", () => {
  mkdirSync(fileAt("app/api/posts"), { recursive: true });
  const before = tree();
  failureOf([
    change("app/api/posts/route.ts"),
    change("app/api/posts/[id]/route.ts"),
    change("app/page.tsx"),
  ]);
  expect(tree()).toEqual(before);
});

test("does not write through a link to a file that is not there", () => {
  symlinkSync(fileAt("elsewhere.ts"), fileAt("app/route.ts"));
  failureOf([change("app/route.ts")]);
  expect(readdirSync(root).sort()).toEqual(["app", "package.json"]);
});

test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "a folder that may not be written to stops everything",
  () => {
    mkdirSync(fileAt("app/locked"));
    const before = tree();
    chmodSync(fileAt("app/locked"), 0o555);
    try {
      failureOf([change("app/new/route.ts"), change("app/locked/x/route.ts")]);
    } finally {
      chmodSync(fileAt("app/locked"), 0o755);
    }
    expect(tree()).toEqual(before);
  },
);
