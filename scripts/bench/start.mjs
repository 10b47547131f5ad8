import path from "node:path";
import fs from "fs-extra";
import { fillApp, madeForPosts, writeFloor } from "./app-of.mjs";
import { timeOf } from "./processes.mjs";
import { inPairs, ratioText } from "./spread.mjs";

/** The apps, by how many route files they have already, and what is to be reached there. */
const apps = [
  { size: 0, name: "in a small app", goal: 1.25 },
  { size: 1000, name: "in an app with 1,000 route files", goal: 1.6 },
];

/** How long the whole process takes. @type {import("./figures.mjs").Measure} */
export async function start({ scratch, bin, pairs }) {
  const figures = [];
  for (const { size, name, goal } of apps) {
    const app = path.join(scratch, `app of ${String(size)}`);
    await fillApp(app, size);
    timeOf([bin, "posts"], app);
    await writeFloor(app, madeForPosts, "floor.cjs");
    const timed = (/** @type {readonly string[]} */ args) => {
      fs.removeSync(path.join(app, "app/api/posts"));
      return timeOf(args, app);
    };
    const { ratio, tool, base } = inPairs(pairs, () => ({
      base: timed(["floor.cjs"]),
      tool: timed([bin, "posts"]),
    }));
    figures.push({
      what: `\`create-api-route posts\` ${name}, whole process`,
      against: "a bare `node` that writes the same bytes",
      goal: `≤ ${String(goal)}`,
      found: ratioText(ratio),
      isReached: ratio.median <= goal,
      detail: `tool ${tool.median.toFixed(0)} ms, node ${base.median.toFixed(0)} ms`,
    });
  }
  return figures;
}
