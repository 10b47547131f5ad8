import { inOrder, type Method } from "../../spec/methods.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteViewed } from "../route-view.js";
import type { AsWritten } from "./as-written.js";
import type { LeftOut } from "./testable.js";

/**
 * A route as a test of it sees it: the handlers that are written, and of those that are there the ones that are as they would be
 * written anew. Nothing is known of the others, and so there is no case of them. Pure.
 *
 * @param anew all of the route, as it would be in a new file.
 */
export function wholeRoute(
  facts: RouteFacts,
  viewed: RouteViewed,
  anew: () => RouteViewed,
  there: AsWritten | undefined,
): { viewed: RouteViewed; leftOut: LeftOut[] } {
  const { file, adds } = facts;
  const isNew = !file || file.syntax.program.body.length === 0;
  if (isNew || !there) return knownOf(viewed, facts, there);
  const whole = anew();
  const known = whole.handlers.filter(({ method }) => there.methods.has(method) && !adds.includes(method));
  const unknown = file.offered.filter(
    (method) => !there.methods.has(method) && !(method === "OPTIONS" && there.hasFallbacks),
  );
  const handlers = [...viewed.handlers, ...known];
  const { allow, ownsOptions, refused } = whole.view;
  const merged = knownOf(
    {
      ...viewed,
      handlers: inOrder(handlers.map(({ method }) => method)).flatMap((method) =>
        handlers.filter((handler) => handler.method === method),
      ),
      view: {
        ...viewed.view,
        ...(there.hasFallbacks ? { allow, ownsOptions, refused } : { ownsOptions: false, refused: [] }),
      },
    },
    facts,
    there,
  );
  return { viewed: merged.viewed, leftOut: [...leftOut(unknown, "what is there"), ...merged.leftOut] };
}

/** The same without the handlers of a data module that takes and gives something else than is known. */
function knownOf(
  viewed: RouteViewed,
  { data }: RouteFacts,
  there: AsWritten | undefined,
): ReturnType<typeof wholeRoute> {
  if (there?.data !== "nothing") return { viewed, leftOut: [] };
  const calling = viewed.handlers.filter(({ parts }) => parts.calls !== undefined);
  return {
    viewed: { ...viewed, handlers: viewed.handlers.filter((handler) => !calling.includes(handler)) },
    leftOut: leftOut(
      calling.map(({ method }) => method),
      data.path,
    ),
  };
}

function leftOut(methods: readonly Method[], what: string): LeftOut[] {
  return methods.length === 0 ? [] : [{ methods, why: `${what} is not what these options write` }];
}
