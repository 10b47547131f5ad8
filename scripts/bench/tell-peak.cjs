"use strict";

const fs = require("node:fs");

process.on("exit", () => {
  fs.writeFileSync(process.env["PEAK_FILE"] ?? "", String(process.resourceUsage().maxRSS));
});
