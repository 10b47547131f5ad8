// Builds src/ into dist/: one file that starts fast, and beside it those that are loaded only when needed.
import path from "node:path";
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

/** Modules that are built as files of their own and stay outside of the main file. */
const separate = [
  "src/project/typescript-parser.ts",
  "src/format/start-formatter.ts",
  "src/prompts/start-prompter.ts",
  "src/completion/start-completion.ts",
  "src/spec-file/yaml.ts",
  "src/check/open-scratch.ts",
];
const separateNames = separate.map((file) => path.basename(file, ".ts"));

await fs.emptyDir("dist");
const results = [
  await build({
    ...shared,
    entryPoints: ["src/cli.ts"],
    // `require` instead: an import of a CommonJS file has Node read it twice, once for the names of its exports.
    supported: { "dynamic-import": false },
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
        name: "separate-files",
        setup(bundler) {
          const filter = new RegExp(`/(${separateNames.join("|")})\\.js$`);
          bundler.onResolve({ filter }, (found) => ({
            path: `./${path.basename(found.path, ".js")}.cjs`,
            external: true,
          }));
        },
      },
    ],
  }),
  await build({ ...shared, entryNames: "[name]", entryPoints: separate }),
];

// What is bundled keeps its licence: the texts go into the package beside the code.
await writeFile(
  "dist/THIRD-PARTY-LICENSES.txt",
  await collectLicenses(results.flatMap(({ metafile }) => Object.keys(metafile.inputs))),
);
