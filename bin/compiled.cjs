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
    const source = fs.readFileSync(file, "latin1");
    const found = kept(path.join(cache, name), stampOf(file));
    const script = new Script(`(function (exports, require, module) {${source}\n})`, {
      filename: file,
      cachedData: found?.data,
    });
    const taken = script.cachedDataRejected === false ? found : { data: "", ways: [] };
    parts.set(name, { module, script, length: taken.data.length, ways: taken.ways });
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
      for (const [name, { script, length, ways }] of fresh) {
        const data = script.createCachedData();
        // In a long run, V8 throws away what only other ways have used.
        const others = data.length < length ? [] : ways;
        write(path.join(cache, name), headOf(stampOf(path.join(folder, name)), [...others, way]), data);
      }
    } catch {
      // The next run is as slow as this one.
    }
  }
  return { load, keep };
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
function stampOf(file) {
  const { ino, size, mtimeMs, ctimeMs } = fs.statSync(file);
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

function kept(file, stamp) {
  try {
    if (!isOwn(fs.lstatSync(file))) return undefined;
    const bytes = fs.readFileSync(file);
    const [start, middle] = [2 * half, bytes.length / 2 + half];
    const data = bytes.subarray(start, middle);
    const isWhole = bytes.latin1Slice(0, half) === stamp && data.equals(bytes.subarray(middle));
    return isWhole ? { data, ways: bytes.latin1Slice(half, start).trimEnd().split(" ") } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether nobody else can have written it. */
function isOwn({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

module.exports = { compiledFiles };
