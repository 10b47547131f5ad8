// What the tool costs, as ratios to the least that does the same, taken pair by pair in one run: medians and quartiles. Nothing
// here is a test: the machine's load decides on the absolute times, and is shared by both of a pair.
//
//   npm run bench                       everything that needs no network
//   npm run bench -- --only start,list  some parts of it
//   npm run bench -- --peers            beside the neighbours, which are installed into a scratch folder
//   npm run bench -- --pairs 80         how many pairs (40)
//   npm run bench -- --runs 2           all of it twice
//   npm run bench -- --record           write the table and the plot into the documents; with --only growth, the plot
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureInstalled } from "../ensure-installed.mjs";

ensureInstalled();
const { default: fs } = await import("fs-extra");
const { parts } = await import("./figures.mjs");
const { growthPlot } = await import("./growth-plot.mjs");
const { recordIn, tableOf } = await import("./record.mjs");
const { inScratch, makeScratch, repository } = await import("../next-app.mjs");
const { runOrFail } = await import("../run.mjs");

const { values } = parseArgs({
  options: {
    only: { type: "string", default: Object.keys(parts).join(",") },
    peers: { type: "boolean", default: false },
    pairs: { type: "string", default: "40" },
    runs: { type: "string", default: "1" },
    record: { type: "boolean", default: false },
  },
});
const wanted = values.only.split(",");
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(", ")}. The parts are ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

await runOrFail(process.execPath, [path.join(repository, "scripts/build.mjs")], { cwd: repository });
const machine = `Node ${process.version}, ${os.type()}, ${String(os.availableParallelism())} cores`;
console.log(`${machine}. Ratios are medians, with the quartiles in brackets.`);
const runs = [];
// What the tool leaves to its next run is the benchmark's own.
process.env["XDG_CACHE_HOME"] = await makeScratch();
for (let run = 1; run <= Number(values.runs); run += 1) {
  console.log(`\nRun ${String(run)}`);
  const figures = [];
  for (const name of wanted) {
    const measure = parts[name];
    if (measure) figures.push(...(await inScratch((scratch) => measured(measure, scratch))));
  }
  runs.push(figures);
}
await fs.remove(process.env["XDG_CACHE_HOME"]);

// A table of some rows would lose the others.
const isWhole = Object.keys(parts).every((name) => wanted.includes(name));
if (values.record && isWhole) {
  const table = tableOf(runs);
  for (const file of ["docs/performance.md", "README.md"]) await recordIn(file, "figures", table);
  const last = runs.at(-1) ?? [];
  const details = last.flatMap(({ what, detail }) => (detail ? [`- ${what}: ${detail}.`] : []));
  await recordIn("docs/performance.md", "details", [`${machine}.`, "", ...details].join("\n"));
}

/**
 * @param {import("./figures.mjs").Measure} measure
 * @param {string} scratch
 */
async function measured(measure, scratch) {
  const figures = await measure({
    scratch,
    bin: path.join(repository, "dist/start.cjs"),
    pairs: Number(values.pairs),
    comparesPeers: values.peers,
    draw: (series) => {
      if (values.record) fs.writeFileSync(path.join(repository, "docs/growth.svg"), growthPlot(series));
    },
  });
  for (const { what, goal, found, isReached, detail } of figures) {
    console.log(`  ${isReached ? "ok  " : "MISS"} ${what}: ${found}, to reach ${goal}`);
    if (detail) console.log(`       ${detail}`);
  }
  return figures;
}
