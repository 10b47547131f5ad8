import type { Double } from "./test-case.js";
import type { Tested } from "./tested.js";
import { usesCookies } from "./testable.js";

/** What stands in for functions of other modules while the tests run. Pure. */
export function standIns({ handlers, guard, facts, logger, powers, imports }: Tested, text: string): Double[] {
  const isGuarded = handlers.some((handler) => handler.guard);
  const waits = handlers.some(({ view }) => view.setup.includes("await connection();"));
  const log = facts.logger.imports.find(({ local }) => local === logger);
  return [
    ...(isGuarded ? (guard?.doubles ?? []) : []),
    ...(handlers.some(usesCookies) ? [ofNext("next/headers", "cookies", "jar")] : []),
    ...(waits ? [{ ...ofNext("next/server", "connection", "undefined"), keepsRest: true as const }] : []),
    ...(log && powers.replacesExports && new RegExp(`\\b${logger}\\b`).test(text)
      ? [{ ...log, source: imports.specifierOf(log.source), member: "", answers: "undefined", waits: false }]
      : []),
  ];
}

/** What Next.js knows of a request, and says only while it answers one. */
function ofNext(source: string, name: string, answers: string): Double {
  return { source, name, local: name, member: "", answers, waits: true };
}
