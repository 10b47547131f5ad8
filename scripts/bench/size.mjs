import { readdirSync } from "node:fs";
import path from "node:path";
import fs from "fs-extra";
import { packTool } from "../next-app.mjs";
import { npm, runOrFail } from "../run.mjs";
import { neighbours } from "./neighbours.mjs";

const goal = 200_000;

/** What is downloaded and what is installed. @type {import("./figures.mjs").Measure} */
export async function size({ scratch, comparesPeers }) {
  const folder = path.join(scratch, "size");
  await fs.ensureDir(folder);
  const tarball = await packTool(folder);
  const own = { packed: (await fs.stat(tarball)).size, ...(await installed(folder, tarball)) };
  const others = [];
  for (const { name, version } of comparesPeers ? neighbours : []) {
    const place = path.join(scratch, `size of ${name.replace(/\W+/g, "-")}`);
    await fs.ensureDir(place);
    const { stdout } = await runOrFail(npm, [
      "pack",
      `${name}@${version}`,
      "--json",
      "--pack-destination",
      place,
    ]);
    const said = /** @type {{ size: number }[] | Record<string, { size: number }>} */ (JSON.parse(stdout));
    const [packed = { size: NaN }] = Object.values(said);
    others.push({ name, packed: packed.size, ...(await installed(place, `${name}@${version}`)) });
  }
  const isSmaller = others.every(({ packed, files }) => own.packed < packed && own.files < files);
  const told = (/** @type {{ packed: number, files: number, bytes: number }} */ { packed, files, bytes }) =>
    `${kilobytes(packed)} packed, ${files.toLocaleString("en")} files and ${kilobytes(bytes)} installed`;
  return [
    {
      what: "the packed tarball, and what `npx` installs",
      against: "the neighbours",
      goal: `≤ ${kilobytes(goal)} packed, and smaller than each`,
      found: told(own),
      isReached: own.packed <= goal && isSmaller,
      detail: others.map((other) => `${other.name}: ${told(other)}`).join("; "),
    },
  ];
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}

/**
 * How many files an installation brings, and their bytes.
 *
 * @param {string} folder
 * @param {string} what
 */
async function installed(folder, what) {
  await fs.writeJson(path.join(folder, "package.json"), { private: true });
  await runOrFail(npm, ["install", "--no-audit", "--no-fund", "--ignore-scripts", what], { cwd: folder });
  const modules = path.join(folder, "node_modules");
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === ".package-lock.json") continue;
    files += 1;
    bytes += (await fs.stat(path.join(entry.parentPath, entry.name))).size;
  }
  return { files, bytes };
}
