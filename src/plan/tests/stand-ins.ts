import type { Double } from "./test-case.js";
import type { Tested } from "./tested.js";
import { sharesCookies, usesCookies } from "./testable.js";

/** What stands in for functions of other modules while the tests run. Pure. */
export function standIns(tested: Tested, text: string): Double[] {
  const { handlers, guard, facts, logger, powers, imports } = tested;
  const isShared = sharesCookies(tested);
  const isGuarded = handlers.some((handler) => handler.guard);
  const waits = handlers.some(({ view }) => view.setup.includes("await connection();"));
  const { client, imports: needed } = facts.resource.source;
  const usesData =
    facts.role.data !== undefined && facts.role.data.searches !== true && tested.data !== undefined;
  const sharesModule = needed.some(({ source, name }) => source === client?.source && name !== client.name);
  const log = facts.logger.imports.find(({ local }) => local === logger);
  return [
    ...(isGuarded ? (guard?.doubles ?? []) : []).map((double) =>
      isShared && double.name === "cookies" ? { ...double, answers: "jar" } : double,
    ),
    ...(client && usesData
      ? [
          {
            ...client,
            source: imports.dataSpecifierOf(client.source),
            member: "",
            answers: undefined,
            waits: false,
            ...(sharesModule ? { keepsRest: true as const } : {}),
          },
        ]
      : []),
    ...(handlers.some(usesCookies) && !isShared ? [ofNext("next/headers", "cookies", "jar")] : []),
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
