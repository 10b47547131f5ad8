// A process of its own for the tests that kill it: does a job, and ends itself at a given call.
import { performRun, performUndo, placeIn } from "./commit-job.js";
import { performHalf, refuseLinks, watchedDisk } from "./watched-disk.js";

const [scratch = "", job, links, deadly, how] = process.argv.slice(2);

const disk = watchedDisk((call) => {
  if (call.number === Number(deadly)) {
    if (how === "half") performHalf(call);
    process.kill(process.pid, "SIGKILL");
  }
  if (links === "no links") refuseLinks(call);
  return call.perform();
});
if (job === "undo") performUndo(placeIn(scratch), disk);
else performRun(placeIn(scratch), disk);
