import { conflictCases } from "./conflict-cases.mjs";

/**
 * What one version of Next.js did with a tree.
 *
 * - `build-fails`: `next build` ended with an error;
 * - `start-fails`: it built, and `next start` ended with an error;
 * - `requests-fail`: it built and started, and requests that have nothing to do with the tree failed too;
 * - `not-served`: it built and started, and not every file of the tree answered;
 * - `works`: it built and started, and every file answered.
 *
 * `answers` has the file that answered a URL, or the status.
 *
 * @typedef {object} Seen
 * @property {"build-fails" | "start-fails" | "requests-fail" | "not-served" | "works"} outcome
 * @property {string} [said]
 * @property {Record<string, string | number>} [answers]
 */

/** @type {Record<Seen["outcome"], string>} */
const outcomes = {
  "build-fails": "build fails",
  "start-fails": "**build passes, `next start` ends**",
  "requests-fail": "**build passes, every request fails**",
  "not-served": "**build passes, a file is not served**",
  works: "works",
};

/**
 * docs/conflicts.md: what was seen, for people.
 *
 * @param {Record<string, Record<string, Seen>>} results by case, then by version
 * @returns {string}
 */
export function conflictTable(results) {
  const parts = conflictCases
    .filter(({ name }) => results[name])
    .map(({ name, what, files, links = {} }) => {
      const tree = [
        ...files.map((file) => `\`${file}\``),
        ...Object.entries(links).map(([place, to]) => `\`${place}\` → \`${to}\``),
      ];
      const rows = Object.entries(results[name] ?? {}).map(
        ([version, seen]) => `| ${version} | ${outcomes[seen.outcome]} | ${detail(seen)} |`,
      );
      return [
        `### \`${name}\`: ${what}`,
        tree.join(" · "),
        ["| Next.js | what happens | what it says, or who answers |", "| --- | --- | --- |", ...rows].join(
          "\n",
        ),
      ].join("\n\n");
    });
  const text = [
    "# What Next.js does with trees that conflict",
    "Seen in runs of `npm run conflicts`: each tree was built, and where the build said nothing it was started and asked. The rules in `src/plan/conflict-rules.ts` are held to these results by a test. Do not edit this page.",
    ...parts,
    "",
  ].join("\n\n");
  return text;
}

/** @param {Seen} seen */
function detail({ said, answers = {} }) {
  const told = said === undefined ? [] : [code(said)];
  const answered = Object.entries(answers).map(([url, who]) => `\`${url}\` → ${code(String(who))}`);
  return [...told, ...answered].join("<br>");
}

/** @param {string} text */
function code(text) {
  return `\`${text.replaceAll("`", "'").replaceAll("|", "\\|")}\``;
}
