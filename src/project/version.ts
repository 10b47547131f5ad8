/** A version's three numbers. What follows a hyphen (`-canary.59`) counts as the version that it leads to. */
export type Version = readonly [major: number, minor: number, patch: number];

/**
 * The first version that a text names: `16.4.6`, `^14.2.35`, `16.3.0-preview.9`, `~15`, `npm:next@15.5.0`.
 * Returns undefined for a text that names none, like `latest` or `catalog:`.
 */
export function parseVersion(text: string): Version | undefined {
  const [major = NaN, minor = NaN, patch = NaN] = text.split(".").map(Number);
  // Three numbers as they are mostly written, and nothing else.
  const isPlain =
    Number.isInteger(major + minor + patch) &&
    [major, minor, patch].join(".") === text &&
    !text.includes("-");
  return isPlain ? [major, minor, patch] : firstIn(text);
}

function firstIn(text: string): Version | undefined {
  const found = /(?:^|[\s^~=<>v@])(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?/.exec(text);
  if (!found) return undefined;
  const [major = 0, minor = 0, patch = 0] = found
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return [major, minor, patch];
}

/**
 * Whether a version is the wanted one, or a later one.
 *
 * @param wanted as a text, e.g. `15.1.0`.
 */
export function atLeast(version: Version, wanted: string): boolean {
  const other = parseVersion(wanted) ?? [0, 0, 0];
  for (const index of [0, 1, 2] as const) {
    if (version[index] !== other[index]) return version[index] > other[index];
  }
  return true;
}

/** Whether a text is one version and no range: `15.1.0`, `16.3.0-preview.9`, `npm:next@15.1.0`. */
export function isExact(text: string): boolean {
  return /^(?:npm:next@)?[v=]?\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(text.trim());
}

/**
 * The newest version that a declared range lets in, as far as the range says: of `>=14 <16` some 15, of `14.x || 15.x`
 * some 15. What it leaves open is filled with zeros. Undefined for a range without an end (`>=14`, `*`), a tag
 * (`latest`), or what is no range at all (`file:../next`).
 */
export function newestDeclared(text: string): Version | undefined {
  const range = text
    .replace(/^patch:next@npm(?::|%3A)/i, "")
    .replace(/^(?:workspace:|npm:(?:@[^/]+\/)?[^@]+@)/, "");
  if (/^(?:file|link|portal|https?):/.test(range)) return undefined;
  if (/^(?:git|github)/.test(range)) return parseVersion(range);
  const newest = range.split("||").map((alternative) => newestOf(alternative.trim()));
  return newest.reduce((a, b) => (a && b ? (atLeast(a, b.join(".")) ? a : b) : undefined));
}

function newestOf(comparators: string): Version | undefined {
  const end = /(<=?)\s*v?(\d[\w.*-]*)/.exec(comparators);
  if (end) {
    const version = parseVersion(end[2] ?? "");
    return version && end[1] === "<" ? before(version) : version;
  }
  const hyphen = /\s-\s+v?(\d\S*)$/.exec(comparators)?.[1];
  if (hyphen !== undefined) return parseVersion(hyphen);
  return comparators.includes(">") ? undefined : parseVersion(comparators);
}

/** The newest that there can be below a version: the features of one minor are those of its last patch. */
function before([major, minor, patch]: Version): Version {
  if (patch > 0) return [major, minor, patch - 1];
  return minor > 0 ? [major, minor - 1, endless] : [major - 1, endless, endless];
}

/** More than any minor or patch. */
const endless = 9999;
