import type { Project } from "../model.js";
import type { Tick } from "../progress.js";
import { parsedModule, readText } from "./existing-files.js";
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

/** A reader of an app's route files. One that cannot be read or understood tells nothing; that is no fault of this run. */
function neighbourReader(root: string, routes: readonly string[]): ReadNeighbours {
  const known = new Map<string, Promise<Omit<Neighbour, keyof Near> | undefined>>();
  const read = (path: string) => {
    const found = known.get(path) ?? readFile(root, path);
    known.set(path, found);
    return found;
  };
  return async (folder) => {
    const near = nearestRoutes(folder, routes, enough);
    const all = await Promise.all(near.map(async (place) => ({ place, read: await read(place.path) })));
    return all.flatMap(({ place, read: found }) => (found ? [{ ...place, ...found }] : []));
  };
}

async function readFile(root: string, path: string): Promise<Omit<Neighbour, keyof Near> | undefined> {
  const text = readText(root, path);
  if (typeof text !== "string") return undefined;
  const syntax = await parsedModule(path, text);
  if ("code" in syntax) return undefined;
  const { neighbourOf } = await import("./habits/neighbour.js");
  return neighbourOf(path, text, syntax);
}

/**
 * How code is written in folders of an app.
 *
 * @param folders relative to the root, with `/`, each with what is to be there instead of what the app shows.
 */
export async function readHabits(
  { root, tree }: Pick<Project, "root" | "tree">,
  folders: ReadonlyMap<string, HabitWishes>,
  tick?: Tick,
): Promise<ReadonlyMap<string, Habits>> {
  const neighboursOf = neighbourReader(root, tree.routes);
  const habits = new Map<string, Habits>();
  // Where nothing is near, places differ in what is asked for, and that is mostly one for all.
  const alone = new Map<HabitWishes, Habits>();
  for (const [folder, wishes] of folders) {
    const neighbours = tree.routes.length === 0 ? [] : await neighboursOf(folder);
    const found = (neighbours.length === 0 ? alone.get(wishes) : undefined) ?? habitsOf(neighbours, wishes);
    if (neighbours.length === 0) alone.set(wishes, found);
    habits.set(folder, found);
    tick?.(habits.size, folders.size);
  }
  return habits;
}
