/** What a TypeScript compiler said of a file; line and column are counted from 1. */
export interface Diagnostic {
  /** As the compiler names it: relative to the folder that it runs in, or absolute. Undefined for what is about no file. */
  readonly file: string | undefined;
  readonly line: number;
  readonly column: number;
  /** E.g. `TS2322`. */
  readonly code: string;
  /** The first line, and those that go on with it. */
  readonly lines: readonly string[];
}

/**
 * Reads what `tsc --pretty false` prints, of TypeScript 5 to 7. Pure.
 *
 * @returns undefined if there is anything else: then it did not get so far as to check.
 */
export function readDiagnostics(output: string): Diagnostic[] | undefined {
  const found: { -readonly [Key in keyof Diagnostic]: Diagnostic[Key] }[] = [];
  for (const line of output.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    const [, place, code = "", message = ""] = /^(?:(.+\(\d+,\d+\)): )?error (TS\d+): (.*)$/.exec(line) ?? [];
    const last = found.at(-1);
    if (code !== "") found.push({ ...placeIn(place), code, lines: [message] });
    else if (last && /^\s/.test(line)) last.lines = [...last.lines, line.trim()];
    else return undefined;
  }
  return found;
}

function placeIn(text: string | undefined): Pick<Diagnostic, "file" | "line" | "column"> {
  const [, file, line, column] = /^(.+)\((\d+),(\d+)\)$/.exec(text ?? "") ?? [];
  return { file: file?.replaceAll("\\", "/"), line: Number(line ?? 1), column: Number(column ?? 1) };
}
