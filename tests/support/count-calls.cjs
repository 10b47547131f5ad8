"use strict";

// Counts what a run does, whatever the machine: the files of JavaScript that it loads with their bytes, and its calls of the file
// system. Loaded before the program, by `node --require`; told on the stream with the number 3 at the end.
const fs = require("node:fs");
const path = require("node:path");

const { statSync, writeSync } = fs;

const dist = path.join(process.env.COUNTED_PACKAGE, "dist");
const loaded = new Map();
const counts = {};
// Those that wait, those that call back, and those that promise.
for (const calls of [fs, fs.promises]) {
  for (const name of Object.keys(calls)) {
    const original = calls[name];
    // What begins with a capital is a class.
    if (typeof original !== "function" || /^[A-Z]/.test(name)) continue;
    calls[name] = Object.assign((...args) => {
      counts[name] = (counts[name] ?? 0) + 1;
      const [file] = args;
      if (
        ["openSync", "readFileSync"].includes(name) &&
        typeof file === "string" &&
        path.dirname(file) === dist
      )
        loaded.set(file, statSync(file).size);
      return original.apply(calls, args);
    }, original);
  }
}

process.on("exit", () => {
  const told = {
    modules: loaded.size,
    bytes: [...loaded.values()].reduce((sum, size) => sum + size, 0),
    calls: Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
  writeSync(3, JSON.stringify(told));
});
