import path from "node:path";
import autocannon from "autocannon";
import fs from "fs-extra";
import { buildApp, copyInstalledApp, startApp } from "../next-app.mjs";
import { runOrFail } from "../run.mjs";
import { ratioText, spreadOf } from "./spread.mjs";

const goal = 0.97;
/** What V8 makes of two handlers differs from server to server more than from round to round. */
const servers = 6;
/** Many and short: what else the machine does falls on both of a pair. */
const rounds = 12;
/** Of one round, for each handler, in seconds. */
const duration = 1;
/** Autocannon counts and ends at such steps alone, in milliseconds. */
const sampleInt = 20;
const places = { tool: "/api/posts", base: "/api/smallest" };

/** The smallest handler that answers what the generated one does: nothing is looked up, checked or caught. */
const smallest = `const page = { items: [], page: 1, limit: 20, total: 0 };

export const dynamic = "force-dynamic";

export function GET() {
  return Response.json(page);
}
`;

/** The requests per second of a generated GET and of the smallest handler, in the same servers, by turns. @type {import("./figures.mjs").Measure} */
export async function load({ scratch, bin }) {
  const app = path.join(scratch, "load");
  await copyInstalledApp("example", app);
  // Without its cacheComponents, which refuse the segment config of the other handler.
  await fs.writeFile(path.join(app, "next.config.ts"), "export default {};\n");
  await runOrFail(process.execPath, [bin, "posts", "--yes"], {
    cwd: app,
    env: { XDG_STATE_HOME: path.join(scratch, "state") },
  });
  await fs.outputFile(path.join(app, "app/api/smallest/route.ts"), smallest);
  const built = await buildApp(app);
  if (built.code !== 0) throw new Error(built.stdout + built.stderr);
  const rates = [];
  for (let count = 0; count < servers; count += 1) rates.push(...(await ratesOf(app, count)));
  const ratio = spreadOf(rates.map(({ tool, base }) => tool / base));
  const [tool, base] = [spreadOf(rates.map((rate) => rate.tool)), spreadOf(rates.map((rate) => rate.base))];
  return [
    {
      what: "a generated GET under load, served by `next start`",
      against: "the smallest hand-written handler with the same answer",
      goal: `≥ ${String(goal)}`,
      found: ratioText(ratio),
      isReached: ratio.median >= goal,
      detail: `${tool.median.toFixed(0)} requests per second, and ${base.median.toFixed(0)} of the other`,
    },
  ];
}

/**
 * The requests per second of both, a pair for each round.
 *
 * @param {string} app built
 * @param {number} turn who goes first has the colder processor, and the code that is made for it alone: by turns
 */
async function ratesOf(app, turn) {
  const server = await startApp(app);
  try {
    const rateOf = async (/** @type {string} */ place) => {
      const { requests, start, finish, non2xx, errors } = await autocannon({
        url: `${server.url}${place}`,
        connections: 10,
        duration,
        sampleInt,
      });
      if (non2xx + errors > 0)
        throw new Error(`${place}: ${String(non2xx)} other answers, ${String(errors)} errors`);
      return (requests.total * 1000) / (finish.getTime() - start.getTime());
    };
    const rates = [];
    // The first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const isToolFirst = (round + turn) % 2 === 0;
      const first = await rateOf(isToolFirst ? places.tool : places.base);
      const second = await rateOf(isToolFirst ? places.base : places.tool);
      rates.push(isToolFirst ? { tool: first, base: second } : { tool: second, base: first });
    }
    return rates.slice(1);
  } finally {
    await server.stop();
  }
}
