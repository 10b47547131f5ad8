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
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { RunError } from "../../../src/errors.js";
import { commit, type CommitContext } from "../../../src/write/commit.js";
import { nodeDisk } from "../../../src/write/disk.js";
import type { FileWrite } from "../../../src/write/file-write.js";

let scratch: string;
let root: string;
let context: CommitContext;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), "commit-"));
  root = path.join(scratch, "root");
  context = {
    root,
    tool: "0.0.0",
    statePlaces: [{ folder: path.join(scratch, "state"), isShared: false }],
  };
  put("package.json", "{}\r\n");
  put("app/page.tsx", "\uFEFFpage");
});
afterEach(() => {
  rmSync(scratch, { recursive: true });
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

function write(name: string, after = "text", before?: string): FileWrite {
  return { path: name, before, after };
}

function failureOf(writes: readonly FileWrite[]): RunError {
  try {
    commit(writes, context);
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
  throw new Error("It did not fail.");
}

test("creates files, and the folders that they need", () => {
  const before = tree();
  commit([write("app/api/posts/[id]/route.ts", "é\n"), write("app/api/posts/data.ts", "")], context);
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
  commit([write("app/page.tsx", "other", "other"), write("app/none/x.ts", "x", "x")], context);
  expect(tree()).toEqual(before);
});

test("does nothing without changes", () => {
  const before = tree();
  commit([], context);
  expect(tree()).toEqual(before);
});

test("refuses to overwrite, and takes everything back", () => {
  const before = tree();
  const { problems, cause } = failureOf([
    write("app/api/posts/route.ts"),
    write("app/api/tags/route.ts"),
    write("lib/x.ts"),
    write("app/page.tsx", "other"),
    write("app/late/route.ts"),
  ]);
  expect(tree()).toEqual(before);
  expect(problems).toMatchObject([
    {
      code: "FILE_CHANGED",
      hint: "Another process was at work at the same time: run the command again.",
    },
  ]);
  expect(problems[0].message).toContain("page.tsx");
  expect(cause).toBeInstanceOf(Error);
});

test("the same file twice is refused, and the first is taken back", () => {
  const before = tree();
  failureOf([write("app/x.ts", "1"), write("app/x.ts", "2")]);
  expect(tree()).toEqual(before);
});

test("a file where a folder has to be stops everything", () => {
  const before = tree();
  for (const name of ["app/page.tsx/route.ts", "app/page.tsx/posts/[id]/route.ts"]) {
    const { problems } = failureOf([write("app/api/posts/route.ts"), write(name)]);
    expect(problems).toMatchObject([
      {
        code: "FILE_CHANGED",
        message: "app/page.tsx is no folder by now; a folder has to be there.",
      },
    ]);
    expect(tree()).toEqual(before);
  }
});

test("a folder where the file has to be stops everything", () => {
  put("app/api/route.ts/keep.txt", "keep");
  const before = tree();
  failureOf([write("app/new/route.ts"), write("app/api/route.ts")]);
  expect(tree()).toEqual(before);
});

test("a name that is too long stops everything", () => {
  const before = tree();
  failureOf([write("app/new/route.ts"), write(`app/${"x".repeat(300)}/route.ts`)]);
  expect(tree()).toEqual(before);
});

test("folders that were there stay, even if they are empty", () => {
  mkdirSync(fileAt("app/api/posts"), { recursive: true });
  const before = tree();
  failureOf([write("app/api/posts/route.ts"), write("app/api/posts/[id]/route.ts"), write("app/page.tsx")]);
  expect(tree()).toEqual(before);
});

test("does not write through a link to a file that is not there", () => {
  symlinkSync(fileAt("elsewhere.ts"), fileAt("app/route.ts"));
  failureOf([write("app/route.ts")]);
  expect(readdirSync(root).sort()).toEqual(["app", "package.json"]);
});

test.skipIf(process.getuid?.() === 0 || process.platform === "win32")(
  "a folder that may not be written to stops everything",
  () => {
    mkdirSync(fileAt("app/locked"));
    const before = tree();
    chmodSync(fileAt("app/locked"), 0o555);
    try {
      failureOf([write("app/new/route.ts"), write("app/locked/x/route.ts")]);
    } finally {
      chmodSync(fileAt("app/locked"), 0o755);
    }
    expect(tree()).toEqual(before);
  },
);

describe("a file that is there", () => {
  const old = "\uFEFFold\r\n";

  test("gets its new text, and keeps its permissions", () => {
    put("app/x.ts", old);
    chmodSync(fileAt("app/x.ts"), 0o640);
    commit([write("app/x.ts", "new", old)], context);
    expect(readFileSync(fileAt("app/x.ts"), "utf8")).toBe("new");
    expect(statSync(fileAt("app/x.ts")).mode & 0o777).toBe(0o640);
    expect(readdirSync(fileAt("app"))).toEqual(["page.tsx", "x.ts"]);
  });

  test("is deleted", () => {
    put("app/x.ts", old);
    commit([{ path: "app/x.ts", before: old, after: undefined }], context);
    expect(readdirSync(fileAt("app"))).toEqual(["page.tsx"]);
  });

  test.each<[string, () => void, string]>([
    [
      "changed",
      () => {
        put("app/x.ts", `${old} `);
      },
      "app/x.ts was changed after this run had read it.",
    ],
    [
      "lost its byte-order mark",
      () => {
        put("app/x.ts", old.slice(1));
      },
      "app/x.ts was changed after this run had read it.",
    ],
    [
      "is gone",
      () => {
        rmSync(fileAt("app/x.ts"));
      },
      "app/x.ts is gone by now.",
    ],
    [
      "became a folder",
      () => {
        rmSync(fileAt("app/x.ts"));
        mkdirSync(fileAt("app/x.ts"));
      },
      "app/x.ts is no ordinary file by now.",
    ],
    [
      "became a link",
      () => {
        put("elsewhere.ts", old);
        rmSync(fileAt("app/x.ts"));
        symlinkSync(fileAt("elsewhere.ts"), fileAt("app/x.ts"));
      },
      "app/x.ts is no ordinary file by now.",
    ],
  ])("is left alone if it %s since it was read", (_what, since, message) => {
    put("app/x.ts", old);
    since();
    const before = tree();
    const { problems, filesLeft } = failureOf([write("app/first.ts"), write("app/x.ts", "new", old)]);
    expect(problems).toMatchObject([{ code: "FILE_CHANGED", message }]);
    expect(filesLeft).toEqual([]);
    expect(tree()).toEqual(before);
  });

  test("is left alone if a folder above it became a link", () => {
    put("elsewhere/x.ts", old);
    symlinkSync(fileAt("elsewhere"), fileAt("app/linked"));
    const before = tree();
    for (const one of [write("app/linked/x.ts", "new", old), write("app/linked/y.ts")]) {
      expect(failureOf([one]).problems).toMatchObject([
        { code: "FILE_CHANGED", message: "app/linked is a symbolic link by now; a folder has to be there." },
      ]);
    }
    expect(tree()).toEqual(before);
  });

  test("is left alone if it is no UTF-8, which reading and writing would change", () => {
    writeFileSync(fileAt("app/x.ts"), Buffer.from([0x61, 0xff, 0x62]));
    const before = tree();
    const read = readFileSync(fileAt("app/x.ts"), "utf8");
    expect(failureOf([write("app/x.ts", `${read}new`, read)]).problems).toMatchObject([
      { code: "WRITE_FAILED", message: "app/x.ts has bytes that are no UTF-8." },
    ]);
    expect(tree()).toEqual(before);
  });

  test("is left alone if it is read-only, though its folder is not", () => {
    put("app/x.ts", old);
    const before = tree();
    // What a user other than root meets.
    const accessSync = () => {
      throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
    };
    context = { ...context, disk: { ...nodeDisk, accessSync } };
    expect(failureOf([write("app/x.ts", "new", old)]).problems).toMatchObject([
      { code: "WRITE_FAILED", message: "app/x.ts is read-only." },
    ]);
    expect(tree()).toEqual(before);
  });

  test("is not lost if another process writes into it at the last moment", () => {
    put("app/x.ts", old);
    const renameSync: typeof nodeDisk.renameSync = (from, to) => {
      // An editor that saves in place, just before the new file takes the name.
      if (to === fileAt("app/x.ts") && String(from).endsWith(".new")) put("app/x.ts", "saved");
      nodeDisk.renameSync(from, to);
    };
    context = { ...context, disk: { ...nodeDisk, renameSync } };
    expect(failureOf([write("app/first.ts"), write("app/x.ts", "new", old)]).problems).toMatchObject([
      { code: "FILE_CHANGED", message: "app/x.ts was changed while this run replaced it." },
    ]);
    expect(readFileSync(fileAt("app/x.ts"), "utf8")).toBe("saved");
    expect(readdirSync(fileAt("app")).sort()).toEqual(["page.tsx", "x.ts"]);
  });
});

describe("leftovers", () => {
  const dead = ".create-api-route-999999999-abc";

  test("of processes that are gone are cleared away, in folders that are written to, also by a run that changes nothing", () => {
    for (const text of ["new", undefined]) {
      put(`app/${dead}.new`, "new");
      put(`app/${dead}.old`, "old");
      put(`app/.create-api-route-${String(process.pid)}-abc.new`, "of an earlier process of this number");
      commit([text === undefined ? write("app/y.ts", "new", "new") : write("app/y.ts", text)], context);
      expect(readdirSync(fileAt("app")).sort()).toEqual(["page.tsx", "y.ts"]);
    }
  });

  test("of processes that live stay, and so does what only looks alike", () => {
    const names = [
      `.create-api-route-${String(process.ppid)}-abc.new`,
      ".create-api-route-.new",
      ".create-api-route-1-abc.newer",
      "create-api-route-999999999-abc.new",
    ];
    for (const name of names) put(`app/${name}`, "keep");
    commit([write("app/y.ts")], context);
    expect(readdirSync(fileAt("app")).sort()).toEqual([...names, "page.tsx", "y.ts"].sort());
  });
});

test("without hard links it does the same", () => {
  put("app/x.ts", "old");
  chmodSync(fileAt("app/x.ts"), 0o600);
  const linkSync: typeof nodeDisk.linkSync = () => {
    throw Object.assign(new Error("EPERM: operation not permitted"), { code: "EPERM" });
  };
  context = { ...context, disk: { ...nodeDisk, linkSync } };
  const before = tree();
  failureOf([
    write("app/y.ts"),
    write("app/x.ts", "new", "old"),
    write("app/page.tsx", "other", "other text"),
  ]);
  expect(tree()).toEqual(before);
  commit([write("app/y.ts"), write("app/x.ts", "new", "old")], context);
  expect(readdirSync(fileAt("app")).sort()).toEqual(["page.tsx", "x.ts", "y.ts"]);
  expect(readFileSync(fileAt("app/x.ts"), "utf8")).toBe("new");
  expect(statSync(fileAt("app/x.ts")).mode & 0o777).toBe(0o600);
  failureOf([write("app/y.ts")]);
});

describe("the record for undo", () => {
  test("is there afterwards, outside of the project, and only its owner can read it", () => {
    expect(commit([write("app/y.ts")], context)).toEqual({ isRecorded: true, warnings: [] });
    const state = path.join(scratch, "state");
    const files = readdirSync(state, { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => /run-\d+\.json$/.test(name))).toHaveLength(1);
    for (const name of files) {
      const { mode } = statSync(path.join(state, name));
      expect(mode & 0o077, name).toBe(0);
    }
  });

  test("is not there after a failure, nor if there was nothing to write", () => {
    failureOf([write("app/y.ts"), write("app/page.tsx")]);
    expect(commit([write("app/y.ts", "same", "same")], context)).toEqual({ isRecorded: false, warnings: [] });
    const files = readdirSync(path.join(scratch, "state"), { recursive: true, encoding: "utf8" });
    expect(files.filter((name) => name.includes("run-"))).toEqual([]);
  });

  test("goes to the next place if the first cannot be written to, and without any the run warns", () => {
    writeFileSync(path.join(scratch, "a file"), "");
    const blocked = { folder: path.join(scratch, "a file", "state"), isShared: false };
    context = { ...context, statePlaces: [blocked, ...context.statePlaces] };
    expect(commit([write("app/y.ts")], context)).toMatchObject({ isRecorded: true, warnings: [] });
    context = { ...context, statePlaces: [blocked] };
    expect(commit([write("app/z.ts")], context)).toMatchObject({
      isRecorded: false,
      warnings: [{ code: "UNDO_UNAVAILABLE" }],
    });
    expect(readFileSync(fileAt("app/z.ts"), "utf8")).toBe("text");
  });
});
