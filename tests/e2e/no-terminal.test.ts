import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeScratch, packTool, programIn, unpackTool } from "../../scripts/next-app.mjs";
import { errorCodes, type Problem } from "../../src/errors.js";
import { jsonDocument } from "../support/json-document.js";
import { doRuns, type DoneRun, type ToolRun } from "../support/tool-runs.js";
import { codesOf, transcript } from "../support/transcript.js";
import { runGroups, unprovoked } from "./no-terminal-runs.js";

let scratch: string;
let bin: string;
let groups: { title: string; runs: DoneRun[] }[];
let done: DoneRun[];

beforeAll(async () => {
  scratch = await makeScratch();
  await unpackTool(scratch, await packTool(scratch));
  bin = programIn(scratch);
  done = await doRuns(
    runGroups.flatMap(({ runs }) => runs),
    scratch,
    bin,
  );
  const left = [...done];
  groups = runGroups.map(({ title, runs }) => ({ title, runs: left.splice(0, runs.length) }));
});
afterAll(async () => {
  await fs.remove(scratch);
});

/** The runs that are not as they should be, as a failing test shows them. */
const commands = (runs: readonly DoneRun[]) => runs.map(({ command }) => command);
const failed = () => done.filter(({ code }) => code !== 0);
// eslint-disable-next-line no-control-regex -- colours are control characters
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, "");
/** What stands before `--`: behind it everything is a route. */
const flagsOf = ({ args }: DoneRun) => `${args.join(" ")} `.split(/(?:^| )-- /)[0]?.split(" ") ?? [];

test("every run says and does what the transcript has", async () => {
  const version = (
    (await fs.readJson(path.join(import.meta.dirname, "../../package.json"))) as { version: string }
  ).version;
  const text = transcript(groups).replaceAll(`\n  ${version}\n`, "\n  <version>\n");
  await expect(text).toMatchFileSnapshot("no-terminal.txt");
});

test("a run that fails changes nothing, in the app and around it", () => {
  expect(commands(failed().filter(({ changed }) => changed.length > 0))).toEqual([]);
});

test("a run that fails says what, what to do and how the project is, on stderr alone", () => {
  const isTold = ({ stdout, stderr, args, run }: DoneRun) =>
    run.redirect === "2>&-" ||
    // What is open is listed all the same.
    args.includes("--public") ||
    (/^(error .+\n {6}\S.*\n)+\nNo files were written\.\n$/.test(plain(stderr)) &&
      (args.includes("--json") || stdout === ""));
  expect(commands(failed().filter((run) => !isTold(run)))).toEqual([]);
});

test("a run that succeeds has done something, or says that there was nothing to do", () => {
  const isTold = (each: DoneRun) => {
    const { stdout, changed, run, args } = each;
    // What is only to be printed.
    if (["help", "completion", "complete", "list"].includes(args[0] ?? ""))
      return (stdout !== "" || args.includes("-q")) && changed.length === 0;
    const isDry = flagsOf(each).some((flag) => ["--dry-run", "--diff"].includes(flag));
    if (changed.length > 0) return !isDry;
    return (
      isDry || /^(Nothing to (do|undo)|Usage:|\d+\.\d+\.\d+)/m.test(stdout) || run.pipes === "stdout is cut"
    );
  };
  expect(commands(done.filter((run) => run.code === 0 && !isTold(run)))).toEqual([]);
});

test("--json says the same of a run that fails, in one document", () => {
  for (const { command, code, stderr, json } of failed()) {
    if (!json) continue;
    expect({ code: json.code, stderr: json.stderr }, command).toEqual({ code, stderr });
    const document = jsonDocument(json.stdout) as {
      error: { problems: Problem[] };
    };
    const isListed = document.error.problems.some(({ code: each }) => each === "PUBLIC_MUTATION");
    expect(document, command).toMatchObject(
      isListed ? { ok: false } : { ok: false, files: [], warnings: [] },
    );
    for (const { message, hint, at } of document.error.problems) {
      const place = at ? `${at.file}:${String(at.line)}:${String(at.column)} ` : "";
      if (stderr !== "")
        expect(plain(stderr), command).toContain(`error ${place}${message}\n      ${hint}\n`);
    }
  }
});

test("every error that a user can meet is among them, and no other is", () => {
  const seen = new Set(done.flatMap(codesOf));
  const codes = Object.keys(errorCodes);
  expect(codes.filter((code) => !seen.has(code)).sort()).toEqual(Object.keys(unprovoked).sort());
});

test("-y changes nothing where nobody can be asked", async () => {
  const runs = ["", "posts", "posts -m FETCH", "-d posts", "posts --crud --dry-run"];
  const both = await doRuns(
    runs.flatMap((args): ToolRun[] => [{ args }, { args: `${args} -y`.trim() }]),
    path.join(scratch, "yes"),
    bin,
  );
  for (const [index, args] of runs.entries()) {
    const [without, withIt] = both.slice(2 * index);
    const told = (run: DoneRun | undefined) => run && [run.code, run.stdout, run.stderr, run.changed];
    expect(told(withIt), args).toEqual(told(without));
  }
});
