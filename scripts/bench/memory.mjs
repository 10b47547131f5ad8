import path from "node:path";
import fs from "fs-extra";
import { fillApp, writeRoutes } from "./app-of.mjs";
import { peakOf } from "./processes.mjs";
import { spreadOf, ratioText } from "./spread.mjs";

const goal = 1.5;
const rounds = 5;

/** The most memory of each, against that of a node that does nothing. @type {import("./figures.mjs").Measure} */
export async function memory({ scratch, bin }) {
  const cases = await Promise.all([
    caseOf("`create-api-route posts` in a small app", 0, ["posts"]),
    caseOf("the same with 1,000 route files", 1000, ["posts"]),
    caseOf("`create-api-route list` with 1,000 route files", 1000, ["list"]),
    caseOf("1,000 routes by `--from`", 0, ["--from", "routes.yaml"]),
  ]);
  return cases.map(({ what, size, peaks, bare, least }) => {
    const ratio = spreadOf(peaks.map((peak, index) => peak / (bare[index] ?? NaN)));
    const growth = ((spreadOf(peaks).median - least) / 1000) * 1024;
    return {
      what: `${what}, peak memory`,
      against: "a bare `node`",
      goal: `≤ ${String(goal)}`,
      found: ratioText(ratio),
      isReached: ratio.median <= goal,
      detail: [
        `${spreadOf(peaks).median.toFixed(0)} MiB, node ${spreadOf(bare).median.toFixed(0)} MiB`,
        ...(size > 0 ? [`${growth.toFixed(1)} KiB for each route`] : []),
      ].join("; "),
    };
  });

  /**
   * @param {string} what
   * @param {number} size of the app
   * @param {readonly string[]} args
   */
  async function caseOf(what, size, args) {
    const isBatch = args[0] === "--from";
    const app = path.join(scratch, `memory ${what.replace(/\W+/g, "-")}`);
    await fillApp(app, size);
    await writeRoutes(app, 1000);
    await fs.writeFile(path.join(app, "nothing.cjs"), "");
    const empty = path.join(app, "..", `${path.basename(app)} empty`);
    await fillApp(empty, 0);
    await writeRoutes(empty, 1);
    const measured = () => {
      fs.removeSync(path.join(app, "app/api", isBatch ? "" : "posts"));
      fs.ensureDirSync(path.join(app, "app/api"));
      return { peak: peakOf([bin, ...args], app), bare: peakOf(["nothing.cjs"], app) };
    };
    const taken = Array.from({ length: rounds }, measured);
    return {
      what,
      size: isBatch ? 1000 : size,
      peaks: taken.map(({ peak }) => peak),
      bare: taken.map(({ bare }) => bare),
      least: peakOf([bin, ...args], empty),
    };
  }
}
