import path from "node:path";
import fs from "fs-extra";
import { fillApp, madeForPosts, writeFloor } from "./app-of.mjs";
import { timeOf, withoutCache } from "./processes.mjs";
import { firstText, inPairs, ratioText } from "./spread.mjs";

/**
 * The apps, by how many route files they have already, and what is to be reached there. Where `NODE_EXTRA_CA_CERTS` is set, Node.js 20
 * reads all certificates at every start, which is the greater part of both sides: without it is the harder case.
 */
const apps = [
  { size: 0, name: "in a small app", goal: 1.25 },
  { size: 1000, name: "in an app with 1,000 route files", goal: 1.6 },
  ...((process.env["NODE_EXTRA_CA_CERTS"] ?? "") === ""
    ? []
    : [
        {
          size: 0,
          name: "in a small app, without `NODE_EXTRA_CA_CERTS`",
          goal: 1.25,
          env: { NODE_EXTRA_CA_CERTS: "" },
        },
      ]),
];

/** How long the whole process takes. @type {import("./figures.mjs").Measure} */
export async function start({ scratch, bin, pairs }) {
  const figures = [];
  for (const [index, { size, name, goal, env }] of apps.entries()) {
    const app = path.join(scratch, `app ${String(index)}`);
    await fillApp(app, size);
    timeOf([bin, "posts"], app);
    await writeFloor(app, madeForPosts, "floor.cjs");
    const timed = (/** @type {readonly string[]} */ args, more = {}) => {
      fs.removeSync(path.join(app, "app/api/posts"));
      return timeOf(args, app, { ...env, ...more });
    };
    const { ratio, tool, base } = inPairs(pairs, () => ({
      base: timed(["floor.cjs"]),
      tool: timed([bin, "posts"]),
    }));
    const first = inPairs(5, () => ({
      base: timed(["floor.cjs"]),
      tool: timed([bin, "posts"], withoutCache),
    }));
    figures.push({
      what: `\`create-api-route posts\` ${name}, whole process`,
      against: "a bare `node` that writes the same bytes",
      goal: `≤ ${String(goal)}`,
      found: ratioText(ratio),
      isReached: ratio.median <= goal,
      detail: `tool ${tool.median.toFixed(0)} ms, node ${base.median.toFixed(0)} ms; ${firstText(first)}`,
    });
  }
  return figures;
}
