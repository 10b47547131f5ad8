import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/**
 * The licence texts of the packages that the bundled files come from.
 *
 * @param {string[]} files paths of bundled modules, relative to the repository's root
 * @returns {Promise<string>}
 * @throws {Error} if a bundled package has no licence file
 */
export async function collectLicenses(files) {
  const folders = new Set(
    files.flatMap(
      (file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll(path.sep, "/"))?.[0] ?? [],
    ),
  );
  const texts = [];
  for (const folder of [...folders].sort()) {
    const manifest = /** @type {{ name: string, version: string, license: string }} */ (
      JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"))
    );
    const name = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    if (name === undefined) throw new Error(`${folder} has no licence file.`);
    const text = await readFile(path.join(folder, name), "utf8");
    texts.push(`${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}
