// How much of a run is the tool, and how much is Node itself. Ratios are taken pair by pair in one run; their median and
// quartiles are printed. Nothing here is a test: the machine's load decides on the absolute times.
import { spawnSync } from "node:child_process";
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { default: fs } = await import("fs-extra");
const { inScratch, repository } = await import("./next-app.mjs");
const { runOrFail } = await import("./run.mjs");

const pairs = Number(process.argv[2] ?? 40);

await runOrFail(process.execPath, [path.join(repository, "scripts/build.mjs")], { cwd: repository });
await inScratch(async (scratch) => {
  await fs.outputJson(path.join(scratch, "package.json"), { dependencies: { next: "16" } });
  await fs.outputJson(path.join(scratch, "node_modules/next/package.json"), { version: "16.4.5" });
  await fs.ensureDir(path.join(scratch, "app"));
  const bin = path.join(repository, "bin/create-api-route.cjs");
  spawnOrFail([bin, "posts"], scratch);

  // The floor: a bare node that makes the same folders and writes the same bytes.
  const made = ["app/api/posts/route.ts", "app/api/posts/data.ts"];
  const texts = await Promise.all(made.map((file) => fs.readFile(path.join(scratch, file), "utf8")));
  const floor = path.join(scratch, "floor.cjs");
  await fs.writeFile(
    floor,
    `const fs = require("node:fs");\nfs.mkdirSync("app/api/posts", { recursive: true });\n${made
      .map((file, index) => `fs.writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(texts[index])});`)
      .join("\n")}\n`,
  );

  const ratios = [];
  for (let pair = 0; pair < pairs + 3; pair += 1) {
    const times = [[floor], [bin, "posts"]].map((args) => {
      fs.removeSync(path.join(scratch, "app/api"));
      return spawnOrFail(args, scratch);
    });
    const [base = 1, tool = 1] = times;
    // The first pairs warm the disk's cache.
    if (pair >= 3) ratios.push({ ratio: tool / base, base, tool });
  }
  const sorted = ratios.map(({ ratio }) => ratio).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) =>
    (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  console.log(
    `create-api-route posts, whole process, against node writing the same bytes (${String(pairs)} pairs)`,
  );
  console.log(`  ratio: median ${at(0.5)}, quartiles ${at(0.25)} to ${at(0.75)}`);
  console.log(
    `  ms:    tool ${middle(ratios.map(({ tool }) => tool))}, node ${middle(ratios.map(({ base }) => base))}`,
  );
});

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {number} milliseconds
 */
function spawnOrFail(args, cwd) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, XDG_STATE_HOME: path.join(cwd, "state") },
  });
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr.toString()}`);
  return milliseconds;
}

/** @param {number[]} values */
function middle(values) {
  return (values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0);
}
