import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run as runProgram } from "../../../scripts/run.mjs";
import { bundle } from "../../support/bundle.js";
import { snapshot, type Place } from "../../support/commit-job.js";
import { copyTree } from "../../support/copy-tree.js";
import {
  cases,
  perform,
  Trials,
  undoEverything,
  type Ends,
  type Job,
  type Links,
} from "../../support/commit-trials.js";
import { memoryDisk } from "../../support/memory-disk.js";

// Whenever the process is killed, every file is old or new, and the next run leaves no trace of it.

let scratch: string;
let program: string;
let trials: Trials;
let ends: Ends;
beforeAll(async () => {
  scratch = mkdtempSync(path.join(memoryDisk(), "commit-kills-"));
  program = await bundle("tests/support/commit-child.ts", scratch);
  trials = new Trials(scratch);
  ends = trials.ends();
});
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

/** The records of runs that are not settled. */
function pendingIn({ state }: Place): string[] {
  // Killed before it was made, there is nothing in it either.
  if (!existsSync(state)) return [];
  return readdirSync(state, { recursive: true, encoding: "utf8" }).filter((name) => name.includes("pending"));
}

describe.each(cases)("$job on a disk with $links is killed", ({ job, links }) => {
  test("before and after each call, and in the middle of each write", async () => {
    const calls = trials.callsOf(job, links);
    const points = calls.flatMap(({ number, name }) =>
      name === "writeFileSync"
        ? [
            { number, how: "before" },
            { number, how: "half" },
          ]
        : [{ number, how: "before" }],
    );
    // What comes after a call is what comes before the next one; after the last there is one more.
    points.push({ number: calls.length + 1, how: "before" });
    // A killed run is followed by the same run, or by `undo`; a killed `undo` by another one.
    const sequels: Job[] = job === "run" ? ["run", "undo"] : ["undo"];
    let killed = 0;
    const next = points.values();
    const work = async () => {
      for (const { number, how } of next) {
        const { folder, place } = trials.make(job);
        const args = [program, folder, job, links, String(number), how];
        const { code, stderr } = await runProgram(process.execPath, args, { cwd: folder });
        const what = `killed at call ${String(number)} (${how}) of ${String(calls.length)}`;
        if (number <= calls.length) {
          expect(code, `${what}\n${stderr}`).toBe(null);
          killed += 1;
        } else expect(code, stderr).toBe(0);
        expectOldOrNew(place, links, what);

        // One death is enough for both: what it left is put back in between.
        const asLeft = `${folder} as left`;
        copyTree(folder, asLeft);
        for (const sequel of sequels) {
          const then = `${what}, then ${sequel}`;
          rmSync(folder, { recursive: true });
          copyTree(asLeft, folder);
          perform[sequel](place);
          expect(snapshot(place), then).toEqual(ends.to(sequel));
          if (number > 1) expect(pendingIn(place), then).toEqual([]);
          undoEverything(place);
          expect(snapshot(place), then).toEqual(ends.old);
        }
        rmSync(folder, { recursive: true });
        rmSync(asLeft, { recursive: true });
      }
    };
    await Promise.all([work(), work(), work()]);
    console.log(`${job}, ${links}: ${String(killed)} kills`);
  });
});

/** Every file is as before or as after, whole; what else there is has a scratch name. */
function expectOldOrNew(place: Place, links: Links, what: string): void {
  const now = snapshot(place);
  for (const name of new Set([...ends.old.keys(), ...ends.whole.keys()])) {
    if (name.endsWith("/")) continue;
    const allowed = [ends.old.get(name), ends.whole.get(name)];
    // Without hard links a new file has its name a moment before it has its text.
    if (links === "no links" && !ends.old.has(name)) allowed.push("644 ");
    expect(allowed, `${what}: ${name}`).toContain(now.get(name));
  }
  for (const name of now.keys())
    expect(
      ends.old.has(name) || ends.whole.has(name) || name.includes("/.create-api-route-"),
      `${what}: ${name}`,
    ).toBe(true);
}
