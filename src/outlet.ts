import { fstatSync, statSync, writeSync, type Stats } from "node:fs";
import { leaveEndToNode } from "./ending.js";

/** Where the program says something: stdout or stderr. */
export interface Outlet {
  readonly isTTY: boolean;
  readonly write: (text: string) => void;
}

type Name = "stdout" | "stderr";

const descriptors = { stdout: 1, stderr: 2 } as const;

/**
 * Opens an outlet. Node.js loads all that it has for streams as soon as `process.stdout` is looked at. A file, a pipe and what nobody
 * reads need none of it: they are written to at once.
 *
 * @param lost is told, at once or later, that something could not be written; not where a reader has just gone.
 */
export function outlet(name: Name, lost: (error: unknown) => void = ignore): Outlet {
  const refused = (error: unknown) => {
    if (!hasReaderGone(error)) lost(error);
  };
  const descriptor = descriptors[name];
  const goes = goesTo(descriptor);
  if (goes === "nowhere") return { isTTY: false, write: () => undefined };
  if (goes === "bytes") {
    let isLate = false;
    const later = (rest: Uint8Array) => {
      // What comes after it has to wait behind it.
      if (!isLate) standardStream(name).on("error", refused);
      isLate = true;
      standardStream(name).write(rest);
    };
    return {
      isTTY: false,
      write: (text) => {
        const bytes = Buffer.from(text);
        if (isLate) later(bytes);
        else writeAll(descriptor, bytes, { later, refused });
      },
    };
  }
  const stream: NodeJS.WritableStream & { readonly isTTY?: boolean } = standardStream(name);
  stream.on("error", refused);
  return { isTTY: stream.isTTY === true, write: (text) => stream.write(text) };
}

/**
 * The stream of Node.js. Output that nobody takes (`create-api-route --help | head -1`) changes nothing of what was done, and the exit
 * code speaks of that: without a listener, Node.js would end the process with a stack trace.
 */
export function standardStream(name: Name): NodeJS.WriteStream {
  leaveEndToNode();
  const stream = process[name];
  if (!stream.listeners("error").includes(ignore)) stream.on("error", ignore);
  return stream;
}

function ignore(): void {
  // Nobody is left to be told.
}

/** Who reads the beginning alone. Windows calls it the end of a file. */
function hasReaderGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "EPIPE" || error.code === "EOF");
}

/** What stands behind a descriptor: on Windows, a pipe may want to be written to in another way, and only the stream knows. */
function goesTo(descriptor: number): "bytes" | "nowhere" | "unknown" {
  if (process.platform === "win32") return "unknown";
  try {
    const stats = fstatSync(descriptor);
    if (stats.isFile() || stats.isFIFO() || stats.isSocket()) return "bytes";
    return isSameDevice(stats, statSync("/dev/null")) ? "nowhere" : "unknown";
  } catch {
    return "unknown";
  }
}

function isSameDevice(one: Stats, other: Stats): boolean {
  return one.isCharacterDevice() && other.isCharacterDevice() && one.rdev === other.rdev;
}

interface Otherwise {
  /** Takes the rest where the other end is not ready, and does not want to be waited for. */
  readonly later: (rest: Uint8Array) => void;
  /** Takes what else keeps it from being written. */
  readonly refused: (error: unknown) => void;
}

/** Writes to the end. */
function writeAll(descriptor: number, bytes: Uint8Array, { later, refused }: Otherwise): void {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EAGAIN") later(rest);
    else refused(error);
  }
}
