import { readdirSync } from "node:fs";
import path from "node:path";

/** How many files are listed at most: more are no folder of code that somebody keeps by hand. */
const most = 2000;

/**
 * The files in a folder and in those below it, by name; without what is installed or hidden, and without links.
 *
 * @param folder relative to the root, with `/`; empty for the root itself. The files are too.
 */
export function filesBelow(root: string, folder: string): string[] {
  const files: string[] = [];
  const folders = [folder];
  for (
    let current = folders.shift();
    current !== undefined && files.length < most;
    current = folders.shift()
  ) {
    for (const entry of entriesOf(path.join(root, current))) {
      if (entry.name === "node_modules" || entry.name.startsWith(".")) continue;
      const place = current === "" ? entry.name : `${current}/${entry.name}`;
      if (entry.isDirectory()) folders.push(place);
      else if (entry.isFile()) files.push(place);
    }
  }
  return files;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
