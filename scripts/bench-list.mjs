// How long `list` takes in an app with many route files, against a bare node that lists those files, one that reads them too, and
// one that parses them too, with the same parser. Ratios are taken pair by pair in one run; their medians and quartiles are printed.
import path from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";

ensureInstalled();
const { default: fs } = await import("fs-extra");
const { fillApp, middle, spawnOrFail } = await import("./bench-app.mjs");
const { inScratch, repository } = await import("./next-app.mjs");
const { runOrFail } = await import("./run.mjs");

const rounds = Number(process.argv[2] ?? 15);
const size = Number(process.argv[3] ?? 1000);
const bin = path.join(repository, "bin/create-api-route.cjs");
const parser = path.join(repository, "dist/typescript-parser.cjs");

const listing = `const fs = require("node:fs"), path = require("node:path");
const files = fs.readdirSync("app", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === "route.ts").map((entry) => path.join(entry.parentPath, entry.name));
`;
const reading = `${listing}const texts = files.map((file) => fs.readFileSync(file, "utf8"));\n`;
const floors = {
  "lists them": listing,
  "reads them": reading,
  "parses them": `${reading}const { parseModule } = require(${JSON.stringify(parser)});
for (const text of texts) parseModule(text, { jsx: false });\n`,
};

await runOrFail(process.execPath, [path.join(repository, "scripts/build.mjs")], { cwd: repository });
await inScratch(async (scratch) => {
  const app = path.join(scratch, "app");
  await fillApp(app, size);
  for (const [index, text] of Object.values(floors).entries())
    await fs.writeFile(path.join(app, `floor-${String(index)}.cjs`), text);
  console.log(
    `create-api-route list with ${String(size)} route files, whole process (${String(rounds)} pairs each)`,
  );
  for (const [index, name] of Object.keys(floors).entries()) {
    const times = [];
    // The first pair warms the disk's cache.
    for (let round = 0; round <= rounds; round += 1) {
      const base = spawnOrFail([`floor-${String(index)}.cjs`], app);
      const tool = spawnOrFail([bin, "list"], app);
      if (round > 0) times.push({ base, tool });
    }
    const ratios = times.map(({ base, tool }) => tool / base).sort((a, b) => a - b);
    const at = (/** @type {number} */ share) =>
      (ratios[Math.floor(share * (ratios.length - 1))] ?? 0).toFixed(2);
    console.log(
      [
        `  against a node that ${name}: median ${at(0.5)}, quartiles ${at(0.25)} to ${at(0.75)}`,
        `tool ${middle(times.map(({ tool }) => tool))} ms, node ${middle(times.map(({ base }) => base))} ms`,
      ].join("; "),
    );
  }
});
