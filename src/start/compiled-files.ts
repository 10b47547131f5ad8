import fs, { type Stats } from "node:fs";
import path from "node:path";
import type vm from "node:vm";
import { isOwn, makeFolders } from "../write/own-folder.js";

// Loads the built files with what V8 made of them in an earlier run: reading them takes longer than running them. Node.js does this by
// itself from 22.1 on (`module.enableCompileCache`); this is for the versions before. What was made is code, so it lies where only this
// user can write, and is taken only if it is whole, and from these very files and this very Node.js.

/** The built files of a folder. */
export interface CompiledFiles<Exports> {
  /** What a file of the folder exports. */
  readonly load: (name: string) => Exports;
  /** For the end of a run: writes down what is new. What cannot be written is made again by the next run. */
  readonly keep: () => void;
}

interface Part {
  readonly module: { exports: unknown };
  readonly script: vm.Script;
  readonly stamp: string;
  /** How many bytes were kept of it, and of which ways through the program. */
  readonly length: number;
  readonly ways: readonly string[];
}

/**
 * @param folder with the built files.
 * @param cache the folder where what V8 makes of them is kept.
 * @param require Node's own, for all that is not beside a file.
 */
export function compiledFiles<Exports>(
  folder: string,
  cache: string,
  require: NodeJS.Require,
): CompiledFiles<Exports> {
  const { Script } = require("node:vm") as typeof vm;
  const parts = new Map<string, Part>();

  function load(name: string): unknown {
    const known = parts.get(name);
    if (known) return known.module.exports;
    const module = { exports: {} };
    const file = path.join(folder, name);
    const { text, stamp, spare } = asFunction(file);
    const found = kept(path.join(cache, name), stamp, spare);
    const script = new Script(text, { filename: file, cachedData: found?.data });
    const taken = script.cachedDataRejected === false ? found : undefined;
    parts.set(name, { module, script, stamp, length: taken?.data.length ?? 0, ways: taken?.ways ?? [] });
    const run = script.runInThisContext() as (...given: unknown[]) => void;
    run(
      module.exports,
      (id: string): unknown => (id.startsWith("./") ? load(id.slice(2)) : (require(id) as unknown)),
      module,
    );
    return module.exports;
  }

  /**
   * The functions that a run used are among what is kept. A command, or an app that has other things, takes another way through the
   * program, which shows in the files that it loads: each way is added to what is kept of the others, once.
   */
  function keep(): void {
    const way = wayOf([...parts.keys()]);
    const fresh = [...parts].filter(([, { ways }]) => !ways.includes(way));
    if (fresh.length === 0) return;
    try {
      makeFolders(cache, fs);
      if (!isOwn(fs.lstatSync(cache), writing)) return;
      for (const [name, { script, stamp, length, ways }] of fresh) {
        const data = script.createCachedData();
        // In a long run, V8 throws away what only other ways have used.
        const others = data.length < length ? [] : ways;
        write(path.join(cache, name), headOf(stamp, [...others, way]), data);
      }
    } catch {
      // The next run is as slow as this one.
    }
  }
  return { load: (name) => load(name) as Exports, keep };
}

const [opening, closing] = ["(function (exports, require, module) {", "\n})"];

/**
 * A built file as the function that Node.js makes of a module, its stamp, and the bytes, which nobody needs any more. The parts are
 * joined as bytes: what is joined as text is copied once more when V8 reads it.
 */
function asFunction(file: string): { text: string; stamp: string; spare: Buffer } {
  const descriptor = fs.openSync(file, "r");
  try {
    const stats = fs.fstatSync(descriptor);
    const bytes = Buffer.allocUnsafeSlow(opening.length + stats.size + closing.length);
    bytes.write(opening, "latin1");
    const end = opening.length + readInto(descriptor, bytes.subarray(opening.length, -closing.length));
    bytes.write(closing, end, "latin1");
    return { text: bytes.toString("latin1", 0, end + closing.length), stamp: stampOf(stats), spare: bytes };
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Fills bytes from where a file was read to; answers how many of them. */
function readInto(descriptor: number, bytes: Uint8Array): number {
  let end = 0;
  for (let read = 1; read > 0 && end < bytes.length; end += read)
    read = fs.readSync(descriptor, bytes, end, bytes.length - end, null);
  return end;
}

/** A short name for the files that a run loaded. */
function wayOf(names: readonly string[]): string {
  let hash = 0;
  for (const character of names.toSorted().join()) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 0).toString(36).padStart(7, "0");
}

/** Bytes of the stamp, and as many of the names of the ways. */
const half = 128;

/** Another text in the place of a file has another one; V8 itself compares no more than the length. */
function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [process.version, process.arch, ino, size, mtimeMs, ctimeMs].join(" ").padEnd(half);
}

/** With the ways of the latest runs: so many are not usual. */
function headOf(stamp: string, ways: readonly string[]): Buffer {
  return Buffer.from(
    stamp +
      ways
        .slice(-half / 8)
        .join(" ")
        .padEnd(half),
  );
}

/** The data stands there twice: to compare the two takes no time, and V8 would crash at bytes that are not as it wrote them. */
function write(file: string, head: Buffer, data: Buffer): void {
  const temporary = `${file}.${String(process.pid)}`;
  fs.writeFileSync(temporary, Buffer.concat([head, data, data]), { flag: "wx", mode: 0o600 });
  fs.renameSync(temporary, file);
}

/** The rights to write that others could have. */
const writing = 0o022;

/**
 * What is kept of a file, if it is whole.
 *
 * @param spare bytes that the second copy is read into, piece by piece: memory that is new takes longer than to compare what it holds.
 */
function kept(file: string, stamp: string, spare: Buffer): { data: Buffer; ways: string[] } | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(file, reading);
    const stats = fs.fstatSync(descriptor);
    const head = Buffer.allocUnsafe(2 * half);
    if (!stats.isFile() || !isOwn(stats, writing) || readInto(descriptor, head) < head.length)
      return undefined;
    if (head.toString("latin1", 0, half) !== stamp) return undefined;
    const data = Buffer.allocUnsafeSlow(Math.floor((stats.size - head.length) / 2));
    if (readInto(descriptor, data) < data.length) return undefined;
    for (let at = 0; at < data.length; at += spare.length) {
      const first = data.subarray(at, at + spare.length);
      const second = spare.subarray(0, first.length);
      if (readInto(descriptor, second) < first.length || !first.equals(second)) return undefined;
    }
    return { data, ways: head.toString("latin1", half).trimEnd().split(" ") };
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** Without following a link, and without waiting for the other end of a pipe, which may be what others have put there. Windows has neither. */
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;
const reading = process.platform === "win32" ? O_RDONLY : O_RDONLY | O_NOFOLLOW | O_NONBLOCK;
