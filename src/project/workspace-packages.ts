import path from "node:path";
import type { Level } from "./folders-above.js";
import { manifestIn } from "./folders.js";
import { declaredRange, member, textAt } from "./manifest.js";
import { findWorkspace } from "./workspace.js";

/** The packages of the workspace that the app depends on. */
export function packagesOf(root: string): Level[] {
  const workspace = findWorkspace(root);
  if (!workspace) return [];
  const manifest = manifestIn(root);
  const isNeeded = (name: string | undefined) =>
    name !== undefined && declaredRange(manifest, name) !== undefined;
  return workspace
    .packages()
    .map((below) => path.join(workspace.root, below))
    .filter((folder) => folder !== root)
    .map((folder) => ({ folder, manifest: manifestIn(folder) }))
    .filter((level) => isNeeded(textAt(level.manifest, "name")));
}

/** Where a package of the workspace begins, as its sources lie. */
const usualEntries = ["src/index", "index", "src/client", "client"].flatMap((place) =>
  ["ts", "tsx", "js", "mjs"].map((end) => `${place}.${end}`),
);

/**
 * The files in which a package of the workspace could begin, relative to it: what its package.json says, sources before what is
 * built of them, and the usual places. None where it exports parts of itself only: its name leads nowhere. Source: Node.js, "Package entry points".
 */
export function packageEntries({ manifest }: Level): string[] {
  const exported = member(manifest, "exports");
  const parts = typeof exported === "object" && exported !== null ? Object.keys(exported) : [];
  if (parts.some((key) => key.startsWith("./")) && !parts.includes(".")) return [];
  const said = [...filesIn(member(exported, ".") ?? exported), ...filesIn(member(manifest, "main"))]
    .map((file) => path.posix.normalize(file))
    .filter((file) => !file.endsWith(".d.ts") && /\.[cm]?[jt]sx?$/.test(file));
  const isSource = (file: string) => /\.tsx?$/.test(file);
  return [...new Set([...said.filter(isSource), ...usualEntries, ...said.filter((file) => !isSource(file))])];
}

/** The files of an entry, whatever its conditions are; those of other entries are none. */
function filesIn(entry: unknown): string[] {
  if (typeof entry === "string") return [entry];
  if (typeof entry !== "object" || entry === null) return [];
  return Object.entries(entry).flatMap(([condition, inner]) =>
    condition.startsWith(".") ? [] : filesIn(inner),
  );
}
