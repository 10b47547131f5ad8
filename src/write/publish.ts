import { constants } from "node:fs";
import path from "node:path";
import { holdTo, type Target } from "./check.js";
import { codeOf, remove, removeEmptyFolder, type Disk } from "./disk.js";
import { appeared, changed } from "./failures.js";
import { scratchName } from "./scratch-files.js";

/** One thing that was done: what it was done to, and how it is taken back. */
export interface Done {
  readonly place: string;
  readonly takeBack: () => void;
  /** This file is the old one of that place: it may go only when the place is as it was. */
  readonly savedFrom?: string;
}

/** A write whose bytes are all on the disk, beside the place that they are for. */
export interface Staged extends Target {
  /** Has the new text; undefined if the file is to be deleted. */
  readonly temp: string | undefined;
  /** Has, or will have, the old file; undefined if there is none. */
  readonly backup: string | undefined;
}

/** Makes a folder whose parent is there. */
export function makeFolder(folder: string, done: Done[], disk: Disk): void {
  try {
    disk.mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) === "EEXIST" && disk.lstatSync(folder).isDirectory()) return;
    throw error;
  }
  done.push({
    place: folder,
    takeBack: () => {
      removeEmptyFolder(folder, disk);
    },
  });
}

/**
 * Does everything that needs room on the disk: writes the new text beside its place, and keeps the old file under a
 * second name. After this, publishing and taking back only change names.
 */
export function stage(target: Target, done: Done[], disk: Disk): Staged {
  const { write, place, stats } = target;
  const beside = (kind: "new" | "old") => path.join(path.dirname(place), scratchName(kind));
  const temp = write.after === undefined ? undefined : beside("new");
  const backup = stats ? beside("old") : undefined;
  // Before they are written: half of one has to be removed too.
  const discard = (scratch: string) => () => {
    remove(scratch, disk);
  };
  if (temp !== undefined) done.push({ place: temp, takeBack: discard(temp) });
  if (backup !== undefined) done.push({ place: backup, takeBack: discard(backup), savedFrom: place });

  if (temp !== undefined && write.after !== undefined) {
    disk.writeFileSync(temp, write.after, { flag: "wx" });
    const mode = write.mode ?? stats?.mode;
    if (stats) keepOwner(temp, stats, disk);
    // After the owner: changing that takes bits away.
    if (mode !== undefined) disk.chmodSync(temp, mode & 0o777);
  }
  // A file to be deleted is moved to its second name when its time comes.
  if (backup !== undefined && stats && temp !== undefined) {
    try {
      disk.linkSync(place, backup);
    } catch (error) {
      if (!hasNoLinks(error)) throw error;
      disk.copyFileSync(place, backup, constants.COPYFILE_EXCL);
      disk.chmodSync(backup, stats.mode & 0o777);
    }
  }
  return { ...target, temp, backup };
}

function keepOwner(temp: string, old: { uid: number; gid: number }, disk: Disk): void {
  const { uid, gid } = disk.lstatSync(temp);
  if (uid === old.uid && gid === old.gid) return;
  try {
    disk.chownSync(temp, old.uid, old.gid);
  } catch {
    // Only the superuser may give a file away: then it is ours from now on.
  }
}

/** Brings a staged write to its place, in one step that no reader can see half of. */
export function publish(staged: Staged, done: Done[], disk: Disk): void {
  const { temp, backup } = staged;
  if (backup === undefined) {
    if (temp !== undefined) publishNew(staged, temp, done, disk);
  } else if (temp === undefined) publishDelete(staged, backup, done, disk);
  else publishUpdate(staged, temp, backup, done, disk);
}

function publishNew({ write, place }: Staged, temp: string, done: Done[], disk: Disk): void {
  const published = {
    place,
    takeBack: () => {
      // Empty is what it is between its two steps, without hard links.
      if (has(place, write.after, disk) || has(place, "", disk)) remove(place, disk);
      else if (disk.lstatSync(place, { throwIfNoEntry: false }))
        throw changed(write.path, "is another's by now");
    },
  };
  try {
    // Fails if anything has that name by now, a link too.
    disk.linkSync(temp, place);
    done.push(published);
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw appeared(write.path);
    if (!hasNoLinks(error)) throw error;
    publishUnlinked(write.path, place, temp, () => done.push(published), disk);
  }
}

/** Without hard links: an empty file takes the name exclusively, and the whole one takes its place. */
function publishUnlinked(name: string, place: string, temp: string, note: () => void, disk: Disk): void {
  try {
    disk.writeFileSync(place, "", { flag: "wx" });
  } catch (error) {
    if (codeOf(error) === "EEXIST") throw appeared(name);
    // Some disks say only when a file is closed that it cannot be.
    note();
    throw error;
  }
  note();
  disk.renameSync(temp, place);
}

function publishUpdate(
  { write, place }: Staged,
  temp: string,
  backup: string,
  done: Done[],
  disk: Disk,
): void {
  const before = write.before ?? "";
  holdTo(write.path, place, before, disk);
  disk.renameSync(temp, place);
  done.push({
    place,
    takeBack: () => {
      if (!has(place, write.after, disk)) throw changed(write.path, "is another's by now");
      disk.renameSync(backup, place);
    },
  });
  // Who wrote into the old file after the last look has written into the backup, which is the same file.
  if (!has(backup, before, disk)) throw changed(write.path, "was changed while this run replaced it");
}

function publishDelete({ write, place }: Staged, backup: string, done: Done[], disk: Disk): void {
  const before = write.before ?? "";
  holdTo(write.path, place, before, disk);
  disk.renameSync(place, backup);
  done.push({
    place,
    takeBack: () => {
      try {
        disk.linkSync(backup, place);
      } catch (error) {
        if (!hasNoLinks(error)) throw error;
        if (disk.lstatSync(place, { throwIfNoEntry: false })) throw appeared(write.path);
        disk.renameSync(backup, place);
      }
    },
  });
  if (!has(backup, before, disk)) throw changed(write.path, "was changed while this run removed it");
}

/** Whether a file has exactly this text. */
function has(file: string, text: string | undefined, disk: Disk): boolean {
  if (text === undefined || disk.lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return false;
  return disk.readFileSync(file).equals(Buffer.from(text, "utf8"));
}

/** File systems without hard links say so in many ways; Android forbids them. */
function hasNoLinks(error: unknown): boolean {
  const codes = ["EPERM", "EACCES", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EXDEV", "EMLINK", "EINVAL"];
  return codes.includes(codeOf(error) ?? "");
}
