import type { Conflict, ConflictRule } from "./conflict-rules.js";
import { conflictsInPath } from "./path-conflicts.js";
import type { UrlFile } from "./url-files.js";
import { urlOfParts, urlTreeOf, type Branch, type Holders, type UrlNode } from "./url-tree.js";

/** Those who have one value at a position of the tree. Whoever has another one there is in conflict with them. */
interface Claim extends Holders {
  readonly value: string;
}

/**
 * Everything that cannot stand together among the files that make URLs: two values in one position of the tree are a
 * conflict. The time grows with the number of segments, and the order of the files does not matter. A conflict is told
 * once for each value that new files bring. Pure.
 *
 * @param there the files of the tree.
 * @param added the files that are to be added to it.
 */
export function searchConflicts(there: readonly UrlFile[], added: readonly UrlFile[]): Conflict[] {
  const conflicts: Conflict[] = [];
  const addAll = (found: readonly Conflict[]) => {
    if (found.length > 0) conflicts.push(...found);
  };
  there.forEach((file) => {
    addAll(conflictsInPath(file, false));
  });
  added.forEach((file) => {
    addAll(conflictsInPath(file, true));
  });
  urlTreeOf(there, added).forEach((node) => {
    const isAlone = node.branches.size < 2 && node.ends.length < 2 && !node.shared.has("[[...]]");
    if (isAlone) return;
    for (const search of [namesAt, casesAt, optionalAt, endsAt]) addAll(search(node));
  });
  return conflicts.sort(
    (a, b) =>
      compare(a.file, b.file) || compare(a.rule, b.rule) || a.depth - b.depth || compare(a.own, b.own),
  );
}

/** The names of the parameters of a position, and whether its catch-alls are optional. */
function namesAt({ branches, shared, depth }: UrlNode): Conflict[] {
  if (shared.size === 0) return [];
  const claims = [...shared.keys()].map((kind) => ({
    kind,
    names: [...branches.values()].filter((branch) => branch.kind === kind).map(claimOf),
  }));
  const catchAlls = claims
    .filter(({ kind }) => kind !== "[]")
    .map(({ kind, names }) => names.reduce<Claim>(merged, { value: kind }));
  return [
    ...claims.flatMap(({ names }) => conflictsOf("PARAM_NAMES_DIFFER", depth, names)),
    ...conflictsOf("CATCH_ALL_TWICE", depth, catchAlls),
  ];
}

/** The build writes a file for each page and route of the app folder; those of the Pages Router lie apart. */
function casesAt({ branches, depth }: UrlNode): Conflict[] {
  if (branches.size < 2 || hasLowerCaseOnly(branches)) return [];
  const folded = new Map<string, Branch[]>();
  for (const branch of branches.values()) {
    if (branch.kind !== undefined || !(branch.there ?? branch.added)) continue;
    const key = branch.part.toLowerCase();
    const others = folded.get(key);
    if (others) others.push(branch);
    else folded.set(key, [branch]);
  }
  return [...folded.values()].flatMap((alike) =>
    alike.length < 2 ? [] : conflictsOf("CASE_DIFFERS", depth, alike.map(inApp)),
  );
}

/** Then no two of them differ in their case alone. */
function hasLowerCaseOnly(branches: UrlNode["branches"]): boolean {
  let isSo = true;
  branches.forEach((_branch, part) => {
    isSo &&= part === part.toLowerCase();
  });
  return isSo;
}

/** An optional catch-all answers the URL above it too. */
function optionalAt({ branches, shared, ends, depth }: UrlNode): Conflict[] {
  if (ends.length === 0 || !shared.has("[[...]]")) return [];
  const optional = [...branches.values()].filter(({ kind }) => kind === "[[...]]").map(claimOf);
  return conflictsOf("OPTIONAL_BESIDE_PARENT", depth, [
    optional.reduce<Claim>(merged, { value: "[[...]]" }),
    ends.map(endClaim("")).reduce(merged),
  ]);
}

