import { rmSync } from "node:fs";
import path from "node:path";
import { performRun, performUndo, placeIn, prepare, snapshot, type Place } from "./commit-job.js";
import { refuseLinks, watchedDisk, type DiskCall } from "./watched-disk.js";
import type { Disk } from "../../src/write/disk.js";

export type Job = "run" | "undo";
export type Links = "links" | "no links";

/** Both jobs, on a disk with hard links and on one without. */
export const cases = (["run", "undo"] as const).flatMap((job) =>
  (["links", "no links"] as const).map((links) => ({ job, links })),
);
export const perform = { run: performRun, undo: performUndo };

/** The project from which a job starts, and the one in which it ends. */
export interface Ends {
  readonly old: ReadonlyMap<string, string>;
  readonly whole: ReadonlyMap<string, string>;
  readonly from: (job: Job) => ReadonlyMap<string, string>;
  readonly to: (job: Job) => ReadonlyMap<string, string>;
}

/** Projects for one trial each, below a scratch folder. */
export class Trials {
  private readonly scratch: string;
  private count = 0;
  constructor(scratch: string) {
    this.scratch = scratch;
  }

  /** A fresh project: for `undo` with a run that can be taken back. */
  make(job: Job): { folder: string; place: Place } {
    const folder = path.join(this.scratch, String((this.count += 1)));
    const place = placeIn(folder);
    prepare(place);
    if (job === "undo") performRun(place);
    return { folder, place };
  }

  inPlace<T>(job: Job, trial: (place: Place) => T): T {
    const { folder, place } = this.make(job);
    try {
      return trial(place);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }

  ends(): Ends {
    return this.inPlace("run", (place) => {
      const old = snapshot(place);
      performRun(place);
      const whole = snapshot(place);
      return {
        old,
        whole,
        from: (job) => (job === "run" ? old : whole),
        to: (job) => (job === "run" ? whole : old),
      };
    });
  }

  /** The calls of an undisturbed job. */
  callsOf(job: Job, links: Links): DiskCall[] {
    const calls: DiskCall[] = [];
    const disk = disturbed(links, (call) => calls.push(call));
    this.inPlace(job, (place) => {
      perform[job](place, disk);
    });
    return calls;
  }
}

/** A disk on which calls meet with something before they are made. */
export function disturbed(links: Links, disturb: (call: DiskCall) => unknown): Disk {
  return watchedDisk((call) => {
    disturb(call);
    if (links === "no links") refuseLinks(call);
    return call.perform();
  });
}

/** Takes back all there is to take back. */
export function undoEverything(place: Place): void {
  while (performUndo(place).files.length > 0);
}
