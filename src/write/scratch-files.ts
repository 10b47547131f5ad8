import path from "node:path";
import { attempt, type Disk } from "./disk.js";
import { isOtherAlive } from "./processes.js";

/**
 * A name for a file that exists only during a commit: `new` is a text on its way to its place, `old` what stood there.
 * It lies beside its target, because only there it can be moved in one step, and has the number of its process, so that
 * a later run knows what a killed one left.
 */
export function scratchName(kind: "new" | "old"): string {
  const unique = Math.random().toString(36).slice(2, 10);
  return `.create-api-route-${String(process.pid)}-${unique}.${kind}`;
}

const pattern = /^\.create-api-route-(\d+)-[0-9a-z]*\.(?:new|old)$/;

/**
 * Removes what processes that are gone left in a folder. All of it is litter: whenever a process ends, its targets are
 * whole. What cannot be removed stays for the next run.
 *
 * @param gone a process that is known to be gone, even if its number is another's by now.
 */
export function clearLeftovers(folder: string, disk: Disk, gone?: number): void {
  attempt(() => {
    for (const name of disk.readdirSync(folder)) {
      const pid = Number(pattern.exec(name)?.[1] ?? Number.NaN);
      if (Number.isNaN(pid) || (pid !== gone && isOtherAlive(pid))) continue;
      attempt(() => {
        disk.unlinkSync(path.join(folder, name));
      });
    }
  });
}
