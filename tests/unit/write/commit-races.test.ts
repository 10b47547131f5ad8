import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run as runProgram } from "../../../scripts/run.mjs";
import { bundle } from "../../support/bundle.js";
import { placeIn, prepare, snapshot, type Place } from "../../support/commit-job.js";
import { memoryDisk } from "../../support/memory-disk.js";

// Several processes at once: what is promised to each of them holds.

const rounds = 20;
const racers = ["one", "two", "three"];

let scratch: string;
let program: string;
beforeAll(async () => {
  scratch = mkdtempSync(path.join(memoryDisk(), "commit-races-"));
  program = await bundle("tests/support/race-child.ts", scratch);
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

interface Round {
  readonly place: Place;
  /** What became of each racer. */
  readonly outcomes: readonly string[];
}

/** Runs the processes against each other, in a new project for each round. */
async function race(job: string): Promise<Round[]> {
  const folders = Array.from({ length: rounds }, (_, round) => path.join(scratch, `${job} ${String(round)}`));
  for (const folder of folders) prepare(placeIn(folder));
  const ended = await Promise.all(
    racers.map((me) => runProgram(process.execPath, [program, job, me, String(racers.length), ...folders])),
  );
  for (const { code, stderr } of ended) expect(code, stderr).toBe(0);
  return folders.map((folder, round) => {
    const litter = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(litter.filter((name) => /\.create-api-route-|pending/.test(name))).toEqual([]);
    return {
      place: placeIn(folder),
      outcomes: ended.map(({ stdout }) => stdout.split("\n")[round] ?? ""),
    };
  });
}

const shared = ({ root }: Place) => readFileSync(path.join(root, "app/api/tags/route.ts"), "utf8");

/** The racers whose outcome is this. */
function who(outcomes: readonly string[], wanted: string): string[] {
  return racers.filter((_racer, index) => outcomes[index] === wanted);
}

test("the same new route: one wins, whole, and the others are told", async () => {
  for (const { place, outcomes } of await race("the same new route")) {
    const [winner = "", ...rest] = who(outcomes, "done");
    expect(rest).toEqual([]);
    expect(outcomes.toSorted()).toEqual(["FILE_CHANGED", "FILE_CHANGED", "done"]);
    for (const name of ["data.ts", "route.ts"])
      expect(readFileSync(path.join(place.root, "app/api/new", name), "utf8")).toBe(`// ${winner}\n`);
  }
});

test("different new routes: all of them are written", async () => {
  for (const { place, outcomes } of await race("different routes")) {
    expect(who(outcomes, "done")).toEqual(racers);
    const tree = snapshot(place);
    for (const racer of racers) expect(tree.has(`app/api/by-${racer}/route.ts`)).toBe(true);
  }
});

test("the same file that is there: no addition is lost that was said to be made", async () => {
  for (const { place, outcomes } of await race("the same file")) {
    const [winner = "", ...rest] = who(outcomes, "done");
    expect(rest).toEqual([]);
    expect(outcomes.toSorted()).toEqual(["FILE_CHANGED", "FILE_CHANGED", "done"]);
    expect(shared(place).match(/(?<=\/\/ ).+/g)).toEqual([winner]);
  }
});

test("the same file, and who was told to run again does: every addition is there once", async () => {
  for (const { place, outcomes } of await race("until it is done")) {
    expect(who(outcomes, "done")).toEqual(racers);
    expect(
      shared(place)
        .match(/(?<=\/\/ ).+/g)
        ?.toSorted(),
    ).toEqual(racers.toSorted());
  }
});
