import { pageBounds } from "../page-bounds.js";
import { dataView } from "../data-view.js";
import { requestClass, usesBody } from "./scene.js";
import { uses } from "./uses.js";
import type { Tested } from "./tested.js";
import { sharesCookies, usesCookies } from "./testable.js";

/**
 * The constants that cases share, in the order in which they need one another; only those that are used. Pure.
 *
 * @param text of the cases, and of what is done around them.
 */
export function sharedLines(tested: Tested, text: string): string[] {
  const { facts, viewed, path, body, one, guard, handlers } = tested;
  const { jar } = tested.runner;
  const isNext = handlers.some(
    (handler) => !usesBody(handler.parts) && requestClass(handler) === "NextRequest",
  );
  const type = isNext ? "NextRequest" : "Request";
  const headers = handlers.some((handler) => handler.guard) ? guard?.headers : undefined;
  const isSearch = facts.role.data?.searches === true;
  const typed = body.isTyped && !isSearch;
  const contextOf = (params: string | undefined) =>
    params && `{ params: ${viewed.view.promiseParams ? `Promise.resolve(${params})` : params} }`;
  const constants: [name: string, value: string | undefined, type?: string | undefined][] = [
    ["url", JSON.stringify(`http://localhost${path.url}`)],
    ["headers", headers],
    ["request", `new ${type}(url${headers === undefined ? "" : ", { headers }"})`],
    ["context", facts.parameters.length === 0 ? undefined : contextOf(path.params)],
    ["wrongContext", contextOf(path.wrongId)],
    ["wrongParents", contextOf(path.wrongParents)],
    ...Object.entries(guard?.values ?? {}),
    [
      "jar",
      handlers.some(usesCookies)
        ? `{ ${sharesCookies(tested) ? "...caller" : jar.get}, ${jar.rest} }`
        : undefined,
    ],
    ["input", body.input, typed ? viewed.names.resource.newType : undefined],
    ["changes", body.changes, typed ? `Partial<${viewed.names.resource.newType}>` : undefined],
    [
      one,
      facts.role.data && itemIn(tested),
      isSearch && body.isTyped ? viewed.names.resource.type : undefined,
    ],
    ["changed", `{ ...${one}, ...changes }`],
    ["found", foundIn(tested)],
    ["failure", 'new Error("The work failed")'],
  ];
  const lines: string[] = [];
  let used = text;
  for (const [name, value, declared] of constants.toReversed()) {
    if (value === undefined || !uses(used, name)) continue;
    const line = `const ${name}${declared === undefined ? "" : `: ${declared}`} = ${value};`;
    lines.unshift(line);
    used += `\n${value}`;
  }
  const helper = uses(text, "asJson") ? asJson : [];
  return lines.length + helper.length === 0 ? [] : [...lines, "", ...helper];
}

/** An item as the data module answers it. A search has no type for what one is made from. */
function itemIn({ facts, path, body, parents }: Tested): string {
  const keys = [`${facts.resource.source.id.name}: ${path.id}`, ...parents].join(", ");
  return facts.role.data?.searches === true
    ? `${body.input.slice(0, -2)}, ${keys} }`
    : `{ ...input, ${keys} }`;
}

const asJson = [
  "function asJson(value: unknown): unknown {",
  "  return JSON.parse(JSON.stringify(value));",
  "}",
  "",
];

/** What a search finds, or a page has: where its function is answered for, one item; else those of the sample rows that belong to the path. */
function foundIn({ facts, one, path, powers }: Tested): string | undefined {
  const { role, data } = facts;
  if (!role.data) return undefined;
  const { maxLimit, usualLimit } = pageBounds;
  const limit = String(facts.resource.isExported ? maxLimit : usualLimit);
  if (powers.replacesExports || role.data.searches !== true)
    return `{ items: [${one}], page: 1, limit: ${limit}, total: 1 }`;
  const isAll = path.parents.every(({ value }) => value === '"1"');
  const [first = ""] = dataView({ ...facts, module: data, data: role.data }).samples;
  return `{ items: [${isAll ? first : ""}], page: 1, limit: ${limit}, total: ${isAll ? "1" : "0"} }`;
}
