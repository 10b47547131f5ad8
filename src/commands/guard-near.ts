import type { OpenFindings } from "../cache/findings.js";
import type { Project } from "../model.js";
import { valueOf } from "../project/habits/habits.js";
import { readHabits } from "../project/neighbours.js";

/**
 * The guard that the routes nearest to a folder have, as the habit `guard` names it; undefined where they have none.
 *
 * @param folder relative to the project root, with `/`.
 * @param openFindings what earlier runs found.
 */
export async function guardNear(
  folder: string,
  project: Project,
  openFindings: OpenFindings | undefined,
): Promise<string | undefined> {
  const habits = (await readHabits(project, new Map([[folder, new Map()]]), { openFindings })).get(folder);
  const guard = habits && valueOf(habits, "guard");
  return guard === "none" ? undefined : guard;
}
