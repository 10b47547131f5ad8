import { expect } from "vitest";
import { methods, type Method } from "../../src/spec/methods.js";
import { jsonDocument } from "./json-document.js";
import { runTool } from "./run-tool.js";

/** A route as `list --json` has it. */
export interface ListedRoute {
  readonly path: string;
  readonly route: string;
  readonly handlers: readonly { readonly method: Method; readonly access: string; readonly guard?: string }[];
  readonly refused: readonly Method[];
  readonly unread?: string;
}

/** What the installed tool lists in an app. */
export async function listed(app: string): Promise<readonly ListedRoute[]> {
  const { code, stdout, stderr } = await runTool(app, ["list", "--json"]);
  expect(code, stderr).toBe(0);
  return (jsonDocument(stdout) as { routes: ListedRoute[] }).routes;
}

/**
 * Asks every listed route for every method, and holds the answers to what is listed: what is offered is not 405, and everything
 * else is. HEAD follows from GET, and Next.js answers OPTIONS itself where no file exports it.
 *
 * @param optionsNeedGet whether that OPTIONS is there only beside a GET, as in Next.js 13.
 * @returns how many answers there were.
 */
export async function heldToTheApp(
  routes: readonly ListedRoute[],
  url: string,
  { optionsNeedGet }: { optionsNeedGet: boolean },
): Promise<number> {
  const asked = routes.flatMap((route) => methods.map((method) => ({ route, method })));
  for (const { route, method } of asked) {
    const place = placeOf(route.route);
    const response = await fetch(`${url}${place}`, { method, redirect: "manual" });
    const text = await response.text();
    const isAnswered = answers(route, method, optionsNeedGet);
    const at = `${method} ${place} (${route.path}): ${String(response.status)}`;
    expect(response.status === 405, at).toBe(!isAnswered);
    // A route's own 404 is no page.
    expect(response.status === 404 && text.startsWith("<!DOCTYPE"), at).toBe(false);
  }
  return asked.length;
}

function answers({ handlers, refused }: ListedRoute, method: Method, optionsNeedGet: boolean): boolean {
  const offered = handlers.map((each) => each.method);
  if (offered.includes(method)) return true;
  if (refused.includes(method)) return false;
  if (method === "HEAD") return offered.includes("GET");
  const exported = [...offered, ...refused];
  return method === "OPTIONS" && (!optionsNeedGet || exported.includes("GET"));
}

/** A URL of a route; what is asked for is nobody's. */
function placeOf(route: string): string {
  return route
    .replace(/\/\[\[\.\.\.[^\]]+\]\]/, "")
    .replace(/\[\.\.\.[^\]]+\]/, "a/b")
    .replaceAll(/\[[^\]]+\]/g, "none");
}
