import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

/**
 * The licence texts of the packages that the bundled files come from.
 *
 * @param {string[]} files paths of bundled modules, relative to the repository's root
 * @returns {Promise<string>}
 * @throws {Error} if a bundled package has no licence file, and does not say that its licence is MIT
 */
export async function collectLicenses(files) {
  const folders = new Set(
    files.flatMap(
      (file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.replaceAll(path.sep, "/"))?.[0] ?? [],
    ),
  );
  const texts = [];
  for (const folder of [...folders].sort()) {
    const manifest = /** @type {{ name: string, version: string, license: string, author?: string }} */ (
      JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"))
    );
    const name = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
    const text = name === undefined ? withoutFile(manifest) : await readFile(path.join(folder, name), "utf8");
    texts.push(`${manifest.name} ${manifest.version} (${manifest.license})\n\n${text.trim()}\n`);
  }
  return texts.join(`\n${"-".repeat(80)}\n\n`);
}

/**
 * @param {{ name: string, license: string, author?: string }} manifest
 * @returns {string}
 */
function withoutFile({ name, license, author }) {
  if (license !== "MIT" || author === undefined) throw new Error(`${name} has no licence file.`);
  return `MIT License\n\nCopyright (c) ${author}\n\n${mit}`;
}

/** Source: https://spdx.org/licenses/MIT.html */
const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
