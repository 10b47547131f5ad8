import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseModule } from "../../../src/syntax/parse-module.js";
import { difference, otherTree } from "../../support/other-tree.js";

const root = path.join(import.meta.dirname, "../../..");

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter(
      (name) =>
        /\.tsx?$/.test(name) && !/\.cache|\.next|-modules\/|(?<!zod\/)node_modules.*node_modules/.test(name),
    );
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const options = (file: string) => ({ jsx: file.endsWith("x") });

/** What another parser says of a text that it takes, and ours not. */
function compared(text: string, { jsx }: { jsx: boolean }): string | undefined {
  const theirs = otherTree(text, { jsx });
  if (typeof theirs === "string") return undefined;
  const ours = parseModule(text, { jsx });
  const places = (comments: readonly { start: number; end: number }[]) =>
    comments.map(({ start, end }) => `${String(start)}-${String(end)}`).join();
  // To ours, the line that says what runs a file is a comment like any other.
  const comments = ours.comments.filter(({ start }) => !text.startsWith("#!", start));
  if (places(comments) !== places(theirs.comments)) return "the comments differ";
  return difference(ours.program, theirs.program);
}

// Apps are installed into the cache meanwhile.
const testFolders = readdirSync(path.join(root, "tests")).filter((name) => name !== ".cache");
const own = ["src", ...testFolders.map((name) => `tests/${name}`)].flatMap(filesBelow);
const others = [
  "zod/src",
  "@types/node",
  "@types/react",
  "commander",
  "fast-check/lib",
  "next/dist/server/web",
].flatMap((folder) => filesBelow(`node_modules/${folder}`));

describe("a file gives the tree that another parser makes of it", () => {
  test.each([
    ["of this repository", own],
    ["of others", others],
  ])("%s", (_whose, files) => {
    const differing = files.flatMap((file) => {
      const found = compared(read(file), options(file));
      return found === undefined ? [] : [`${file} ${found}`];
    });
    expect(differing).toEqual([]);
    expect(files.length).toBeGreaterThan(300);
  });
});

const token =
  /\s+|\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\w$]+|=>|\.\.\.|\?\.|&&|\|\||\?\?|[^]/g;
const tokenLists = own
  .filter((file) => read(file).length < 6000)
  .map((file) => ({ file, tokens: read(file).match(token) ?? [] }));

/** A file with something left out, repeated, exchanged, or put in from another one. */
const spoilt = fc
  .record({
    index: fc.nat(tokenLists.length - 1),
    from: fc.nat(tokenLists.length - 1),
    kind: fc.constantFrom("leave out", "repeat", "exchange", "put in"),
    at: fc.nat(),
    to: fc.nat(),
    count: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ index, from, kind, at, to, count }) => {
    const { file, tokens } = tokenLists[index]!;
    const changed = [...tokens];
    const [here, there] = [at % changed.length, to % changed.length];
    const given = tokenLists[from]!.tokens;
    if (kind === "leave out") changed.splice(here, 1);
    if (kind === "repeat") changed.splice(here, 0, changed[here]!);
    if (kind === "exchange") [changed[here], changed[there]] = [changed[there]!, changed[here]!];
    if (kind === "put in") {
      const start = to % given.length;
      changed.splice(here, 0, ...given.slice(start, start + count));
    }
    return { file, text: changed.join("") };
  });

test("what is spoilt gives the same tree or none, and what one parser refuses, nearly always the other one, too", () => {
  const counts = { taken: 0, refused: 0, onlyHere: 0, onlyThere: 0 };
  const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 1500);
  fc.assert(
    fc.property(spoilt, ({ file, text }) => {
      const theirs = typeof otherTree(text, options(file)) === "object";
      const ours = parses(text, options(file));
      if (ours && theirs) expect(compared(text, options(file))).toBeUndefined();
      counts[ours ? (theirs ? "taken" : "onlyHere") : theirs ? "onlyThere" : "refused"] += 1;
    }),
    { numRuns },
  );
  expect(counts.taken).toBeGreaterThan(numRuns / 20);
  expect(counts.refused).toBeGreaterThan(numRuns / 4);
  // `const a;` is legal in a .d.ts file, and whether a name can be exported is for others to say.
  expect(counts.onlyHere).toBeLessThan(counts.refused / 100);
  // That one reads on behind `(a:!string)`, which is legal in a comment only.
  expect(counts.onlyThere).toBeLessThan(counts.taken / 100);
});

function parses(text: string, { jsx }: { jsx: boolean }): boolean {
  try {
    parseModule(text, { jsx });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return false;
  }
}
