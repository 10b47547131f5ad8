/** One value for each axis, by their positions. */
export type Row = readonly number[];

/**
 * A small set of rows in which every pair of values of two axes meets, unless no row that is let through has it. The rows
 * are built one by one: the first pair that is still missing, then for each other axis the value that brings the most
 * missing pairs. The same in, the same out. Pure.
 *
 * Source: Cohen, Dalal, Fredman, Patton: The AETG System (1997); greedy, without its random tries.
 *
 * @param sizes how many values each axis has.
 * @param complete a row as it may be, by changing values that are not fixed yet; undefined if there is none.
 */
export function coveringSet(
  sizes: readonly number[],
  complete: (row: Row, fixed: ReadonlySet<number>) => Row | undefined,
): Row[] {
  const missing = new Set<string>();
  for (const [one, values] of sizes.entries())
    for (let other = one + 1; other < sizes.length; other += 1)
      for (let a = 0; a < values; a += 1)
        for (let b = 0; b < (sizes[other] ?? 0); b += 1) missing.add(pair(one, a, other, b));

  const rows: Row[] = [];
  for (const start of missing) {
    const [one = 0, a = 0, other = 0, b = 0] = start.split(" ").map(Number);
    const fixed = new Map([
      [one, a],
      [other, b],
    ]);
    for (const [axis, values] of sizes.entries()) {
      if (fixed.has(axis)) continue;
      fixed.set(axis, bestValue(axis, values, fixed, missing));
    }
    const row = complete(
      sizes.map((_size, axis) => fixed.get(axis) ?? 0),
      new Set([one, other]),
    );
    missing.delete(start);
    if (!row) continue;
    for (const covered of pairsOf(row)) missing.delete(covered);
    rows.push(row);
  }
  return rows;
}

function bestValue(
  axis: number,
  values: number,
  fixed: ReadonlyMap<number, number>,
  missing: ReadonlySet<string>,
): number {
  const gains = Array.from({ length: values }, (_, value) => {
    let gain = 0;
    for (const [other, at] of fixed)
      if (missing.has(other < axis ? pair(other, at, axis, value) : pair(axis, value, other, at))) gain += 1;
    return gain;
  });
  return gains.indexOf(Math.max(...gains));
}

/** The pairs of values in a row, each as a text that no other pair has. */
export function pairsOf(row: Row): string[] {
  return row.flatMap((a, one) => row.slice(one + 1).map((b, index) => pair(one, a, one + 1 + index, b)));
}

function pair(one: number, a: number, other: number, b: number): string {
  return `${String(one)} ${String(a)} ${String(other)} ${String(b)}`;
}
