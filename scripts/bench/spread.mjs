// The middle of what was measured, and how far it lies apart.

/**
 * @typedef {{ median: number, lower: number, upper: number }} Spread the median and the quartiles
 *
 * @param {readonly number[]} values at least one
 * @returns {Spread}
 */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}

/** `1.21 (1.15 to 1.30)`. @param {Spread} spread */
export function ratioText({ median, lower, upper }) {
  return `${median.toFixed(2)} (${lower.toFixed(2)} to ${upper.toFixed(2)})`;
}

/**
 * Measures pairs, one after the other, so that a slow minute of the machine is shared by both; the first warms the disk's cache.
 *
 * @param {number} count
 * @param {() => { base: number, tool: number }} pair
 * @returns {{ ratio: Spread, base: Spread, tool: Spread }}
 */
export function inPairs(count, pair) {
  pair();
  const taken = Array.from({ length: count }, pair);
  return {
    ratio: spreadOf(taken.map(({ base, tool }) => tool / base)),
    base: spreadOf(taken.map(({ base }) => base)),
    tool: spreadOf(taken.map(({ tool }) => tool)),
  };
}

/** What a run takes that has nothing of an earlier one. @param {{ ratio: Spread, tool: Spread }} first */
export function firstText({ ratio, tool }) {
  return `where nothing is left of an earlier run ${tool.median.toFixed(0)} ms, ${ratioText(ratio)}`;
}

/**
 * The exponent by which a cost grows, by least squares over the logarithms. 1 is linear.
 *
 * @param {readonly { size: number, cost: number }[]} points sizes and costs above 0, two at least
 * @returns {number}
 */
export function exponentOf(points) {
  const logs = points.map(({ size, cost }) => [Math.log(size), Math.log(cost)]);
  const mean = (/** @type {0 | 1} */ axis) =>
    logs.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const sum = (/** @type {(x: number, y: number) => number} */ of) =>
    logs.reduce((total, [x = 0, y = 0]) => total + of(x - meanX, y - meanY), 0);
  return sum((x, y) => x * y) / sum((x) => x * x);
}
