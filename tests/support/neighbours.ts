import type { RouteThere } from "../../src/model.js";
import { habitsOf, type Habits, type HabitWishes, type Neighbour } from "../../src/project/habits/habits.js";
import { shownBy } from "../../src/project/habits/neighbour.js";
import { nearestRoutes } from "../../src/project/habits/nearest.js";
import { routeFile } from "./route-there.js";

/** Route files as the neighbours of a folder, by their paths. */
export function neighboursIn(files: Readonly<Record<string, string>>, folder: string): Neighbour[] {
  return nearestRoutes(folder, Object.keys(files), { all: 4, dynamic: 2 }).map((near) => {
    const file = routeFile(files[near.path] ?? "", near.path);
    return { ...near, ...asKept(shownBy(file)) };
  });
}

/** What is shown as a run leaves it to the next one. */
export function asKept<Shown>(shown: Shown): Shown {
  return JSON.parse(JSON.stringify(shown)) as Shown;
}

/** What the last two files show: to the same one is added again and again, and in between to what became of it. */
const known = new Map<string, Neighbour[]>();

/** The habits that a file shows, to which something is added. */
export function habitsIn({ path, text }: RouteThere, wishes: HabitWishes = new Map()): Habits {
  const key = `${path}\n${text}`;
  const shows = known.get(key) ?? neighboursIn({ [path]: text }, path.split("/").slice(0, -1).join("/"));
  known.delete(key);
  known.set(key, shows);
  const [oldest] = known.keys();
  if (known.size > 2 && oldest !== undefined) known.delete(oldest);
  return habitsOf(shows, wishes);
}
