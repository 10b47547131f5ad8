import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { RunError } from "../errors.js";
import { homeFolder } from "../home-folder.js";
import { userFolder, type UserMachine } from "../user-folder.js";
import { codeOf, type Disk } from "./disk.js";
import { lastLock, takeLock } from "./lock.js";
import { isOwn, makeFolders } from "./own-folder.js";

/** A folder of this user that can hold the records of all projects. */
export interface StatePlace {
  readonly folder: string;
  /** Others can write above it: then it is used only if it is this user's own. */
  readonly isShared: boolean;
}

/** What the places depend on. */
export interface Machine extends UserMachine {
  readonly temporary: () => string;
  /** The user's number, where users have one. */
  readonly user: number | undefined;
}

/** The user's folder for the state of programs. */
const states = {
  variable: "XDG_STATE_HOME",
  mac: "Library/Application Support",
  usual: ".local/state",
};

const thisMachine = (): Machine => ({
  platform: process.platform,
  env: process.env,
  home: homeFolder,
  temporary: tmpdir,
  user: process.getuid?.(),
});

/**
 * Where records go, the best place first: the system's folder for the state of programs, outside of every project, so
 * that no record is ever committed or deployed; else the folder for temporary files.
 */
export function statePlaces(machine: Machine = thisMachine()): StatePlace[] {
  const paths = machine.platform === "win32" ? path.win32 : path.posix;
  const state = userFolder(states, machine);
  const owner = machine.user === undefined ? "" : `-${String(machine.user)}`;
  return [
    ...(state === undefined ? [] : [{ folder: paths.join(state, "create-api-route"), isShared: false }]),
    {
      // A commit asks for it only where the one before it is of no use.
      get folder() {
        return paths.join(machine.temporary(), `create-api-route${owner}`);
      },
      isShared: true,
    },
  ];
}

/** Where a project's records are below a place. */
export function stateFolder({ folder }: StatePlace, root: string): string {
  return path.join(folder, folderNameOf(root));
}

/** What the folder of a project is called among those of others. The root's real path is its name: a link to it leads to the same. */
export function folderNameOf(root: string): string {
  const real = realPath(root);
  const name = path
    .basename(real)
    .replace(/[^\w.-]/g, "_")
    .slice(0, 40);
  return `${name}-${fingerprint(real)}`;
}

/** Whether a folder can be called so for being a project's. */
export function isFolderName(name: string): boolean {
  return /^[\w.-]*-[0-9a-f]{16}$/.test(name);
}

/**
 * 64 bits of a text, as 16 hexadecimal digits: FNV-1a, by Fowler, Noll and Vo. It tells folders apart and protects nothing; loading
 * node:crypto for that would take longer than writing the files.
 */
function fingerprint(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text, "utf8"))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

/** A root without links on the way; the same if it cannot be looked at. */
export function realPath(root: string): string {
  try {
    return realpathSync.native(root);
  } catch {
    return root;
  }
}

/** What a run saw of a project's state before it read the project: the last lock, by the folders where it can be. */
export type SeenState = ReadonlyMap<string, number>;

/** Looks at a project's state without changing it, so that {@link openState} can tell whether another run was there since. */
export function seeState(places: readonly StatePlace[], root: string, disk: Disk): SeenState {
  const seen = new Map<string, number>();
  for (const place of places) {
    const folder = stateFolder(place, root);
    const last = lastLock(folder, disk);
    seen.set(folder, last);
    // Where a run was before, the next one goes, too: to name the other places takes loading node:os.
    if (last !== 0) break;
  }
  return seen;
}

/** The state of a project, while this process alone may change it. */
export interface OpenState {
  readonly folder: string;
  /** Lets the next process in. */
  readonly close: () => void;
}

/**
 * Opens a project's state in the first place that can be written to, and takes its lock.
 *
 * @param seen what was seen of it before the project was read, if nobody may have been there since.
 * @returns undefined if there is no such place.
 * @throws RunError `PROJECT_BUSY` if another run holds it for too long; `Overtaken` if another one was there since.
 */
export function openState(
  places: readonly StatePlace[],
  root: string,
  disk: Disk,
  seen?: SeenState,
): OpenState | undefined {
  for (const place of places) {
    const folder = stateFolder(place, root);
    try {
      // Only this user may read it: the texts of the project are in there.
      makeFolders(folder, disk);
      if (!isTrusted(place, disk)) continue;
      return { folder, close: takeLock(folder, disk, seen?.get(folder)) };
    } catch (error) {
      if (error instanceof RunError || codeOf(error) === undefined) throw error;
    }
  }
  return undefined;
}

/** Where records of a project can be, without making anything: of the places those that are this user's own. */
export function knownFolders(places: readonly StatePlace[], root: string, disk: Disk): string[] {
  return places.filter((place) => isTrusted(place, disk)).map((place) => stateFolder(place, root));
}

/**
 * Whether nobody else can have put anything there: in a folder that all users share, another one may have been first.
 */
function isTrusted({ folder, isShared }: StatePlace, disk: Disk): boolean {
  if (!isShared || process.getuid === undefined) return true;
  const stats = disk.lstatSync(folder, { throwIfNoEntry: false });
  return stats?.isDirectory() === true && isOwn(stats, 0o077);
}
