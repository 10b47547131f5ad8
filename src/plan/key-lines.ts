import type { AnswerTexts } from "./answer-texts.js";
import { scopeOf } from "./data-module.js";
import type { RouteFacts } from "./route-facts.js";
import type { RouteNames } from "./route-names.js";
import type { HandlerParts } from "./roles.js";

/** The lines that check the keys in the path, each with an early return. HEAD is answered without a body. Pure. */
export function keyLines(
  { params, readsJson }: HandlerParts,
  { parameters, role }: Pick<RouteFacts, "parameters" | "role">,
  { resource, id, checks }: RouteNames,
  answers: AnswerTexts,
  isHead: boolean,
): string[] {
  const parents = scopeOf(parameters, role).filter(({ meaning }) => checks.parents.includes(meaning));
  const checksId = checks.own && role.id === "parameter" && params === "all" && readsJson !== "id";
  const refused = (variable: string) =>
    isHead
      ? answers.plain("null", { status: 400 })
      : answers.error(`Invalid ${resource.label}`, 400, { issues: `${variable}.issues` });
  const check = (variable: string, parse: string, keys: readonly string[]) => [
    `const ${variable} = ${parse}(${keys.join(", ")});`,
    `if (!${variable}.success) {`,
    `  return ${refused(variable)};`,
    "}",
  ];
  return [
    ...(params !== undefined && parents.length > 0
      ? check(
          "parents",
          resource.parseParents,
          parents.map(({ local }) => local),
        )
      : []),
    ...(checksId ? check("key", resource.parseKey, [id]) : []),
  ];
}

/** The functions of the data module that check the keys of a handler. */
export function keyCalls(
  { params, readsJson, calls }: HandlerParts,
  { role, parameters }: Pick<RouteFacts, "parameters" | "role">,
  { checks }: RouteNames,
): ("parseKey" | "parseParents")[] {
  const hasParents = scopeOf(parameters, role).some(({ meaning }) => checks.parents.includes(meaning));
  const readsKey = calls !== undefined && (role.id === "parameter" ? params === "all" : readsJson === "id");
  return [
    ...(params !== undefined && hasParents ? (["parseParents"] as const) : []),
    ...(checks.own && readsKey ? (["parseKey"] as const) : []),
  ];
}
