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
  const loaded = new Map();
  const fresh = [];

  function load(name) {
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    const file = path.join(folder, name);
    const source = fs.readFileSync(file, "latin1");
    const cachedData = kept(path.join(cache, name), stampOf(file));
    const script = new Script(`(function (exports, require, module) {${source}\n})`, {
      filename: file,
      cachedData,
    });
    if (cachedData === undefined || script.cachedDataRejected) fresh.push({ name, script });
    script.runInThisContext()(
      module.exports,
      (id) => (id.startsWith("./") ? load(id.slice(2)) : require(id)),
      module,
    );
    return module.exports;
  }

  /** For the end of a run: the functions that it used are among what is kept. */
  function keep() {
    if (fresh.length === 0) return;
    try {
      makeFolder(cache);
      if (!isOwn(fs.lstatSync(cache))) return;
      for (const { name, script } of fresh)
        write(path.join(cache, name), stampOf(path.join(folder, name)), script.createCachedData());
    } catch {
      // The next run is as slow as this one.
    }
  }
  return { load, keep };
}

/** Without `recursive`: where a folder can never be made, as below /proc, Node.js 20 would try it for ever. */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  fs.mkdirSync(folder, { mode: 0o700 });
}

/** Another text in the place of a file has another one; V8 itself compares no more than the length. */
function stampOf(file) {
  const { ino, size, mtimeMs, ctimeMs } = fs.statSync(file);
  return Buffer.from([process.version, process.arch, ino, size, mtimeMs, ctimeMs].join(" ").padEnd(128));
}

/** The data stands there twice: to compare the two takes no time, and V8 would crash at bytes that are not as it wrote them. */
function write(file, stamp, data) {
  const temporary = `${file}.${String(process.pid)}`;
  fs.writeFileSync(temporary, Buffer.concat([stamp, data, data]), { flag: "wx", mode: 0o600 });
  fs.renameSync(temporary, file);
}

function kept(file, stamp) {
  try {
    if (!isOwn(fs.lstatSync(file))) return undefined;
    const bytes = fs.readFileSync(file);
    const middle = (bytes.length + stamp.length) / 2;
    const data = bytes.subarray(stamp.length, middle);
    const isWhole = bytes.subarray(0, stamp.length).equals(stamp) && data.equals(bytes.subarray(middle));
    return isWhole ? data : undefined;
  } catch {
    return undefined;
  }
}

/** Whether nobody else can have written it. */
function isOwn({ uid, mode }) {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

module.exports = { compiledFiles };
