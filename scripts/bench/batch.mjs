import { readdirSync } from "node:fs";
import path from "node:path";
import fs from "fs-extra";
import { fillApp, writeFloor, writeRoutes } from "./app-of.mjs";
import { timeOf } from "./processes.mjs";
import { inPairs, ratioText } from "./spread.mjs";

const size = 1000;
const goal = 2;

/** How long many routes take in one run. @type {import("./figures.mjs").Measure} */
export async function batch({ scratch, bin, pairs }) {
  const app = path.join(scratch, "batch");
  await fillApp(app, 0);
  const tool = [bin, "--from", await writeRoutes(app, size)];
  const api = path.join(app, "app/api");
  timeOf(tool, app);
  const files = readdirSync(api, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => path.posix.join("app/api", name.replaceAll(path.sep, "/")));
  await writeFloor(app, files, "floor.cjs");
  const timed = (/** @type {readonly string[]} */ args) => {
    fs.emptyDirSync(api);
    fs.removeSync(path.join(app, "state"));
    return timeOf(args, app);
  };
  const found = inPairs(Math.max(5, Math.round(pairs / 4)), () => ({
    base: timed(["floor.cjs"]),
    tool: timed(tool),
  }));
  return [
    {
      what: "1,000 routes by `--from`",
      against: "one `node` that writes the same bytes with plain `fs`",
      goal: `≤ ${String(goal)}`,
      found: ratioText(found.ratio),
      isReached: found.ratio.median <= goal,
      detail: `tool ${found.tool.median.toFixed(0)} ms, node ${found.base.median.toFixed(0)} ms, ${String(files.length)} files`,
    },
  ];
}
