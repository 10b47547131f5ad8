import path from "node:path";
import { attempt, codeOf, remove, removeEmptyFolder, type Disk } from "./disk.js";
import { parseRecord, recordPieces, type RecordedFile, type RunRecord } from "./record.js";
import { clearLeftovers } from "./scratch-files.js";

/** The runs of one project that can be taken back; older ones are forgotten. */
const keptRuns = 20;

/** A record on the disk: `pending` from before the first change of its run until the run is over. */
export interface Entry {
  readonly id: number;
  readonly isPending: boolean;
  readonly name: string;
}

/** A project's state folder without anything that is pending. */
export interface SettledState {
  readonly folder: string;
  /** What is in it, the oldest first, if that is known. */
  readonly entries: readonly Entry[] | undefined;
}

/** What is written about a run while it runs. */
export interface OpenEntry {
  /** The run is over, and can be taken back. */
  readonly keep: () => void;
  /** There is nothing to take back. */
  readonly drop: () => void;
}

/**
 * Writes the record of a run that is about to begin: if it is killed, the next run knows by it what was under way.
 *
 * @param state the project's, whose lock this process holds.
 * @returns undefined if the disk refuses.
 */
export function beginEntry(
  { folder, entries }: SettledState,
  record: Omit<RunRecord, "id" | "pid">,
  disk: Disk,
): OpenEntry | undefined {
  let pending: string | undefined;
  try {
    const earlier = entries ?? entriesIn(folder, disk);
    const id = Math.max(Date.now(), ...earlier.map((entry) => entry.id + 1));
    const file = pendingFile(folder, id);
    pending = file;
    let flag: "wx" | "a" = "wx";
    for (const piece of recordPieces({ id, pid: process.pid, ...record })) {
      disk.writeFileSync(file, piece, { flag, mode: 0o600 });
      flag = "a";
    }
    return {
      keep: () => {
        // If this fails it stays pending, and can be taken back all the same.
        attempt(() => {
          disk.renameSync(file, keptFile(folder, id));
        });
        for (const entry of earlier.slice(0, Math.max(0, earlier.length + 1 - keptRuns)))
          discard(path.join(folder, entry.name), disk);
      },
      drop: () => {
        discard(file, disk);
      },
    };
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    if (pending !== undefined) discard(pending, disk);
    return undefined;
  }
}

/** The records of a project that can be read, the newest first. A broken one is passed over. */
export function recordsIn(folder: string, disk: Disk): RunRecord[] {
  let entries: Entry[] = [];
  attempt(() => {
    entries = entriesIn(folder, disk);
  });
  return entries
    .flatMap(({ name }) => {
      let record: RunRecord | undefined;
      attempt(() => {
        record = parseRecord(disk.readFileSync(path.join(folder, name), "utf8"));
      });
      return record ?? [];
    })
    .reverse();
}

/** Forgets a run. */
export function forget(folder: string, id: number, disk: Disk): void {
  discard(keptFile(folder, id), disk);
  discard(pendingFile(folder, id), disk);
}

/** Whether a run was killed, or could not clear up behind itself. */
export function hasPending(folder: string, disk: Disk): boolean {
  let found = false;
  attempt(() => {
    found = entriesIn(folder, disk).some(({ isPending }) => isPending);
  });
  return found;
}

/**
 * Clears up behind runs that were killed: their scratch files, wherever they were at work, and folders that are empty.
 * A run that had changed anything can then be taken back like any other; of one that had not, nothing remains.
 *
 * @param folder the project's state folder, whose lock this process holds: so every run that is pending is over.
 */
export function settle(folder: string, root: string, disk: Disk): SettledState {
  let entries: Entry[] | undefined;
  attempt(() => {
    const found = entriesIn(folder, disk);
    if (!found.some(({ isPending }) => isPending)) entries = found;
    for (const entry of found) {
      if (!entry.isPending) continue;
      attempt(() => {
        const file = path.join(folder, entry.name);
        const record = parseRecord(disk.readFileSync(file, "utf8"));
        // Cut off while it was written: before it there was nothing.
        if (!record) remove(file, disk);
        else settleRun(record, entry, { folder, root, disk });
      });
    }
  });
  return { folder, entries };
}

interface Where {
  readonly folder: string;
  readonly root: string;
  readonly disk: Disk;
}

function settleRun(record: RunRecord, entry: Entry, { folder, root, disk }: Where): void {
  const ownFile = path.join(folder, entry.name);
  for (const at of new Set(record.files.map((file) => path.posix.dirname(file.path))))
    clearLeftovers(path.join(root, at), disk, record.pid);

  const stateOf = (file: RecordedFile) => textOf(path.join(root, file.path), disk);
  const isDone = record.files.every((file) => stateOf(file) === file.after);
  const isUntouched = record.files.every((file) => stateOf(file) === file.before);
  if (record.kind === "undo" ? isDone : isUntouched) {
    for (const made of record.folders.toReversed())
      attempt(() => {
        removeEmptyFolder(path.join(root, made), disk);
      });
  }
  if (record.kind === "undo" && isDone && record.takesBack !== undefined)
    forget(folder, record.takesBack, disk);
  if (record.kind === "undo" || isUntouched) discard(ownFile, disk);
  else
    attempt(() => {
      disk.renameSync(ownFile, keptFile(folder, entry.id));
    });
}

/** The text of a file; undefined if there is none, or if it is nothing that can be read as one. */
function textOf(file: string, disk: Disk): string | undefined {
  let text: string | undefined;
  attempt(() => {
    if (disk.lstatSync(file, { throwIfNoEntry: false })?.isFile() === true)
      text = disk.readFileSync(file, "utf8");
  });
  return text;
}

/** The entries of a state folder, the oldest first. */
function entriesIn(folder: string, disk: Disk): Entry[] {
  return disk
    .readdirSync(folder)
    .flatMap((name) => {
      const [, digits, pending] = /^run-(\d+)(\.pending)?\.json$/.exec(name) ?? [];
      return digits === undefined ? [] : [{ id: Number(digits), isPending: pending !== undefined, name }];
    })
    .sort((one, other) => one.id - other.id);
}

const keptFile = (folder: string, id: number) => path.join(folder, `run-${String(id)}.json`);
const pendingFile = (folder: string, id: number) => path.join(folder, `run-${String(id)}.pending.json`);

function discard(file: string, disk: Disk): void {
  attempt(() => {
    remove(file, disk);
  });
}
