// Where the figures are kept: the table in docs/performance.md and in the README, the plot in docs.
import path from "node:path";
import fs from "fs-extra";
import { inHouseStyle } from "../house-style.mjs";
import { repository } from "../next-app.mjs";

/**
 * The figures of one run after the other as a table of Markdown.
 *
 * @param {readonly (readonly import("./figures.mjs").Figure[])[]} runs
 * @returns {string}
 */
export function tableOf(runs) {
  const [first = []] = runs;
  const names = runs.map((_, index) => (runs.length === 1 ? "measured" : `run ${String(index + 1)}`));
  const head = ["what", "against", "to reach", ...names];
  const rows = first.map(({ what, against, goal }, row) => [
    what,
    against,
    goal,
    ...runs.map((run) => {
      const { found = "", isReached = false } = run[row] ?? {};
      return isReached ? found : `${found}, not reached`;
    }),
  ]);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/**
 * Puts a text between `<!-- name -->` and `<!-- /name -->` of a document.
 *
 * @param {string} file relative to the repository
 * @param {string} name
 * @param {string} text
 * @throws {Error} if the document has no such place
 */
export async function recordIn(file, name, text) {
  const place = path.join(repository, file);
  const whole = await fs.readFile(place, "utf8");
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [whole.indexOf(start), whole.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no place for ${name}.`);
  const renewed = `${whole.slice(0, from + start.length)}\n\n${text}\n\n${whole.slice(to)}`;
  await fs.writeFile(place, await inHouseStyle(place, renewed));
}
