import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";
import type { FileChange } from "../model.js";
import type { Colors } from "./colors.js";

/** A change as a unified diff, as `git apply` and `patch -p1` read it. Ends without a line break. Pure. */
export function unifiedDiff({ path, before, text }: Pick<FileChange, "path" | "before" | "text">): string {
  const from = before === undefined ? "/dev/null" : `a/${path}`;
  const patch = structuredPatch(from, `b/${path}`, before ?? "", text, undefined, undefined, { context: 3 });
  return formatPatch(patch, FILE_HEADERS_ONLY).replace(/\n$/, "");
}

/** The same for a person at a terminal. */
export function colored(diff: string, colors: Colors): string {
  return diff
    .split("\n")
    .map((line) => {
      if (/^(---|\+\+\+) /.test(line)) return colors.bold(line);
      if (line.startsWith("@@")) return colors.cyan(line);
      if (line.startsWith("+")) return colors.green(line);
      return line.startsWith("-") ? colors.red(line) : line;
    })
    .join("\n");
}
