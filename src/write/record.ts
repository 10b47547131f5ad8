import { isJsonObject } from "../json-object.js";

/**
 * What a run did, as it is kept for `undo`: the whole texts from before and after, so that a file that was touched since
 * is known by its bytes.
 */
export interface RunRecord {
  /** Milliseconds since 1970, and higher than those of the records before it. */
  readonly id: number;
  /** A `run` can be taken back. The record of an `undo` only lasts until it is done, for the case that it is killed. */
  readonly kind: "run" | "undo";
  /** The run that this `undo` takes back. */
  readonly takesBack: number | undefined;
  /** The process that writes. */
  readonly pid: number;
  /** The version of the tool. */
  readonly tool: string;
  /** The project's root when it ran, absolute and without links on the way. */
  readonly root: string;
  /** In the order in which they are written. */
  readonly files: readonly RecordedFile[];
  /** The folders that a run makes, or an `undo` removes if they are empty: relative with `/`, the outer ones first. */
  readonly folders: readonly string[];
}

/** A file of a run: its texts from before and after, undefined where it was not there. */
export interface RecordedFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  /** The permission bits from before; undefined if there was no file. */
  readonly mode: number | undefined;
}

/** The number of the format: a record of another one is not read. */
const format = 1;

/** In characters: a piece of a record's text is a little longer at most, unless a file is. */
const pieceLength = 128 * 1024;

/** The text of a record, in pieces: the whole texts of a run with many files would be held once more for it. */
export function* recordPieces({ files, ...about }: RunRecord): Generator<string> {
  let piece = `${JSON.stringify({ format, ...about }).slice(0, -1)},"files":[`;
  for (const [index, file] of files.entries()) {
    piece += `${index === 0 ? "" : ","}${JSON.stringify(file)}`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}]}\n`;
}

/** Reads a record. Undefined if it is none: cut off, of another format, or with a path that leads out of the project. */
export function parseRecord(text: string): RunRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || value["format"] !== format) return undefined;
  const { id, kind, takesBack, pid, tool, root, files, folders } = value;
  if (typeof id !== "number" || typeof pid !== "number" || typeof tool !== "string") return undefined;
  if (typeof root !== "string" || (kind !== "run" && kind !== "undo")) return undefined;
  if (takesBack !== undefined && typeof takesBack !== "number") return undefined;
  if (!Array.isArray(files) || !Array.isArray(folders) || !folders.every(isInside)) return undefined;
  const read = files.map(parseFile);
  if (!read.every((file) => file !== undefined)) return undefined;
  return { id, kind, takesBack, pid, tool, root, files: read, folders };
}

function parseFile(value: unknown): RecordedFile | undefined {
  if (!isJsonObject(value)) return undefined;
  const { path, before, after, mode } = value;
  if (!isInside(path) || !isOptionalText(before) || !isOptionalText(after)) return undefined;
  if (mode !== undefined && typeof mode !== "number") return undefined;
  return { path, before, after, mode };
}

function isInside(value: unknown): value is string {
  return (
    typeof value === "string" &&
    !/^([\\/]|[A-Za-z]:)/.test(value) &&
    value.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}
