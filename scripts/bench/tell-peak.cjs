"use strict";

const fs = require("node:fs");

// The system counts a process from its fork on, so that a large parent shows in `maxRSS`; Linux has the peak since the program began.
process.on("exit", () => {
  fs.writeFileSync(
    process.env["PEAK_FILE"] ?? "",
    String(peakSinceStart() ?? process.resourceUsage().maxRSS),
  );
});

/** In KiB; undefined where there is no such file. */
function peakSinceStart() {
  try {
    const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync("/proc/self/status", "utf8")) ?? [];
    return peak;
  } catch {
    return undefined;
  }
}
