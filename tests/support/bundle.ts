import path from "node:path";
import { build } from "esbuild";
import { repository } from "./pipeline.js";

/**
 * Bundles a program of the tests with the sources that it imports, so that Node runs it as fast as the tool itself.
 *
 * @param entry relative to the repository.
 * @returns the file to run.
 */
export async function bundle(entry: string, folder: string): Promise<string> {
  const outfile = path.join(folder, `${path.basename(entry, ".ts")}.cjs`);
  await build({
    entryPoints: [path.join(repository, entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    // The parser is not needed for what these programs do.
    external: ["../syntax/parse-module.js"],
  });
  return outfile;
}
