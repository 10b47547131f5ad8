import path from "node:path";
import fs from "fs-extra";
import { fillApp } from "./app-of.mjs";
import { timeOf, withoutCache } from "./processes.mjs";
import { firstText, inPairs, ratioText } from "./spread.mjs";

const size = 1000;
const goal = 3;

/** A bare node that finds the route files, and reads them. */
const reading = `const fs = require("node:fs"), path = require("node:path");
const files = fs.readdirSync("app", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === "route.ts").map((entry) => path.join(entry.parentPath, entry.name));
const texts = files.map((file) => fs.readFileSync(file, "utf8"));
`;

/** How long the listing of an app takes. @type {import("./figures.mjs").Measure} */
export async function list({ scratch, bin, pairs }) {
  const app = path.join(scratch, "list");
  await fillApp(app, size);
  await fs.writeFile(path.join(app, "reading.cjs"), reading);
  const { ratio, tool, base } = inPairs(Math.max(5, Math.round(pairs / 2)), () => ({
    base: timeOf(["reading.cjs"], app),
    tool: timeOf([bin, "list"], app),
  }));
  const first = inPairs(5, () => ({
    base: timeOf(["reading.cjs"], app),
    tool: timeOf([bin, "list"], app, withoutCache),
  }));
  return [
    {
      what: "`create-api-route list` with 1,000 route files",
      against: "a bare `node` that finds those files and reads them",
      goal: `≤ ${String(goal)}`,
      found: ratioText(ratio),
      isReached: ratio.median <= goal,
      detail: `tool ${tool.median.toFixed(0)} ms, node ${base.median.toFixed(0)} ms; ${firstText(first)}`,
    },
  ];
}
