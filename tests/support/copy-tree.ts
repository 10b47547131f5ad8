import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync, utimesSync } from "node:fs";
import path from "node:path";

/** Copies a folder as it is: permissions and times too, and two names of one file are that in the copy. */
export function copyTree(from: string, to: string): void {
  const copies = new Map<number, string>();
  const copyFolder = (source: string, target: string): void => {
    mkdirSync(target, { mode: lstatSync(source).mode });
    for (const entry of readdirSync(source, { withFileTypes: true })) {
      const [old, copy] = [path.join(source, entry.name), path.join(target, entry.name)];
      if (entry.isDirectory()) copyFolder(old, copy);
      else copyFile(old, copy);
    }
  };
  const copyFile = (source: string, target: string): void => {
    const { ino, atime, mtime } = lstatSync(source);
    const twin = copies.get(ino);
    if (twin !== undefined) {
      linkSync(twin, target);
      return;
    }
    copies.set(ino, target);
    copyFileSync(source, target);
    utimesSync(target, atime, mtime);
  };
  copyFolder(from, to);
}
