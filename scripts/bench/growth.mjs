import path from "node:path";
import fs from "fs-extra";
import { fillApp, writeRoutes } from "./app-of.mjs";
import { timeOf } from "./processes.mjs";
import { exponentOf, spreadOf } from "./spread.mjs";

/** How many times each size is measured: the middle counts. */
const rounds = (/** @type {number} */ size) => (size >= 10_000 ? 3 : size >= 1000 ? 5 : 9);
const steps = [1, 10, 100, 1000, 10_000];

/**
 * @typedef {{ name: string, points: { size: number, milliseconds: number, cost: number }[], exponent: number }} Series
 * `cost` is what a size takes above a run in which there is nothing of it, in milliseconds
 *
 * @param {import("./figures.mjs").Bench} bench
 * @returns {Promise<Series[]>}
 */
async function growthSeries({ scratch, bin }) {
  const inOneRun = await series("routes in one run", async (size) => {
    const app = path.join(scratch, `growth of a run of ${String(size)}`);
    await fillApp(app, 0);
    const file = await writeRoutes(app, Math.max(size, 1));
    // A run that writes nothing: what is left is the start.
    const args = [bin, "--from", file, ...(size === 0 ? ["--dry-run"] : [])];
    return () => {
      fs.emptyDirSync(path.join(app, "app/api"));
      fs.removeSync(path.join(app, "state"));
      return timeOf(args, app);
    };
  });
  const inApps = await series("routes that are there", async (size) => {
    const app = path.join(scratch, `growth of an app of ${String(size)}`);
    await fillApp(app, size);
    return () => {
      fs.removeSync(path.join(app, "app/api/posts"));
      return timeOf([bin, "posts"], app);
    };
  });
  return [inOneRun, inApps];
}

/**
 * Measures all sizes by turns, so that a slow minute of the machine is shared by all: what a size costs is told from the run without
 * it in the same turn.
 *
 * @param {string} name
 * @param {(size: number) => Promise<() => number>} prepare
 * @returns {Promise<Series>}
 */
async function series(name, prepare) {
  const empty = await prepare(0);
  empty();
  const sizes = [];
  for (const size of steps) {
    const once = await prepare(size);
    once();
    sizes.push({ size, once, taken: /** @type {{ whole: number, above: number }[]} */ ([]) });
  }
  const least = [];
  for (let turn = 0; turn < rounds(0); turn += 1) {
    const nothing = empty();
    least.push(nothing);
    for (const { size, once, taken } of sizes) {
      if (turn >= rounds(size)) continue;
      const whole = once();
      taken.push({ whole, above: whole - nothing });
    }
  }
  const points = sizes.map(({ size, taken }) => ({
    size,
    milliseconds: spreadOf(taken.map(({ whole }) => whole)).median,
    cost: spreadOf(taken.map(({ above }) => above)).median,
  }));
  // What is smaller than the start's own spread says nothing of how it grows.
  const { lower, upper } = spreadOf(least);
  const clear = points.filter(({ cost }) => cost > upper - lower);
  return { name, points, exponent: exponentOf(clear.length > 1 ? clear : points.slice(-2)) };
}

/** How the cost grows: the exponents. @type {import("./figures.mjs").Measure} */
export async function growth(bench) {
  const all = await growthSeries(bench);
  bench.draw(all);
  return all.map(({ name, points, exponent }) => ({
    what: `${name}: how the time grows`,
    against: "linear growth, an exponent of 1",
    goal: "≤ 1.1",
    found: exponent.toFixed(2),
    isReached: exponent <= 1.1,
    detail: points
      .map(({ size, milliseconds }) => `${size.toLocaleString("en")}: ${milliseconds.toFixed(0)} ms`)
      .join(", "),
  }));
}
