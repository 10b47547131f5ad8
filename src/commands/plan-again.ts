import { RunError } from "../errors.js";
import { inspect } from "../project/inspect.js";
import { nodeDisk } from "../write/disk.js";
import { Overtaken } from "../write/lock.js";
import { seeState } from "../write/state-folder.js";
import { prepare } from "./prepare.js";
import { failWithoutProject } from "./without-project.js";
import type { Making, Planned, Written } from "./write-planned.js";

/** How often a plan is made anew. Each time another run has come to its end, so this many would have to be at work at once. */
const rounds = 100;

/**
 * Reads the project again and makes the plan anew, as if this run had begun after the other one: what the two write may clash,
 * or be the same, or add up, and only a plan that knows of both can tell.
 *
 * @param carryOut writes a plan, or throws `Overtaken` once more.
 * @throws RunError what is wrong with the plan by now; `PROJECT_BUSY` if others are quicker each time.
 */
export async function planAgain(
  making: Making,
  carryOut: (planned: Planned, making: Making) => Written,
): Promise<Written> {
  const { found, wanted, options, own, here, agreed } = making;
  // What is replaced has to be what was shown to who agreed; an addition takes nothing away.
  const isFixed = agreed !== undefined && options.force === true;
  const told = new Set(agreed?.warnings.map(({ message }) => message));
  for (let round = 0; !isFixed && found.root !== undefined && round < rounds; round += 1) {
    const seen = seeState(here.statePlaces, found.root, nodeDisk);
    const { project, problems } = await inspect(found, options.base);
    if (!project) failWithoutProject(problems);
    const prepared = await prepare(wanted, project, options, { ...here, own });
    try {
      const warnings = prepared.warnings.filter(({ message }) => !told.has(message));
      return carryOut({ project, prepared: { ...prepared, warnings }, seen }, making);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new RunError([
    {
      code: "PROJECT_BUSY",
      message: "Another run of create-api-route wrote to this project while this one was at work.",
      hint: "Run the command again.",
    },
  ]);
}
