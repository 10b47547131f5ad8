import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RunError } from "../../../src/errors.js";
import { snapshot, wanted, type Place } from "../../support/commit-job.js";
import {
  cases,
  disturbed,
  perform,
  Trials,
  undoEverything,
  type Ends,
  type Job,
} from "../../support/commit-trials.js";
import { memoryDisk } from "../../support/memory-disk.js";
import { performHalf, systemError } from "../../support/watched-disk.js";

// Whatever fails, what was there is back, nothing is lost, and the same again ends as if nothing had been.

let scratch: string;
let trials: Trials;
let ends: Ends;
beforeAll(() => {
  scratch = mkdtempSync(path.join(memoryDisk(), "commit-faults-"));
  trials = new Trials(scratch);
  ends = trials.ends();
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const removes = ["unlinkSync", "rmdirSync"];

function failureOf(work: () => unknown): RunError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof RunError) return error;
    throw error;
  }
}

describe.each(cases)("$job, $links", ({ job, links }) => {
  test("each call fails, in each of many ways", () => {
    const calls = trials.callsOf(job, links);
    const ways = ["ENOSPC", "EACCES", "EROFS", "ENOENT", "EEXIST", "EIO", "half"];
    let count = 0;
    let failures = 0;
    for (const { number, name, args } of calls) {
      for (const way of ways) {
        if (way === "half" && name !== "writeFileSync") continue;
        // That is how some systems say that a folder is in use: then it has to stay.
        if (way === "EEXIST" && name === "rmdirSync") continue;
        count += 1;
        trials.inPlace(job, (place) => {
          const disk = disturbed(links, (call) => {
            if (call.number !== number) return;
            if (way === "half") performHalf(call);
            // Gone means gone: somebody else was quicker.
            if (way === "ENOENT" && removes.includes(name)) call.perform();
            throw systemError(way === "half" ? "ENOSPC" : way);
          });
          const failure = failureOf(() => perform[job](place, disk));
          const what = `${way} at call ${String(number)}, ${name}(${String(args[0])})`;
          if (failure) {
            failures += 1;
            expect(failure.filesLeft, what).toEqual([]);
            expect(snapshot(place), what).toEqual(ends.from(job));
          }
          // Once more, undisturbed: it ends as it would have, and clears away what the first could not.
          perform[job](place);
          expect(snapshot(place), what).toEqual(ends.to(job));
          // And it can be taken back, unless the disk refused to keep that in mind.
          if (job === "run" && failure) {
            undoEverything(place);
            expect(snapshot(place), what).toEqual(ends.old);
          }
        });
      }
    }
    console.log(`${job}, ${links}: ${String(count)} faults, ${String(failures)} of them failed the commit`);
  });

  test("taking back fails too: what is left is named, and no old byte is lost", () => {
    const calls = trials.callsOf(job, links);
    let count = 0;
    let left = 0;
    for (const { number } of calls) {
      for (const further of [1, 2, 4, 8, 16]) {
        trials.inPlace(job, (place) => {
          const disk = disturbed(links, (call) => {
            if (call.number !== number && call.number !== number + further) return;
            throw systemError("EIO");
          });
          const failure = failureOf(() => perform[job](place, disk));
          count += 1;
          if (failure)
            left += truthOf(failure, place, job, `calls ${String(number)} and ${String(number + further)}`);
        });
      }
    }
    console.log(
      `${job}, ${links}: ${String(count)} double faults, ${String(left)} of them left files behind`,
    );
    expect(left).toBeGreaterThan(0);
  });
});

/** Holds a failure to its word. Answers 1 if it left anything, else 0. */
function truthOf({ filesLeft }: RunError, place: Place, job: Job, what: string): number {
  const named = new Set(filesLeft.map((file) => path.relative(place.root, file).replaceAll("\\", "/")));
  const now = snapshot(place);
  const before = ends.from(job);
  for (const name of new Set([...now.keys(), ...before.keys()])) {
    if (now.get(name) === before.get(name)) continue;
    const isNamed = named.has(name.replace(/\/$/, ""));
    // A folder is there because of a file in it.
    const isNamedFolder = name.endsWith("/") && [...named].some((file) => file.startsWith(name));
    expect(isNamed || isNamedFolder, `${what}: ${name} is not named in ${[...named].join(", ")}`).toBe(true);
  }
  if (filesLeft.length === 0) expect(now, what).toEqual(before);
  // Every old text is in its place, or under the name that was told.
  for (const [name, bytes] of before) {
    const kept = [...named].some((file) => now.get(file) === bytes);
    expect(now.get(name) === bytes || kept, `${what}: the old ${name} is lost`).toBe(true);
  }
  return filesLeft.length === 0 ? 0 : 1;
}

describe("another process is at work in the same files", () => {
  /** What it does, just before a call. */
  const others: Record<string, (file: string) => void> = {
    "saves a file": (file) => {
      writeFileSync(file, "theirs");
    },
    "removes a file": (file) => {
      rmSync(file, { force: true });
    },
    "removes a folder": (file) => {
      rmSync(path.dirname(file), { recursive: true, force: true });
    },
  };

  test.each((["run", "undo"] as const).flatMap((job) => Object.keys(others).map((what) => ({ job, what }))))(
    "$job: it $what",
    ({ job, what }) => {
      const calls = trials.callsOf(job, "links");
      let count = 0;
      const names = Object.keys(wanted);
      for (const { number } of calls) {
        // Two of the files at each call, all of them in turn.
        for (const name of [0, 2].flatMap((step) => names[(number + step) % names.length] ?? [])) {
          trials.inPlace(job, (place) => {
            const file = path.join(place.root, name);
            const folder = path.posix.dirname(name);
            const isTheirs = (key: string) =>
              what === "removes a folder"
                ? key.startsWith(`${folder}/`) || key === `${folder}/`
                : key === name || key.startsWith(`${name}.`);
            const done: string[] = [];
            const disk = disturbed("links", (call) => {
              if (call.number !== number) return;
              try {
                others[what]?.(file);
                done.push(what);
              } catch {
                // Its folder is not there yet.
              }
            });
            const failure = failureOf(() => perform[job](place, disk));
            if (done.length === 0) return;
            count += 1;
            const told = `before call ${String(number)} it ${what}: ${name}`;
            if (what === "saves a file") expect(readFileSync(file, "utf8"), told).toBe("theirs");
            // All the others are as before, or all of them as after.
            const rest = (tree: ReadonlyMap<string, string>) =>
              [...tree].filter(([key]) => !isTheirs(key) && !key.endsWith("/"));
            const untouched = rest(snapshot(place));
            if (failure) expect(untouched, told).toEqual(rest(ends.from(job)));
            else expect([rest(ends.from(job)), rest(ends.to(job))], told).toContainEqual(untouched);
          });
        }
      }
      console.log(`${job}: ${String(count)} times another process ${what.replace("s ", "d ")}`);
    },
  );
});
