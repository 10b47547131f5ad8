import path from "node:path";
import type { Warning } from "../model.js";
import type { ProjectFormatter } from "../project/find-formatter.js";
import { formatterTable, type FormatterName } from "../project/formatters.js";
import type { Format } from "../write/formatted.js";
import { biome } from "./biome.js";
import { failureOf } from "./failure.js";
import { atOnce } from "./at-once.js";
import { oxfmt } from "./oxfmt.js";
import { prettier } from "./prettier.js";

/**
 * Formats a file's text, or hands back the very text that it got where that file is none of the formatter's.
 *
 * @param file absolute; it need not be there, nor its folder.
 * @throws Error whose message says what is wrong.
 */
export type RunFormatter = (file: string, text: string) => Promise<string>;

/** How each formatter is run, found once for all files of a run. */
const starters: Record<FormatterName, (found: InstalledFormatter) => RunFormatter> = {
  oxfmt,
  biome,
  prettier,
};

/** A project's formatter, with the folder of its package, absolute. */
export interface InstalledFormatter extends ProjectFormatter {
  readonly packageFolder: string;
  /** The project's folder, absolute. */
  readonly root: string;
}

/** As many programs at a time keep a small machine busy; they use several threads themselves. */
const programsAtOnce = 4;

interface Started {
  readonly format: Format;
  /** What went wrong so far, each thing once. */
  readonly warnings: () => Warning[];
}

/** Makes a project's formatter ready. It writes nothing, and it never fails a run: what it refuses stays as it is. */
export function startFormatter(found: InstalledFormatter): Started {
  const { title } = formatterTable[found.name];
  const failures = new Map<string, string[]>();
  const limited = atOnce(programsAtOnce);
  let run: RunFormatter | undefined;
  const format = async (file: string, text: string) => {
    try {
      const runs = (run ??= starters[found.name](found));
      const given = withBlankLine(text);
      const formatted = await limited(() => runs(path.join(found.root, file), given));
      if (formatted.trim() === "") throw new Error("It answered nothing.");
      // Formatters take a blank line away from the start of a file: one that is still there was not formatted.
      return /^\uFEFF?\r?\n/.test(formatted) ? undefined : formatted;
    } catch (error) {
      const reason = failureOf(error);
      failures.set(reason, [...(failures.get(reason) ?? []), file]);
      return undefined;
    }
  };
  const warnings = () =>
    [...failures].map(([reason, files]): Warning => ({
      code: "FORMAT_FAILED",
      message: `${title} failed, so ${namesOf(files)} not formatted: ${reason}`,
    }));
  return { format, warnings };
}

/** As many as a person reads. */
function namesOf(files: readonly string[]): string {
  const [first = "", second, ...others] = files.toSorted();
  if (second === undefined) return `${first} is`;
  if (others.length === 0) return `${first} and ${second} are`;
  return `${first} and ${String(others.length + 1)} other files are`;
}

/** The blank line is behind a byte-order mark, and breaks as the first line does: formatters may take that for the file's. */
function withBlankLine(text: string): string {
  const [lineBreak = "\n"] = /\r?\n/.exec(text) ?? [];
  return text.replace(/^\uFEFF?/, (mark) => mark + lineBreak);
}
