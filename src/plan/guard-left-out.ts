import type { Warning } from "../model.js";
import { methods } from "../spec/methods.js";
import { urlOf } from "./locate.js";
import type { RouteFacts } from "./route-facts.js";
import type { RouteViewed } from "./route-view.js";
import type { Vicinity } from "./vicinity.js";

/**
 * The guard that the nearest handlers call by themselves, where it is none that another file could have: one that throws, or that is
 * told a parameter of their path. What is written in its place may let in whom they do not. Pure.
 */
export function guardLeftOut(
  { spec, location }: RouteFacts,
  { handlers }: Pick<RouteViewed, "handlers">,
  { habits, access = () => undefined }: Vicinity,
): Warning[] {
  const guarded = handlers.filter((handler) => handler.guard !== undefined);
  const [guard] = guarded.flatMap((handler) => handler.guard ?? []);
  if (spec.auth !== "any" || !guard) return [];
  const known = new Set(habits.neighbours.flatMap(({ guards }) => guards.map(({ name }) => name)));
  known.add(guard.check);
  for (const { path } of habits.neighbours) {
    const called = methods.flatMap((method) => {
      const seen = access(path, method);
      return seen?.kind === "guarded" && seen.by.endsWith("()") ? [seen.by] : [];
    });
    const [lost] = called.filter((by) => !known.has(by.slice(0, -2)));
    if (lost === undefined) continue;
    return [
      {
        code: "GUARD_LEFT_OUT",
        message: `${path} is guarded by ${lost}, which another file cannot be given as it stands: ${guarded.map(({ method }) => method).join(", ")} of ${urlOf(location.segments)} ${guarded.length === 1 ? "asks" : "ask"} ${guard.check}() instead. Check that nobody gets in who may not.`,
      },
    ];
  }
  return [];
}
