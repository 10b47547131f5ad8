import path from "node:path";
import { repository } from "./next-app.mjs";
import { run } from "./run.mjs";

/**
 * A text as `npm run format` would leave it in a file of this repository.
 *
 * @param {string} file
 * @param {string} text
 * @returns {Promise<string>}
 * @throws {Error} with what the formatter says of it
 */
export async function inHouseStyle(file, text) {
  const oxfmt = path.join(repository, "node_modules/oxfmt/bin/oxfmt");
  const { code, stdout, stderr } = await run(process.execPath, [oxfmt, "--stdin-filepath", file], {
    cwd: repository,
    input: text,
  });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}
