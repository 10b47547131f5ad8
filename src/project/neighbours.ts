import { noFindings, type Findings, type OpenFindings } from "../cache/findings.js";
import type { Project } from "../model.js";
import type { Tick } from "../progress.js";
import { remembered } from "../remembered.js";
import { parsedModule, readBytes } from "./existing-files.js";
import { habitsOf, type Habits, type HabitWishes, type Neighbour } from "./habits/habits.js";
import { nearestRoutes, type Near } from "./habits/nearest.js";

/**
 * How many of the nearest files are read. Over the 226 route files of five apps, each told from its neighbours, three told
 * as much as all of them did (94 % of what a file shows); four leave room for what only some files show.
 */
const enough = { all: 4, dynamic: 2 };

/**
 * Reads the route files around new ones, each file once.
 *
 * @param folder of a new route, relative to the root, with `/`.
 */
type ReadNeighbours = (folder: string) => Promise<Neighbour[]>;

/** What a route file shows wherever the new route goes. */
type Shown = Omit<Neighbour, keyof Near>;

/** Of how many files it is kept what they show: enough for the next routes beside the last ones, and read in a millisecond. */
const most = 24;

/** A reader of an app's route files. One that cannot be read or understood tells nothing; that is no fault of this run. */
function neighbourReader(root: string, routes: readonly string[], findings: Findings<Shown>): ReadNeighbours {
  const known = new Map<string, Promise<Shown | undefined>>();
  const read = (path: string) => {
    const found = known.get(path) ?? readFile(root, path, findings);
    known.set(path, found);
    return found;
  };
  return async (folder) => {
    const near = nearestRoutes(folder, routes, enough);
    const all = await Promise.all(near.map(async (place) => ({ place, read: await read(place.path) })));
    return all.flatMap(({ place, read: found }) => (found ? [{ ...place, ...found }] : []));
  };
}

async function readFile(root: string, path: string, findings: Findings<Shown>): Promise<Shown | undefined> {
  const bytes = readBytes(root, path);
  if (!(bytes instanceof Uint8Array)) return undefined;
  const known = findings.known(path, bytes);
  if (known) return known;
  const text = bytes.toString("utf8");
  const syntax = await parsedModule(path, text);
  if ("code" in syntax) return undefined;
  const { neighbourOf } = await import("./habits/neighbour.js");
  const shown = neighbourOf(path, text, syntax);
  findings.add(path, bytes, shown);
  return shown;
}

/**
 * How code is written in folders of an app.
 *
 * @param folders relative to the root, with `/`, each with what is to be there instead of what the app shows.
 */
export async function readHabits(
  { root, tree }: Pick<Project, "root" | "tree">,
  folders: ReadonlyMap<string, HabitWishes>,
  { tick, openFindings = noFindings }: { tick?: Tick; openFindings?: OpenFindings | undefined } = {},
): Promise<ReadonlyMap<string, Habits>> {
  if (tree.routes.length === 0)
    return new Map([...folders].map(([folder, wishes]) => [folder, alone(wishes)]));
  const findings = openFindings<Shown>(root, "neighbours", most);
  const neighboursOf = neighbourReader(root, tree.routes, findings);
  const habits = new Map<string, Habits>();
  for (const [folder, wishes] of folders) {
    const neighbours = await neighboursOf(folder);
    habits.set(folder, neighbours.length === 0 ? alone(wishes) : habitsOf(neighbours, wishes));
    tick?.(habits.size, folders.size);
  }
  findings.keep();
  return habits;
}

/** Where nothing is near, places differ in what is asked for, and that is mostly one for all. */
const alone = remembered((wishes: HabitWishes) => habitsOf([], wishes));
