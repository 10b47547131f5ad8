import fs from "node:fs";
import path from "node:path";
import { attempt } from "../write/disk.js";
import { isOwn, makeFolders } from "../write/own-folder.js";
import { folderNameOf, isFolderName } from "../write/state-folder.js";

/** What earlier runs found in the files of an app: plain data, that is the same after `JSON.parse(JSON.stringify(…))`. */
export interface Findings<Found> {
  /** What was found in a file, if it has the very bytes that it was found in. What was asked for is kept before what was not. */
  readonly known: (file: string, bytes: Uint8Array) => Found | undefined;
  /** What this run found in it. */
  readonly add: (file: string, bytes: Uint8Array, found: Found) => void;
  /** Leaves it to the next run, where something is new. What cannot be written is found again then. */
  readonly keep: () => void;
}

/**
 * Opens what earlier runs left.
 *
 * @param root of the app, absolute.
 * @param subject what was looked for: each is kept by itself.
 * @param most of how many files it is kept: of those that the latest runs asked for.
 */
export type OpenFindings = <Found>(root: string, subject: string, most: number) => Findings<Found>;

/** Where nothing is kept. */
export const noFindings: OpenFindings = () => ({
  known: () => undefined,
  add: () => undefined,
  keep: () => undefined,
});

/** The user's folder for what can be made again. */
export interface Cache {
  /** Absolute. */
  readonly folder: string;
  /** Tells this build of the program from every other: they may find other things in the same bytes. Undefined if that cannot be told. */
  readonly stamp: () => string | undefined;
}

/**
 * What was found in a file. Its bytes are kept, and no hash of them: to compare them takes no time, loading `node:crypto` 10 ms, and
 * what only looks like another file must not pass for it.
 */
interface Entry<Found> {
  readonly bytes: Uint8Array;
  readonly found: Found;
}

/** The first line of what is kept, as JSON; behind it are the bytes of the files, one after the other. */
interface Index<Found> {
  readonly stamp: string;
  readonly files: readonly (readonly [name: string, length: number, found: Found])[];
}

/** What earlier runs left in the user's cache, in a folder for each app. */
export function findingsIn(cache: Cache): OpenFindings {
  return <Found>(root: string, subject: string, most: number): Findings<Found> => {
    const stamp = cache.stamp();
    if (stamp === undefined) return noFindings(root, subject, most);
    const folder = path.join(cache.folder, "apps", folderNameOf(root));
    const file = path.join(folder, subject);
    const before = keptIn<Found>(file, stamp);
    const used = new Map<string, Entry<Found>>();
    let isNew = false;
    return {
      known: (name, bytes) => {
        const entry = used.get(name) ?? before.get(name);
        if (!entry || Buffer.compare(entry.bytes, bytes) !== 0) return undefined;
        used.set(name, entry);
        return entry.found;
      },
      add: (name, bytes, found) => {
        used.set(name, { bytes, found });
        isNew = true;
      },
      keep: () => {
        if (!isNew) return;
        const others = [...before].filter(([name]) => !used.has(name));
        const latest = [...used, ...others].slice(0, most);
        attempt(() => {
          forgetOthers(path.dirname(folder), folder);
          makeFolders(folder, fs);
          if (!isOwn(fs.lstatSync(folder), 0o022)) return;
          forgetUnfinished(folder);
          replace(file, written(stamp, latest));
        });
      },
    };
  };
}

function written<Found>(stamp: string, entries: readonly (readonly [string, Entry<Found>])[]): Uint8Array {
  const index: Index<Found> = {
    stamp,
    files: entries.map(([name, { bytes, found }]) => [name, bytes.length, found]),
  };
  return Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...entries.map(([, { bytes }]) => bytes)]);
}

/** What a file of the cache has, if nobody else can have written it, and another build has not. */
function keptIn<Found>(file: string, stamp: string): ReadonlyMap<string, Entry<Found>> {
  const entries = new Map<string, Entry<Found>>();
  try {
    if (!isOwn(fs.lstatSync(file), 0o022)) return entries;
    const kept = fs.readFileSync(file);
    let start = kept.indexOf("\n");
    const index = JSON.parse(kept.toString("utf8", 0, start)) as Index<Found>;
    if (index.stamp !== stamp) return entries;
    start += 1;
    for (const [name, length, found] of index.files) {
      entries.set(name, { bytes: kept.subarray(start, start + length), found });
      start += length;
    }
  } catch {
    // It is not there, or cannot be read: everything is found anew.
  }
  return entries;
}

/** What a run writes until it is whole: no other one has the same name for it. */
const unfinished = ".tmp";

/** At once, so that no other run reads a half. */
function replace(file: string, content: Uint8Array): void {
  const temporary = `${file}.${String(process.pid)}-${Date.now().toString(36)}${unfinished}`;
  try {
    fs.writeFileSync(temporary, content, { flag: "wx", mode: 0o600 });
    fs.renameSync(temporary, file);
  } catch (error) {
    attempt(() => {
      fs.unlinkSync(temporary);
    });
    throw error;
  }
}

/** How long it is since something was written, in milliseconds. */
function age(place: string): number {
  return Date.now() - fs.lstatSync(place).mtimeMs;
}

const hour = 60 * 60 * 1000;

/** Clears what runs left that were killed. */
function forgetUnfinished(folder: string): void {
  for (const name of fs.readdirSync(folder).filter((each) => each.endsWith(unfinished))) {
    attempt(() => {
      if (age(path.join(folder, name)) > hour) fs.unlinkSync(path.join(folder, name));
    });
  }
}

/** What is known of an app is forgotten so long after it was last written. */
const longest = 60 * 24 * hour;

/** With the first run in an app, those go that are hardly looked at any more. What is no folder of an app is none of ours. */
function forgetOthers(apps: string, own: string): void {
  if (fs.existsSync(own)) return;
  makeFolders(apps, fs);
  const stats = fs.lstatSync(apps);
  if (!stats.isDirectory() || !isOwn(stats, 0o022)) return;
  for (const name of fs.readdirSync(apps).filter(isFolderName)) {
    attempt(() => {
      if (age(path.join(apps, name)) > longest)
        fs.rmSync(path.join(apps, name), { recursive: true, force: true });
    });
  }
}
