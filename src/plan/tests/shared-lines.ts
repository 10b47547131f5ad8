import { dataView, scopeOf } from "../data-module.js";
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
  const { facts, viewed, path, body, one, parents, guard, handlers } = tested;
  const { jar } = tested.runner;
  const isNext = handlers.some((handler) => !usesBody(handler.parts) && requestClass(handler) === "NextRequest");
  const type = isNext ? "NextRequest" : "Request";
  const headers = handlers.some((handler) => handler.guard) ? guard?.headers : undefined;
  const id = `id: ${JSON.stringify(path.id)}`;
  const params = viewed.view.promiseParams ? `Promise.resolve(${path.params})` : path.params;
  const constants: [name: string, value: string | undefined][] = [
    ["url", JSON.stringify(`http://localhost${path.url}`)],
    ["headers", headers],
    ["request", `new ${type}(url${headers === undefined ? "" : ", { headers }"})`],
    ["context", facts.parameters.length === 0 ? undefined : `{ params: ${params} }`],
    ...Object.entries(guard?.values ?? {}),
    ["jar", handlers.some(usesCookies) ? `{ ${sharesCookies(tested) ? "...caller" : jar.get}, ${jar.rest} }` : undefined],
    ["input", body.input],
    ["changes", body.changes],
    [one, facts.role.data && `{ ...input, ${[id, ...parents].join(", ")} }`],
    ["found", foundIn(tested)],
    ["failure", 'new Error("The work failed")'],
  ];
  const lines: string[] = [];
  let used = text;
  for (const [name, value] of constants.toReversed()) {
    if (value === undefined || !uses(used, name)) continue;
    const line = `const ${name} = ${value};`;
    lines.unshift(line);
    used += `\n${value}`;
  }
  return lines.length === 0 ? [] : [...lines, ""];
}

/** What a search finds: where its function is answered for, one item; else those of the sample rows that belong to the path. */
function foundIn({ facts, one, path, powers }: Tested): string | undefined {
  const { role, data, location, parameters } = facts;
  if (role.data?.template !== "search/data.ts") return undefined;
  if (powers.replacesExports) return `{ items: [${one}], page: 1, limit: 20, total: 1 }`;
  const isAll = scopeOf(parameters, role).every(({ local }) => path.values.get(local) === '"1"');
  const [first = ""] = dataView(data, location, parameters, role, role.data).samples;
  return `{ items: [${isAll ? first : ""}], page: 1, limit: 20, total: ${isAll ? "1" : "0"} }`;
}
