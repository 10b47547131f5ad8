import type { Method } from "../../spec/methods.js";
import { runnerOf, type RunnerName } from "../../spec/tests.js";
import type { HandlerViewed } from "../handler-view.js";
import type { RouteFacts } from "../route-facts.js";
import { casesOf } from "./cases/cases.js";
import type { GuardTests, RunnerPowers } from "./guard-tests.js";
import type { Tested } from "./tested.js";

/** Handlers that a test has no cases for, and why: the end of a sentence. */
export interface LeftOut {
  readonly methods: readonly Method[];
  readonly why: string;
}

/** Whether a handler works with the cookies of the request by itself. */
export function usesCookies({ parts }: HandlerViewed): boolean {
  return parts.partial.startsWith("cookies/");
}

/** Whether they do so behind a guard that reads those cookies too. */
export function sharesCookies({ handlers, guard }: Pick<Tested, "handlers" | "guard">): boolean {
  const isRead =
    guard?.doubles?.some(({ source, name }) => source === "next/headers" && name === "cookies") === true;
  return isRead && handlers.some(usesCookies);
}

/** Which handlers a test can call, and why it cannot call the others. Pure. */
export function testable(
  handlers: readonly HandlerViewed[],
  {
    guard,
    powers,
    name,
    facts,
  }: { guard: GuardTests | undefined; powers: RunnerPowers; name: RunnerName; facts: RouteFacts },
): { handlers: HandlerViewed[]; leftOut: LeftOut[] } {
  const why = (handler: HandlerViewed): string | undefined => {
    const { wrapper, takes } = handler.shape;
    if (wrapper?.model !== undefined || !takes)
      return `they go through ${wrapper?.name ?? "a wrapper"}, and what that asks for is not known`;
    if (!Object.hasOwn(casesOf, handler.parts.partial)) return "what they answer is the template's own";
    if (handler.guard && !guard) {
      return powers.replacesExports
        ? `what would let a test past ${handler.guard.check}() is not known`
        : `${runnerOf(name).title} cannot stand in for ${handler.guard.check}()`;
    }
    const isKept = handler.parts.calls !== undefined && !powers.replacesExports;
    if (isKept && facts.resource.source.isInMemory !== true)
      return `${runnerOf(name).title} cannot stand in for the data module`;
    const needsNext = usesCookies(handler) || handler.view.setup.includes("await connection();");
    if (needsNext && !powers.replacesNext)
      return `${runnerOf(name).title} cannot stand in for what Next.js knows of a request in an ES module`;
    return undefined;
  };
  const reasons = new Map<string, Method[]>();
  for (const handler of handlers) {
    const reason = why(handler);
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), handler.method]);
  }
  return {
    handlers: handlers.filter((handler) => why(handler) === undefined),
    leftOut: [...reasons].map(([reason, methods]) => ({ methods, why: reason })),
  };
}
