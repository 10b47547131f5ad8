import path from "node:path";
import { run } from "../../scripts/run.mjs";
import { repository } from "./pipeline.js";

/** A text as `npm run format` would leave it in a file of this repository. */
export async function inHouseStyle(file: string, text: string): Promise<string> {
  const oxfmt = path.join(repository, "node_modules/oxfmt/bin/oxfmt");
  const formatted = await run(process.execPath, [oxfmt, "--stdin-filepath", file], {
    cwd: repository,
    input: text,
  });
  if (formatted.code !== 0) throw new Error(formatted.stderr);
  return formatted.stdout;
}
