import type { Project } from "../model.js";
import type { CreateOptions } from "../options.js";
import type { FoundProject } from "../project/find-project.js";
import type { OwnTemplates } from "../project/own-templates.js";
import { ticksOf } from "../progress.js";
import { commit, type Committed } from "../write/commit.js";
import { writesOf } from "../write/file-write.js";
import { Overtaken } from "../write/lock.js";
import type { SeenState } from "../write/state-folder.js";
import type { Surroundings } from "./create.js";
import type { Prepared } from "./prepare.js";
import type { Wanted } from "./wanted.js";

/** A plan, and the project that it was made for. */
export interface Planned {
  readonly project: Project;
  readonly prepared: Prepared;
  /** What was seen of the project's state before the project was read. */
  readonly seen: SeenState | undefined;
}

/** What a plan was made of, beside the project: so it can be made again without a question. */
export interface Making {
  readonly found: FoundProject;
  readonly wanted: Wanted;
  readonly options: CreateOptions;
  readonly own: OwnTemplates;
  readonly here: Surroundings;
  /** The first plan, if somebody has seen it and agreed to it. */
  readonly agreed: Prepared | undefined;
}

/** The plan that was carried out, and what became of it. */
export type Written = Planned & { readonly committed: Committed };

/**
 * Writes what was planned; where another run has written to the project since it was read, what is planned for it now.
 *
 * @throws RunError those of the commit, and what is wrong with the plan by now.
 */
export async function writePlanned(planned: Planned, making: Making): Promise<Written> {
  try {
    return carryOut(planned, making);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    const { planAgain } = await import("./plan-again.js");
    return planAgain(making, carryOut);
  }
}

function carryOut(planned: Planned, { here: { statePlaces, tool, progress } }: Making): Written {
  const { project, prepared, seen } = planned;
  const tick = ticksOf(progress, "Writing");
  const committed = commit(writesOf(prepared.changes), {
    root: project.root,
    statePlaces,
    tool,
    seen,
    tick,
  });
  return { ...planned, committed };
}
