import type { Place, Problem } from "../errors.js";
import { triedFolder } from "./tried-routes.js";

/** Something that is wrong in one of the files that templates wrote. */
export interface Finding {
  readonly code: Problem["code"];
  /** One sentence, with its end. */
  readonly message: string;
  /** The place in a template that wrote it; undefined if that could not be found. */
  readonly at: Place | undefined;
  /** The place in the file, which lies below a folder that only the check has. */
  readonly written: Place;
  /** The line of the file. */
  readonly line: string;
  /** The command that writes such a file. */
  readonly command: string;
}

/** The same finding in many files is one problem, told with the first of them. Pure. */
export function problemsFrom(findings: readonly Finding[]): Problem[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { at, code, message } = finding;
    const key = JSON.stringify([at, code, realPath(message)]);
    alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  return [...alike.values()].flatMap(([first, ...others]) => (first ? [problemOf(first, others)] : []));
}

function problemOf(
  { code, message, at, written, line, command }: Finding,
  others: readonly Finding[],
): Problem {
  const place = { ...written, file: realPath(written.file) };
  const where = `${place.file}:${String(place.line)}:${String(place.column)}`;
  const files = new Set(others.map((other) => other.written.file)).size;
  const more =
    files === 0 ? "" : ` (and in ${files === 1 ? "another file" : `${String(files)} other files`})`;
  return {
    code,
    message: realPath(message),
    hint: `Written by \`${realPath(command)}\` as ${where}${more}: ${realPath(line.trim())}`,
    path: place.file,
    written: place,
    ...(at ? { at } : {}),
  };
}

/** A path, or a text with one, without the folder that only the check has. */
export function realPath(text: string): string {
  return text.replace(new RegExp(`\\b${triedFolder}\\d+/`, "g"), "");
}
