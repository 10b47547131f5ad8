import { createReadStream } from "node:fs";
import path from "node:path";
import type { Problem } from "../errors.js";

/** A file for --from: how it is named, and what is in it. */
export interface SpecText {
  readonly file: string;
  readonly text: string;
}

const standardInput = "-";
const mostBytes = 10_000_000;

/**
 * Reads a file for --from to its end; `-` is standard input, which places call `<stdin>`.
 *
 * @param name as the user wrote it; it is told so.
 * @param here.cwd absolute; relative names start there.
 * @param here.readStdin opens standard input: `() => process.stdin`.
 * @returns a problem with the code SPEC_UNREADABLE if it cannot be read as text.
 */
export async function readSpecFile(
  name: string,
  here: { readonly cwd: string; readonly readStdin: () => AsyncIterable<Uint8Array | string> },
): Promise<SpecText | Problem> {
  const isStdin = name === standardInput;
  const file = isStdin ? "<stdin>" : name;
  try {
    const stream = isStdin ? here.readStdin() : createReadStream(path.resolve(here.cwd, name));
    const bytes = await bytesOf(stream);
    if (!bytes)
      return unreadable(`${file} has more than ${String(mostBytes / 1_000_000)} MB.`, "Split it up.");
    return { file, text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    const { message, hint } = refusals[code] ?? { message: `cannot be read (${code})`, hint: "Look at it." };
    return unreadable(`${file} ${message}.`, hint);
  }
}

/** What the system or the decoder says, in words. */
const refusals: Readonly<Record<string, { message: string; hint: string }>> = {
  ENOENT: { message: "is not there", hint: "--from names a file as it is seen from the current folder." },
  ENOTDIR: { message: "is not there", hint: "--from names a file as it is seen from the current folder." },
  EISDIR: { message: "is a folder", hint: "Name a file in it." },
  EACCES: { message: "may not be read", hint: "Look at its permissions." },
  EPERM: { message: "may not be read", hint: "Look at its permissions." },
  ERR_ENCODING_INVALID_ENCODED_DATA: { message: "is not UTF-8 text", hint: "Save it as UTF-8." },
};

/** All that comes; undefined if that is too much, however long it would have gone on. */
async function bytesOf(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : chunk;
    size += bytes.length;
    if (size > mostBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function unreadable(message: string, hint: string): Problem {
  return { code: "SPEC_UNREADABLE", message, hint };
}
