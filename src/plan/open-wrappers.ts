import type { Habits } from "../project/habits/habits.js";

/**
 * The wrappers near a route that tell who calls and let everybody in: each handler in one turns strangers away by itself. Around a
 * handler that does not, it would look like a guard and be none. Source: Auth.js, "Protecting Resources": `auth()` around a handler sets
 * `req.auth`, or leaves it null. Pure.
 *
 * @param wrapper the one that the route's own guard needs, which is none of these.
 */
export function openWrappers(
  { neighbours }: Pick<Habits, "neighbours">,
  wrapper: string | undefined,
): ReadonlySet<string> {
  const names = new Set(neighbours.flatMap(({ guards }) => guards.flatMap((guard) => guard.wrapper ?? [])));
  const isOpen = (name: string) => {
    const guards = neighbours.flatMap((each) => each.guards.filter((guard) => guard.wrapper === name));
    const wrapped = neighbours.flatMap((each) =>
      each.wrapped.filter(({ form }) => form.wrapper?.name === name),
    );
    return name !== wrapper && guards.length >= wrapped.length;
  };
  return new Set([...names].filter(isOpen));
}
