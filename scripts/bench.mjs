// How much of a run is the tool, and how much is Node itself, in apps of different sizes. Ratios are taken pair by pair in
// one run; their median and quartiles are printed. Nothing here is a test: the machine's load decides on the absolute times.
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { default: fs } = await import("fs-extra");
const { fillApp, middle, spawnOrFail } = await import("./bench-app.mjs");
const { inScratch, repository } = await import("./next-app.mjs");
const { runOrFail } = await import("./run.mjs");

const pairs = Number(process.argv[2] ?? 40);
/** How many route files the apps have already. */
const sizes = [0, 100, 1000];
const made = ["app/api/posts/route.ts", "app/api/posts/data.ts"];
const bin = path.join(repository, "bin/create-api-route.cjs");

await runOrFail(process.execPath, [path.join(repository, "scripts/build.mjs")], { cwd: repository });
await inScratch(async (scratch) => {
  console.log(
    `create-api-route posts, whole process, against node writing the same bytes (${String(pairs)} pairs for each app)`,
  );
  const apps = await Promise.all(
    sizes.map((size) => makeApp(path.join(scratch, `app of ${String(size)}`), size)),
  );
  /** @type {Map<string, { base: number, tool: number }[]>} */
  const times = new Map(apps.map((app) => [app, []]));
  // The apps take turns, so that a slow minute of the machine is shared by all; the first pairs warm the disk's cache.
  for (let pair = 0; pair < pairs + 3; pair += 1) {
    for (const app of apps) {
      const [base = 1, tool = 1] = [["floor.cjs"], [bin, "posts"]].map((args) => {
        fs.removeSync(path.join(app, "app/api/posts"));
        return spawnOrFail(args, app);
      });
      if (pair >= 3) times.get(app)?.push({ base, tool });
    }
  }
  for (const [index, app] of apps.entries()) {
    const taken = times.get(app) ?? [];
    const ratios = taken.map(({ base, tool }) => tool / base).sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      (ratios[Math.floor(share * (ratios.length - 1))] ?? 0).toFixed(2);
    console.log(
      [
        `  ${String(sizes[index]).padStart(5)} route files: median ${at(0.5)}, quartiles ${at(0.25)} to ${at(0.75)}`,
        `tool ${middle(taken.map(({ tool }) => tool))} ms, node ${middle(taken.map(({ base }) => base))} ms`,
      ].join("; "),
    );
  }
});

/**
 * An app with so many route files, and beside it the floor: a bare node that makes the same folders and writes the same
 * bytes as the tool does there.
 *
 * @param {string} app
 * @param {number} size
 * @returns {Promise<string>} its folder
 */
async function makeApp(app, size) {
  await fillApp(app, size);
  spawnOrFail([bin, "posts"], app);
  const texts = await Promise.all(made.map((file) => fs.readFile(path.join(app, file), "utf8")));
  await fs.writeFile(
    path.join(app, "floor.cjs"),
    `const fs = require("node:fs");\nfs.mkdirSync("app/api/posts", { recursive: true });\n${made
      .map((file, index) => `fs.writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(texts[index])});`)
      .join("\n")}\n`,
  );
  return app;
}