/** Of one URL are only those whose parameters have the same names; the others are told of already. */
function endsAt({ ends, depth }: UrlNode): Conflict[] {
  if (ends.length < 2) return [];
  const byUrl = new Map<string, UrlNode["ends"][number][]>();
  for (const end of ends) {
    const url = end.file.parts.join("/");
    byUrl.set(url, [...(byUrl.get(url) ?? []), end]);
  }
  return [...byUrl.values()].flatMap((alike) => {
    const claims = (valueOf: (file: UrlFile) => string | undefined): Claim[] => {
      const found = new Map<string, Claim>();
      for (const end of alike) {
        const value = valueOf(end.file);
        if (value === undefined) continue;
        const claim = endClaim(value)(end);
        const known = found.get(value);
        found.set(value, known ? merged(known, claim) : claim);
      }
      return [...found.values()];
    };
    return [
      ...conflictsOf("PAGES_ROUTER_URL", depth, claims(routerOf)),
      ...conflictsOf("ROUTE_AND_PAGE", depth, claims(routeOrPage)),
      ...conflictsOf("URL_TWICE", depth, claims(answerOf)),
    ];
  });
}

const routerOf = ({ kind }: UrlFile) => (kind === "pages" ? "pages" : "app");
const routeOrPage = ({ kind, isInSlot }: UrlFile) =>
  kind === "route" || (kind === "page" && isInSlot !== true) ? kind : undefined;
/** The build misses a page in a slot, and many of them may have one URL. */
const answerOf = ({ kind, isInSlot, path }: UrlFile) => {
  if (kind === "route" || kind === "metadata") return path;
  return kind === "page" && isInSlot === true ? kind : undefined;
};

/** What is in the tree is what new files are held to; without it, the first of them is. */
function conflictsOf(rule: ConflictRule, depth: number, claims: readonly Claim[]): Conflict[] {
  if (claims.length < 2) return [];
  const values = claims.toSorted((a, b) => compare(a.value, b.value));
  const settled = values.filter(({ there }) => there !== undefined);
  const [first, second] = [...settled, ...values.filter(({ there }) => !there)];
  if (!first || !second) return [];
  const told = (own: Claim, others: Claim): Conflict[] => {
    const file = own.added ?? own.there;
    const other = others.there ?? others.added;
    if (!file || !other) return [];
    const status = { isNew: own.added !== undefined, joins: own.there !== undefined };
    return [{ rule, depth, ...paths(file, other, depth), ...status }];
  };
  const added = values.flatMap((claim) => {
    if (!claim.added) return [];
    // Between new files, one of the two tells it.
    if (claim === first) return second.there ? told(first, second) : [];
    return told(claim, first);
  });
  return added.length > 0 || !second.there ? added : told(second, first);
}

function paths(file: UrlFile, other: UrlFile, depth: number) {
  return {
    file: file.path,
    other: other.path,
    url: urlOfParts(file.parts.slice(0, depth)),
    own: file.parts[depth] ?? "",
    others: other.parts[depth] ?? "",
  };
}

function claimOf({ part, there, pages, added }: Branch): Claim {
  return claim(part, there ?? pages, added);
}

function inApp({ part, there, added }: Branch): Claim {
  return claim(part, there, added);
}

function endClaim(value: string): (end: UrlNode["ends"][number]) => Claim {
  return ({ file, isNew }) => claim(value, isNew ? undefined : file, isNew ? file : undefined);
}

function claim(value: string, there: UrlFile | undefined, added: UrlFile | undefined): Claim {
  return { value, ...(there ? { there } : {}), ...(added ? { added } : {}) };
}

/** Two claims on one value: of each side, the first file by its path. */
function merged(a: Claim, b: Claim): Claim {
  return claim(a.value, earlier(a.there, b.there), earlier(a.added, b.added));
}

function earlier(a: UrlFile | undefined, b: UrlFile | undefined): UrlFile | undefined {
  return a && b ? (b.path < a.path ? b : a) : (a ?? b);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
