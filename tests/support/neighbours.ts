import type { RouteThere } from "../../src/model.js";
import { guardsIn } from "../../src/project/habits/guards.js";
import { habitsOf, type Habits, type HabitWishes, type Neighbour } from "../../src/project/habits/habits.js";
import { nearestRoutes } from "../../src/project/habits/nearest.js";
import { signsOf } from "../../src/project/habits/signs.js";
import { routeFile } from "./route-there.js";

/** Route files as the neighbours of a folder, by their paths. */
export function neighboursIn(files: Readonly<Record<string, string>>, folder: string): Neighbour[] {
  return nearestRoutes(folder, Object.keys(files), { all: 4, dynamic: 2 }).map((near) => {
    const file = routeFile(files[near.path] ?? "", near.path);
    return { ...near, file, signs: signsOf(file), guards: guardsIn(file) };
  });
}

/** What a file that is there shows; the same one is added to again and again. */
let known: { there: Pick<RouteThere, "path" | "text">; shows: Neighbour[] } | undefined;

/** The habits that a file shows, to which something is added. */
export function habitsIn({ path, text }: RouteThere, wishes: HabitWishes = new Map()): Habits {
  if (known?.there.path !== path || known.there.text !== text) {
    const shows = neighboursIn({ [path]: text }, path.split("/").slice(0, -1).join("/"));
    known = { there: { path, text }, shows };
  }
  return habitsOf(known.shows, wishes);
}
