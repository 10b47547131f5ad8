import path from "node:path";
import fs from "fs-extra";
import { fillApp, writeRoutes } from "./app-of.mjs";
import { timeOf } from "./processes.mjs";
import { exponentOf, spreadOf } from "./spread.mjs";

/** What grows, and how many times each size is measured: the middle counts. */
const rounds = (/** @type {number} */ size) => (size >= 10_000 ? 1 : size >= 1000 ? 3 : 9);
const steps = [1, 10, 100, 1000, 10_000];

/**
 * @typedef {{ name: string, least: number, points: { size: number, milliseconds: number, cost: number }[], exponent: number }} Series
 * `cost` is what a size takes above the least, in milliseconds
 *
 * @param {import("./figures.mjs").Bench} bench
 * @returns {Promise<Series[]>}
 */
async function growthSeries({ scratch, bin }) {
  const runs = path.join(scratch, "growth of a run");
  await fillApp(runs, 0);
  const inOneRun = await series("routes in one run", await emptyRun(bin, runs), async (size) => {
    const file = await writeRoutes(runs, size);
    return () => {
      fs.emptyDirSync(path.join(runs, "app/api"));
      fs.removeSync(path.join(runs, "state"));
      return timeOf([bin, "--from", file], runs);
    };
  });
  const postsIn = async (/** @type {number} */ size) => {
    const app = path.join(scratch, `growth ${String(size)}`);
    await fillApp(app, size);
    return () => {
      fs.removeSync(path.join(app, "app/api/posts"));
      return timeOf([bin, "posts"], app);
    };
  };
  const empty = await postsIn(0);
  const inApps = await series("routes that are there", spreadOf(repeat(9, empty)).median, postsIn);
  return [inOneRun, inApps];
}

/** A run that makes nothing: what is left is the start. @param {string} bin @param {string} app */
async function emptyRun(bin, app) {
  await fs.writeFile(path.join(app, "none.yaml"), "routes:\n  - ./first\n");
  return spreadOf(repeat(9, () => timeOf([bin, "--from", "none.yaml", "--dry-run"], app))).median;
}

/** @template T @param {number} count @param {() => T} what @returns {T[]} */
function repeat(count, what) {
  return Array.from({ length: count }, what);
}

/**
 * @param {string} name
 * @param {number} least milliseconds of a run in which there is nothing of it
 * @param {(size: number) => Promise<() => number>} prepare
 * @returns {Promise<Series>}
 */
async function series(name, least, prepare) {
  const points = [];
  for (const size of steps) {
    const once = await prepare(size);
    once();
    const milliseconds = spreadOf(repeat(rounds(size), once)).median;
    points.push({ size, milliseconds, cost: Math.max(milliseconds - least, 0.1) });
  }
  // What is smaller than the start's own spread says nothing of how it grows.
  return { name, least, points, exponent: exponentOf(points.filter(({ size }) => size >= 100)) };
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
