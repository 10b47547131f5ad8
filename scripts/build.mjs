// Builds src/ into dist/: the program, one file and beside it those that are loaded only when needed; what starts it; and the process
// that holds a scratch folder.
import path from "node:path";
import { writeFile } from "node:fs/promises";
import fs from "fs-extra";
import { bundle, programs } from "./bundle.mjs";
import { collectLicenses } from "./licenses.mjs";

await fs.emptyDir("dist");
/** @type {string[]} */
const modules = [];
for (const entry of programs) modules.push(...(await bundle(entry, "dist")));

// What is bundled keeps its licence: the texts go into the package beside the code.
await writeFile(
  "dist/THIRD-PARTY-LICENSES.txt",
  await collectLicenses(modules.map((file) => path.relative(".", file))),
);
