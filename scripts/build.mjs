// Builds src/ into dist/: one file that starts fast, and beside it those that are loaded only when needed.
import path from "node:path";
import { writeFile } from "node:fs/promises";
import fs from "fs-extra";
import { bundle } from "./bundle.mjs";
import { collectLicenses } from "./licenses.mjs";

await fs.emptyDir("dist");
const modules = await bundle("src/cli.ts", "dist");

// What is bundled keeps its licence: the texts go into the package beside the code.
await writeFile(
  "dist/THIRD-PARTY-LICENSES.txt",
  await collectLicenses(modules.map((file) => path.relative(".", file))),
);
