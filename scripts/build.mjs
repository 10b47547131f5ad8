// Builds src/ into dist/: one file that starts fast, and the parser as a second one that is loaded only when needed.
import { writeFile } from "node:fs/promises";
import { build } from "esbuild";
import fs from "fs-extra";
import { collectLicenses } from "./licenses.mjs";

const shared = /** @satisfies {import("esbuild").BuildOptions} */ ({
  bundle: true,
  platform: /** @type {const} */ ("node"),
  target: "node20.9",
  format: /** @type {const} */ ("cjs"),
  minify: true,
  legalComments: /** @type {const} */ ("none"),
  metafile: /** @type {const} */ (true),
  outExtension: { ".js": ".cjs" },
  outdir: "dist",
  logLevel: /** @type {const} */ ("warning"),
});

/** A module that is built as a file of its own stays outside of the main file. */
const separate = "./typescript-parser.js";

await fs.emptyDir("dist");
const results = [
  await build({
    ...shared,
    entryPoints: ["src/cli.ts"],
    plugins: [
      {
        // commander asks for it at once, but uses it only for subcommands that are programs of their own.
        name: "no-child-process",
        setup(bundler) {
          bundler.onResolve({ filter: /^node:child_process$/ }, () => ({ path: "none", namespace: "none" }));
          bundler.onLoad({ filter: /.*/, namespace: "none" }, () => ({ contents: "module.exports = {};" }));
        },
      },
      {
        name: "separate-parser",
        setup(bundler) {
          bundler.onResolve({ filter: /^\.\/typescript-parser\.js$/ }, () => ({
            path: "./typescript-parser.cjs",
            external: true,
          }));
        },
      },
    ],
  }),
  await build({ ...shared, entryPoints: [`src/project/${separate.replace(".js", ".ts")}`] }),
];

// What is bundled keeps its licence: the texts go into the package beside the code.
await writeFile(
  "dist/THIRD-PARTY-LICENSES.txt",
  await collectLicenses(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);
