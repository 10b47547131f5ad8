/** A version's three numbers. What follows a hyphen (`-canary.59`) counts as the version that it leads to. */
export type Version = readonly [major: number, minor: number, patch: number];

/**
 * The first version that a text names: `16.4.6`, `^14.2.35`, `16.3.0-preview.9`, `~15`, `npm:next@15.5.0`.
 * Returns undefined for a text that names none, like `latest` or `catalog:`.
 */
export function parseVersion(text: string): Version | undefined {
  const found = /(?:^|[\s^~=<>v@])(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?/.exec(text);
  if (!found) return undefined;
  const [major = 0, minor = 0, patch = 0] = found
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  return [major, minor, patch];
}

export function atLeast(version: Version, wanted: string): boolean {
  const other = parseVersion(wanted) ?? [0, 0, 0];
  for (const index of [0, 1, 2] as const) {
    if (version[index] !== other[index]) return version[index] > other[index];
  }
  return true;
}
