import path from "node:path";
import fs from "fs-extra";
import { npm, runOrFail } from "../run.mjs";
import { fillApp, madeForPosts, writeFloor } from "./app-of.mjs";
import { neighbours } from "./neighbours.mjs";
import { timeOf } from "./processes.mjs";
import { ratioText, spreadOf } from "./spread.mjs";

/** The whole process against those of the neighbours, all of them by turns. @type {import("./figures.mjs").Measure} */
export async function peers({ scratch, bin, pairs, comparesPeers }) {
  if (!comparesPeers) return [];
  const own = path.join(scratch, "peers own");
  await fillApp(own, 0);
  timeOf([bin, "posts"], own);
  await writeFloor(own, madeForPosts, "floor.cjs");
  const made = madeForPosts.map((file) => path.join(own, file));
  const all = [
    { name: "node", folder: own, args: ["floor.cjs"], made },
    { name: "create-api-route", folder: own, args: [bin, "posts"], made },
  ];
  for (const { name, version, beside = [], bin: program, args, makes, prepare } of neighbours) {
    const folder = path.join(scratch, `peer ${name.replace(/\W+/g, "-")}`);
    await fs.ensureDir(folder);
    await fs.writeJson(path.join(folder, "package.json"), { name: "app", private: true });
    await runOrFail(
      npm,
      ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`, ...beside],
      {
        cwd: folder,
      },
    );
    await prepare(folder);
    all.push({ name, folder, args: [program, ...args], made: [path.join(folder, makes)] });
  }
  /** @type {Map<string, number[]>} */
  const times = new Map(all.map(({ name }) => [name, []]));
  const rounds = Math.max(5, Math.round(pairs / 4));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, folder, args, made: files } of all) {
      for (const file of files) fs.removeSync(file);
      const milliseconds = timeOf(args, folder);
      const missing = files.filter((file) => !fs.existsSync(file));
      if (missing.length > 0) throw new Error(`${name} made no ${missing.join(", ")}.`);
      // The first warms the disk's cache.
      if (round > 0) times.get(name)?.push(milliseconds);
    }
  }
  const base = times.get("node") ?? [];
  const found = [...times].map(([name, taken]) => ({
    name,
    ratio: spreadOf(taken.map((milliseconds, round) => milliseconds / (base[round] ?? NaN))),
  }));
  const [, tool, ...others] = found;
  if (!tool) throw new Error("The tool was not measured.");
  return [
    {
      what: "the whole process, beside the neighbours'",
      against: "a bare `node` that writes the same bytes",
      goal: "ahead of each",
      found: ratioText(tool.ratio),
      isReached: others.every(({ ratio }) => tool.ratio.median < ratio.median),
      detail: others
        .map(
          ({ name, ratio }, index) =>
            `\`${name} ${neighbours[index]?.args.join(" ") ?? ""}\` ${ratioText(ratio)}`,
        )
        .join("; "),
    },
  ];
}
