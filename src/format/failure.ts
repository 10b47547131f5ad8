/** How long a formatter may take over one file, in milliseconds. */
export const patience = 20_000;

/** What is wrong, in one line: the first sentence of a message that may be a page long. */
export function failureOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error))
    // eslint-disable-next-line no-control-regex -- the escape sequences of a terminal
    .replace(/\u001b\[[\d;]*m/g, "")
    .split(/\r?\n/)
    .map((line) => line.trim());
  // Biome and oxfmt draw a heading first, and mark what they have to say.
  const marked = lines.map((line) => /^[×✖x] (.+)$/.exec(line)?.[1]).find((said) => said !== undefined);
  const [first = "It said nothing.", second = ""] = lines.filter((line) => line !== "");
  return marked ?? (first.endsWith(":") ? `${first} ${second}`.trim() : first);
}
