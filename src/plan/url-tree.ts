import type { UrlFile } from "./url-files.js";

/**
 * A position of the tree of URLs. As in Next's route sorter, all parameters of a position lead to one node, whatever
 * their names, and so do all catch-alls and all optional ones. Source: Next.js, shared/lib/router/utils/sorted-routes.
 */
export interface UrlNode {
  /** How many segments are above it. */
  readonly depth: number;
  /** By the segments as they are written. */
  readonly branches: ReadonlyMap<string, Branch>;
  /** What the parameters of one kind lead to. */
  readonly shared: ReadonlyMap<string, UrlNode>;
  /** The files whose URL ends here. */
  readonly ends: readonly End[];
}

interface End {
  readonly file: UrlFile;
  readonly isNew: boolean;
}

/** A segment at a position, and the first files that have it there, by their paths. */
export interface Branch extends Holders {
  readonly part: string;
  readonly kind: Placeholder | undefined;
  readonly node: GrowingNode;
  /** The first one of the Pages Router. */
  pages?: UrlFile;
}

/** A position while the tree is made. Most of them end a URL and have nothing below them: for that, they need no maps of their own. */
interface GrowingNode extends UrlNode {
  branches: Map<string, Branch>;
  shared: Map<string, GrowingNode>;
  ends: End[];
}

const noEnds: End[] = [];
const noBranches: GrowingNode["branches"] = new Map();
const nothingShared: GrowingNode["shared"] = new Map();

/** The first file of the tree and the first new one. */
export interface Holders {
  there?: UrlFile;
  added?: UrlFile;
}

/** The positions of the tree that the URLs of some files make. Takes time by the number of segments. Pure. */
export function urlTreeOf(there: readonly UrlFile[], added: readonly UrlFile[]): UrlNode[] {
  const nodes: GrowingNode[] = [];
  const nodeAt = (depth: number): GrowingNode => {
    const node = { depth, branches: noBranches, shared: nothingShared, ends: noEnds };
    nodes.push(node);
    return node;
  };
  const branchAt = (node: GrowingNode, part: string): Branch => {
    const kind = placeholderOf(part);
    const known = kind === undefined ? undefined : node.shared.get(kind);
    const branch: Branch = { part, kind, node: known ?? nodeAt(node.depth + 1) };
    if (node.branches === noBranches) node.branches = new Map();
    node.branches.set(part, branch);
    if (kind === undefined) return branch;
    if (node.shared === nothingShared) node.shared = new Map();
    node.shared.set(kind, branch.node);
    return branch;
  };

  const root = nodeAt(0);
  const insert = (file: UrlFile, isNew: boolean) => {
    const side = isNew ? "added" : file.kind === "pages" ? "pages" : "there";
    let node = root;
    // An app has thousands of them, and a loop with an iterator makes an object for each.
    file.parts.forEach((part) => {
      const branch = node.branches.get(part) ?? branchAt(node, part);
      const first = branch[side];
      if (first === undefined || file.path < first.path) branch[side] = file;
      node = branch.node;
    });
    // Nearly all have one.
    const end = { file, isNew };
    if (node.ends === noEnds) node.ends = [end];
    else node.ends.push(end);
  };
  there.forEach((file) => {
    insert(file, false);
  });
  added.forEach((file) => {
    insert(file, true);
  });
  return nodes;
}

/** A parameter without its name: a single one, a catch-all, an optional catch-all. */
export type Placeholder = "[]" | "[...]" | "[[...]]";

/** How the route sorter files a parameter, whatever its name; undefined for another segment. */
export function placeholderOf(part: string): Placeholder | undefined {
  if (!part.startsWith("[") || !part.endsWith("]")) return undefined;
  if (part.startsWith("[[...") && part.endsWith("]]")) return "[[...]]";
  return part.startsWith("[...") ? "[...]" : "[]";
}

/** The URL of some segments: `/api/[id]`. */
export function urlOfParts(parts: readonly string[]): string {
  return `/${parts.join("/")}`;
}
