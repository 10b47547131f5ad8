"use strict";

// Loads the built files with what V8 made of them in an earlier run: reading them takes longer than running them. Node.js does this by
// itself from 22.1 on (`module.enableCompileCache`); this is for the versions before. What was made is code, so it lies where only this
// user can write, and is taken only if it is whole, and from these very files and this very Node.js.
const fs = require("node:fs");
const path = require("node:path");
const { Script } = require("node:vm");

/**
 * @param {string} folder with the built files
 * @param {string} cache the folder where what V8 makes of them is kept
 * @returns `load(name)` for what a file exports, and `keep()` to write down what was not there
 */
function compiledFiles(folder, cache) {
  const parts = new Map();

  function load(name) {
    const known = parts.get(name);
    if (known) return known.module.exports;
    const module = { exports: {} };
    const file = path.join(folder, name);
    const { text, stamp, spare } = asFunction(file);
    const found = kept(path.join(cache, name), stamp, spare);
    const script = new Script(text, { filename: file, cachedData: found?.data });
    const taken = script.cachedDataRejected === false ? found : { data: "", ways: [] };
    parts.set(name, { module, script, stamp, length: taken.data.length, ways: taken.ways });
    script.runInThisContext()(
      module.exports,
      (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id)),
      module,
    );
    return module.exports;
  }

  /**
   * For the end of a run: the functions that it used are among what is kept. A command, or an app that has other things, takes
   * another way through the program, which shows in the files that it loads: each way is added to what is kept of the others, once.
   */
  function keep() {
    const way = wayOf([...parts.keys()]);
    const fresh = [...parts].filter(([, { ways }]) => !ways.includes(way));
    if (fresh.length === 0) return;
    try {
      makeFolder(cache);
      if (!isOwn(fs.lstatSync(cache))) return;
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
  return { load, keep };
}

const [opening, closing] = ["(function (exports, require, module) {", "\n})"];

/**
 * A built file as the function that Node.js makes of a module, its stamp, and the bytes, which nobody needs any more. The parts are
 * joined as bytes: what is joined as text is copied once more when V8 reads it.
 */
function asFunction(file) {
  const descriptor = fs.openSync(file, "r");
  try {
    const stats = fs.fstatSync(descriptor);
    const bytes = Buffer.allocUnsafeSlow(opening.length + stats.size + closing.length);
    bytes.latin1Write(opening);
    const end = opening.length + readInto(descriptor, bytes.subarray(opening.length, -closing.length));
    bytes.latin1Write(closing, end);
    return { text: bytes.latin1Slice(0, end + closing.length), stamp: stampOf(stats), spare: bytes };
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Fills bytes from where a file was read to; answers how many of them. */
function readInto(descriptor, bytes) {
  let end = 0;
  for (let read = 1; read > 0 && end < bytes.length; end += read)
    read = fs.readSync(descriptor, bytes, end, bytes.length - end);
  return end;
}

/** A short name for the files that a run loaded. */
function wayOf(names) {
  let hash = 0;
  for (const character of names.sort().join()) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 0).toString(36).padStart(7, "0");
}

/** Without `recursive`: where a folder can never be made, as below /proc, Node.js 20 would try it for ever. */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o700 });
}

/** Bytes of the stamp, and as many of the names of the ways. */
const half = 128;

/** Another text in the place of a file has another one; V8 itself compares no more than the length. */
function stampOf({ ino, size, mtimeMs, ctimeMs }) {
  return [process.version, process.arch, ino, size, mtimeMs, ctimeMs].join(" ").padEnd(half);
}

/** With the ways of the latest runs: so many are not usual. */
function headOf(stamp, ways) {
  return Buffer.from(
    stamp +
      ways
        .slice(-half / 8)
        .join(" ")
        .padEnd(half),
  );
}

/** The data stands there twice: to compare the two takes no time, and V8 would crash at bytes that are not as it wrote them. */
function write(file, head, data) {
  const temporary = `${file}.${String(process.pid)}`;
  fs.writeFileSync(temporary, Buffer.concat([head, data, data]), { flag: "wx", mode: 0o600 });
  fs.renameSync(temporary, file);
}

/**
 * @param spare bytes that the second copy is read into, piece by piece: memory that is new takes longer than to compare what it holds
 */
function kept(file, stamp, spare) {
  let descriptor;
  try {
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
    const stats = fs.fstatSync(descriptor);
    const head = Buffer.allocUnsafe(2 * half);
    if (!isOwn(stats) || readInto(descriptor, head) < head.length) return undefined;
    if (head.latin1Slice(0, half) !== stamp) return undefined;
    const data = Buffer.allocUnsafeSlow((stats.size - head.length) / 2);
    if (readInto(descriptor, data) < data.length) return undefined;
    for (let at = 0; at < data.length; at += spare.length) {
      const first = data.subarray(at, at + spare.length);
      const second = spare.subarray(0, first.length);
      if (readInto(descriptor, second) < first.length || !first.equals(second)) return undefined;
    }
    return { data, ways: head.latin1Slice(half).trimEnd().split(" ") };
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** Whether nobody else can have written it. */
function isOwn({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

module.exports = { compiledFiles };
