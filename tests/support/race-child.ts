// One of several processes that write to one project at the same moment, in one project after the other. Prints what
// became of it in each, a line for each.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { RunError } from "../../src/errors.js";
import { commit } from "../../src/write/commit.js";
import type { FileWrite } from "../../src/write/file-write.js";
import { placeIn, type Place } from "./commit-job.js";

const [job = "", me = "", racers = "", ...scratches] = process.argv.slice(2);
const shared = "app/api/tags/route.ts";

function writesOf({ root }: Place): FileWrite[] {
  const added = `// ${me}\n`;
  if (job === "different routes")
    return [{ path: `app/api/by-${me}/route.ts`, before: undefined, after: added }];
  if (job === "the same new route") {
    return ["app/api/new/data.ts", "app/api/new/route.ts"].map((name) => ({
      path: name,
      before: undefined,
      after: added,
    }));
  }
  const before = readFileSync(path.join(root, shared), "utf8");
  return [{ path: shared, before, after: before + added }];
}

function tryOnce(writes: readonly FileWrite[], { root, state }: Place): string {
  try {
    commit(writes, { root, tool: "0.0.0", statePlaces: [{ folder: state, isShared: false }] });
    return "done";
  } catch (error) {
    if (error instanceof RunError) return error.problems[0].code;
    throw error;
  }
}

const outcomes = scratches.map((scratch) => {
  const place = placeIn(scratch);
  const writes = writesOf(place);
  // At the same moment: each says that it is ready, and waits for the others.
  const ready = path.join(scratch, "ready");
  mkdirSync(ready, { recursive: true });
  writeFileSync(path.join(ready, me), "");
  while (readdirSync(ready).length < Number(racers));

  let outcome = tryOnce(writes, place);
  if (job === "until it is done") while (outcome !== "done") outcome = tryOnce(writesOf(place), place);
  return outcome;
});
process.stdout.write(outcomes.join("\n"));
