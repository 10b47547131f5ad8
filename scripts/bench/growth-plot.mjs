// The growth of the costs as a picture: both axes in powers of ten, one line for each series.

const width = 640;
const height = 400;
const edge = { left: 70, right: 20, top: 40, bottom: 50 };
const colors = ["#2563eb", "#ea580c"];

/**
 * @param {readonly import("./growth.mjs").Series[]} all
 * @returns {string} the text of an SVG, to be read on light and on dark paper
 */
export function growthPlot(all) {
  const sizes = all.flatMap(({ points }) => points.map(({ size }) => size));
  const times = all.flatMap(({ points }) => points.map(({ milliseconds }) => milliseconds));
  const [left, right] = [decade(Math.min(...sizes), Math.floor), decade(Math.max(...sizes), Math.ceil)];
  const [low, high] = [decade(Math.min(...times), Math.floor), decade(Math.max(...times), Math.ceil)];
  const x = (/** @type {number} */ size) =>
    edge.left + ((Math.log10(size) - left) / (right - left)) * (width - edge.left - edge.right);
  const y = (/** @type {number} */ time) =>
    height - edge.bottom - ((Math.log10(time) - low) / (high - low)) * (height - edge.top - edge.bottom);
  const vertical = powers(left, right).map(
    (size) =>
      `<line class="grid" x1="${at(x(size))}" y1="${at(y(10 ** high))}" x2="${at(x(size))}" y2="${at(y(10 ** low))}"/>` +
      `<text x="${at(x(size))}" y="${at(height - edge.bottom + 18)}" text-anchor="middle">${size.toLocaleString("en")}</text>`,
  );
  const horizontal = powers(low, high).map(
    (time) =>
      `<line class="grid" x1="${at(edge.left)}" y1="${at(y(time))}" x2="${at(width - edge.right)}" y2="${at(y(time))}"/>` +
      `<text x="${at(edge.left - 8)}" y="${at(y(time) + 4)}" text-anchor="end">${timeText(time)}</text>`,
  );
  const lines = all.map(({ name, points, exponent }, index) => {
    const color = colors[index % colors.length] ?? "currentColor";
    const path = points.map(({ size, milliseconds }) => `${at(x(size))},${at(y(milliseconds))}`);
    const legend = edge.top - 20 + index * 16;
    return [
      `<polyline fill="none" stroke="${color}" stroke-width="2" points="${path.join(" ")}"/>`,
      ...path.map((point) => `<circle fill="${color}" r="3.5" cx="${point.replace(",", '" cy="')}"/>`),
      `<text x="${at(edge.left + 10)}" y="${at(legend)}" fill="${color}" style="fill:${color}">${name}: exponent ${exponent.toFixed(2)}</text>`,
    ].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-label="How the time of a run grows">
<style>
  text { font: 12px system-ui, sans-serif; fill: #1f2937; }
  .grid { stroke: #9ca3af; stroke-opacity: 0.4; }
  @media (prefers-color-scheme: dark) { text { fill: #e5e7eb; } }
</style>
${[...vertical, ...horizontal, ...lines].join("\n")}
<text x="${at((edge.left + width - edge.right) / 2)}" y="${at(height - 10)}" text-anchor="middle">routes</text>
<text transform="translate(16 ${at((edge.top + height - edge.bottom) / 2)}) rotate(-90)" text-anchor="middle">whole process</text>
</svg>
`;
}

/** @param {number} value @param {(value: number) => number} round */
function decade(value, round) {
  return round(Math.log10(value));
}

/** @param {number} from @param {number} to */
function powers(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
}

/** @param {number} milliseconds */
function timeText(milliseconds) {
  return milliseconds >= 1000
    ? `${(milliseconds / 1000).toLocaleString("en")} s`
    : `${String(milliseconds)} ms`;
}

/** @param {number} place */
function at(place) {
  return place.toFixed(1);
}
