import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { undo } from "../../src/commands/undo.js";
import type { UndoReport } from "../../src/model.js";
import { commit, type Committed } from "../../src/write/commit.js";
import { nodeDisk, type Disk } from "../../src/write/disk.js";
import type { FileWrite } from "../../src/write/file-write.js";
import { Overtaken } from "../../src/write/lock.js";
import { seeState } from "../../src/write/state-folder.js";

/** A project and its state folder in a scratch folder. */
export interface Place {
  readonly root: string;
  readonly state: string;
}

export function placeIn(scratch: string): Place {
  return { root: path.join(scratch, "project"), state: path.join(scratch, "state") };
}

/** What stands there before: a file with CRLF, a byte-order mark and permissions of its own, and one to be replaced. */
const there: Readonly<Record<string, { text: string; mode: number }>> = {
  "package.json": { text: '{"dependencies":{"next":"16.4.5"}}\n', mode: 0o644 },
  "app/page.tsx": { text: "export default function Page() {}\n", mode: 0o644 },
  "app/api/tags/route.ts": { text: "\uFEFFexport function GET() {}\r\n", mode: 0o640 },
  "app/api/items/route.ts": { text: "export const runtime = 'edge'\n", mode: 0o644 },
};

/** What the run wants: a new data module and routes in new folders, an update, an overwrite. */
export const wanted: Readonly<Record<string, string>> = {
  "app/api/posts/data.ts": "export const posts = [];\n",
  "app/api/posts/route.ts": "import { posts } from './data';\n",
  "app/api/posts/[id]/route.ts": "import { posts } from '../data';\n",
  "app/api/tags/route.ts": `${there["app/api/tags/route.ts"]?.text ?? ""}export function POST() {}\r\n`,
  "app/api/items/route.ts": "export function GET() {}\n",
};

export function prepare({ root }: Place): void {
  for (const [name, { text, mode }] of Object.entries(there)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, mode);
  }
}

/**
 * The run: reads what is there, as the tool does each time that it starts, and writes what is wanted; both again where another
 * run was at work in between, or was killed so that it looks like that.
 */
export function performRun({ root, state }: Place, disk: Disk = nodeDisk): Committed {
  const statePlaces = [{ folder: state, isShared: false }];
  for (;;) {
    const seen = seeState(statePlaces, root, nodeDisk);
    const writes = Object.entries(wanted).map(([name, after]): FileWrite => {
      return { path: name, before: textAt(path.join(root, name)), after };
    });
    try {
      return commit(writes, { root, tool: "0.0.0", statePlaces, seen, disk });
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
}

export function performUndo({ root, state }: Place, disk: Disk = nodeDisk): UndoReport {
  const here = { cwd: root, tool: "0.0.0", statePlaces: [{ folder: state, isShared: false }], disk };
  return undo({ dryRun: undefined, json: undefined, quiet: undefined, cwd: undefined }, here);
}

function textAt(file: string): string | undefined {
  return lstatSync(file, { throwIfNoEntry: false }) ? readFileSync(file, "utf8") : undefined;
}

/** Every file below the root with its permissions and bytes, and every folder (they end in a slash). */
export function snapshot({ root }: Place): Map<string, string> {
  const entries = new Map<string, string>();
  for (const name of readdirSync(root, { recursive: true, encoding: "utf8" }).sort()) {
    const stats = lstatSync(path.join(root, name));
    const key = name.replaceAll("\\", "/");
    if (stats.isDirectory()) entries.set(`${key}/`, "");
    else
      entries.set(
        key,
        `${(stats.mode & 0o777).toString(8)} ${readFileSync(path.join(root, name), "base64")}`,
      );
  }
  return entries;
}
