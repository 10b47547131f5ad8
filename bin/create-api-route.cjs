#!/usr/bin/env node
"use strict";

// CommonJS, because Node starts it measurably faster than an ES module; the sources are ES modules.
const path = require("node:path");
const { run } = require("../dist/cli.cjs");

// Until it says that it is done: an answer that never comes is no success.
process.exitCode = 1;

void run(process.argv.slice(2), path.join(__dirname, "..")).then((exitCode) => {
  process.exitCode = exitCode;
});
