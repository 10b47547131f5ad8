import { attempt, type Disk } from "./disk.js";
import type { Done } from "./publish.js";

/**
 * Takes everything back, last first, as far as the disk lets it.
 *
 * @returns the files and folders that are not as they were, absolute; none if all of them are.
 */
export function takeBack(done: readonly Done[], disk: Disk): string[] {
  const left: string[] = [];
  for (const { place, takeBack, savedFrom } of done.toReversed()) {
    if (savedFrom !== undefined && left.includes(savedFrom)) {
      left.push(keptCopy(place, savedFrom, disk));
      continue;
    }
    try {
      takeBack();
    } catch {
      left.push(place);
    }
  }
  return left.reverse();
}

/** Gives the old file of a place that could not be taken back a name that no later run clears away. */
function keptCopy(backup: string, place: string, disk: Disk): string {
  const name = `${place}.before-create-api-route`;
  return attempt(() => {
    disk.renameSync(backup, name);
  })
    ? name
    : backup;
}
