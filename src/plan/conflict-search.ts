import type { Conflict, ConflictRule } from "./conflict-rules.js";
import type { UrlFile } from "./url-files.js";

/** Those who have one value at a position of the tree. Whoever has another one there is in conflict with them. */
interface Claim {
  readonly value: string;
  /** The first file of the tree, and the first new one, by their paths. */
  there?: UrlFile;
  added?: UrlFile;
}

/** The claims on one position, by their values. */
interface Position {
  readonly rule: ConflictRule;
  /** How many segments of the URL are above it. */
  readonly depth: number;
  readonly claims: Map<string, Claim>;
}

/**
 * Everything that cannot stand together among the files that make URLs. Every file says what it has at each position of
 * its path; two values in one position are a conflict. So the time grows with the number of segments, and the order of
 * the files does not matter. A conflict is told once for each value that new files bring. Pure.
 *
 * @param there the files of the tree.
 * @param added the files that are to be added to it.
 */
export function searchConflicts(there: readonly UrlFile[], added: readonly UrlFile[]): Conflict[] {
  const positions = new Map<string, Position>();
  const conflicts: Conflict[] = [];
  for (const [files, side] of [
    [there, "there"],
    [added, "added"],
  ] as const) {
    for (const file of files) {
      conflicts.push(...conflictsInPath(file, side === "added"));
      for (const [rule, place, depth, value] of claimsOf(file)) {
        const key = `${rule} ${place}`;
        let position = positions.get(key);
        if (!position) positions.set(key, (position = { rule, depth, claims: new Map() }));
        let claim = position.claims.get(value);
        if (!claim) position.claims.set(value, (claim = { value }));
        const first = claim[side];
        if (first === undefined || file.path < first.path) claim[side] = file;
      }
    }
  }
  for (const position of positions.values()) {
    if (position.claims.size > 1) conflicts.push(...conflictsAt(position));
  }
  return conflicts.sort(
    (a, b) =>
      compare(a.file, b.file) || compare(a.rule, b.rule) || a.depth - b.depth || compare(a.own, b.own),
  );
}

/**
 * What a file has at which position. The places are written as Next's route sorter keeps them: one child of a node for
 * all parameters, one for catch-alls, one for optional ones. Source: Next.js, shared/lib/router/utils/sorted-routes.
 */
function* claimsOf(
  file: UrlFile,
): Generator<readonly [rule: ConflictRule, place: string, depth: number, value: string]> {
  let place = "";
  for (const [depth, part] of file.parts.entries()) {
    const kind = placeholderOf(part);
    if (kind !== undefined) {
      yield ["PARAM_NAMES_DIFFER", `${place}/${kind}`, depth, part];
      if (kind !== "[]") yield ["CATCH_ALL_TWICE", place, depth, kind];
      if (kind === "[[...]]") yield ["OPTIONAL_BESIDE_PARENT", place, depth, kind];
    } else if (file.kind !== "pages") {
      // The build writes a file for each page and route; those of the Pages Router lie apart.
      yield ["CASE_DIFFERS", `${place}/${part.toLowerCase()}`, depth, part];
    }
    place += `/${kind ?? part}`;
  }
  const depth = file.parts.length;
  yield ["OPTIONAL_BESIDE_PARENT", place, depth, ""];
  // The build misses a page in a slot, and many of them may have one URL.
  // Of one URL are only those whose parameters have the same names; the others are told of already.
  const url = file.parts.join("/");
  yield ["PAGES_ROUTER_URL", url, depth, file.kind === "pages" ? "pages" : "app"];
  if (file.kind === "page" && file.isInSlot) yield ["URL_TWICE", url, depth, "page"];
  else if (file.kind === "route" || file.kind === "page") yield ["ROUTE_AND_PAGE", url, depth, file.kind];
  if (file.kind === "route" || file.kind === "metadata") yield ["URL_TWICE", url, depth, file.path];
}

/** How the route sorter files a parameter, whatever its name; undefined for another segment. */
export function placeholderOf(part: string): "[]" | "[...]" | "[[...]]" | undefined {
  if (!part.startsWith("[") || !part.endsWith("]")) return undefined;
  if (part.startsWith("[[...") && part.endsWith("]]")) return "[[...]]";
  return part.startsWith("[...") ? "[...]" : "[]";
}

/** What is in the tree is what new files are held to; without it, the first of them is. */
function conflictsAt({ rule, depth, claims }: Position): Conflict[] {
  const values = [...claims.values()].sort((a, b) => compare(a.value, b.value));
  const settled = values.filter(({ there }) => there !== undefined);
  const [first, second] =
    settled.length > 1 ? settled : [...settled, ...values.filter(({ there }) => !there)];
  if (!first || !second) return [];
  const told = (own: Claim, others: Claim): Conflict[] => {
    const file = own.added ?? own.there;
    const other = others.there ?? others.added;
    return file && other ? [{ rule, depth, ...parted(file, other, depth), ...statusOf(own) }] : [];
  };
  const added = values.flatMap((claim) => {
    if (!claim.added) return [];
    // Between new files, one of the two tells it.
    if (claim === first) return second.there ? told(first, second) : [];
    return told(claim, first);
  });
  return added.length > 0 || !second.there ? added : told(second, first);
}

function statusOf({ there, added }: Claim): Pick<Conflict, "isNew" | "joins"> {
  return { isNew: added !== undefined, joins: there !== undefined };
}

function parted(
  file: UrlFile,
  other: UrlFile,
  depth: number,
): Pick<Conflict, "file" | "other" | "url" | "own" | "others"> {
  return {
    file: file.path,
    other: other.path,
    url: urlOfParts(file.parts.slice(0, depth)),
    own: file.parts[depth] ?? "",
    others: other.parts[depth] ?? "",
  };
}

/** What is wrong with a path alone. The same rules stand in spec/route-path.ts, for routes that are asked for. */
function conflictsInPath({ path, parts }: UrlFile, isNew: boolean): Conflict[] {
  const conflicts: Conflict[] = [];
  const seen = new Map<string, string>();
  for (const [depth, part] of parts.entries()) {
    const kind = placeholderOf(part);
    if (kind === undefined) continue;
    const url = urlOfParts(parts.slice(0, depth));
    const told = (rule: ConflictRule, others: string) => {
      conflicts.push({ rule, depth, file: path, other: path, url, own: part, others, isNew, joins: false });
    };
    if (kind !== "[]" && depth < parts.length - 1) told("CATCH_ALL_NOT_LAST", part);
    if (kind === "[]" && part.startsWith("[[")) told("OPTIONAL_PARAM", part);
    const name = part.replace(/\W/g, "");
    const earlier = seen.get(name);
    if (earlier !== undefined) told("PARAM_REPEATED", earlier);
    else seen.set(name, part);
  }
  return conflicts;
}

function urlOfParts(parts: readonly string[]): string {
  return `/${parts.join("/")}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
