import type { Project, Warning } from "../model.js";
import type { Access, Handlers } from "../project/access/handlers.js";
import type { NextConfig } from "../project/next-defaults.js";
import { isMeant, type PublicPath } from "../spec/public-paths.js";
import { methodTable, type Method } from "../spec/methods.js";
import { inMatchOrder } from "./route-order.js";
import { unservedName } from "./unserved-names.js";
import { appParts } from "./url-files.js";
import { urlOfParts } from "./url-tree.js";

/** A handler of the app. */
export interface ListedHandler {
  readonly method: Method;
  readonly access: Access;
  /** Whether it has no guard that is seen, and is meant to be public. */
  readonly isAllowed: boolean;
}

/** A route file of the app. */
export interface ListedRoute {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  /** As Next.js serves it, with its basePath. */
  readonly url: string;
  readonly handlers: readonly ListedHandler[];
  /** The methods that are exported only to answer 405. */
  readonly refused: readonly Method[];
  /** Why there may be more handlers; undefined where everything was read. */
  readonly unread: string | undefined;
  /** Whether those would be meant to be public. */
  readonly isAllowed: boolean;
}

/** What was read of each route file. */
type ReadRoutes = ReadonlyMap<string, Handlers>;

/**
 * The route files of an app in the order in which Next.js matches them, and of two that answer one URL in that of their
 * paths. Pure.
 */
export function listingOf(
  read: ReadRoutes,
  { appDir, config }: Pick<Project, "appDir" | "config">,
  allowed: readonly PublicPath[],
): { routes: ListedRoute[]; warnings: Warning[] } {
  const found = [...read].map(([path, handlers]) => ({ path, handlers, parts: appParts(path, appDir) }));
  found.sort((a, b) => inMatchOrder(a.parts, b.parts) || (a.path < b.path ? -1 : 1));
  const used = new Set<PublicPath>();
  const allow = (url: string, method: Method | undefined): boolean => {
    const meant = allowed.filter((each) => isMeant(each, url, method));
    for (const each of meant) used.add(each);
    return meant.length > 0;
  };
  const routes = found.map(({ path, handlers, parts }): ListedRoute => {
    const url = servedAt(parts, config);
    return {
      path,
      url,
      refused: handlers.refused,
      unread: handlers.unread,
      isAllowed: handlers.unread !== undefined && allow(url, undefined),
      handlers: handlers.handlers.map(({ method, access }) => ({
        method,
        access,
        isAllowed: access.kind !== "guarded" && allow(url, method),
      })),
    };
  });
  const unused = allowed.filter((each) => !used.has(each));
  return {
    routes,
    warnings: [...sharedUrls(routes), ...found.flatMap(neverServed), ...unused.map(unusedWarning)],
  };
}

/** The URL of some segments as Next.js serves it: behind the basePath, which alone is the URL of the app folder itself. */
function servedAt(parts: readonly string[], { basePath }: Pick<NextConfig, "basePath">): string {
  return parts.length === 0 && basePath !== "" ? basePath : `${basePath}${urlOfParts(parts)}`;
}

/** The URLs of an app's route files, each once, in the order of a listing. */
export function routeUrls({ appDir, config, tree }: Pick<Project, "appDir" | "config" | "tree">): string[] {
  const found = tree.routes.map((path) => appParts(path, appDir)).sort(inMatchOrder);
  return [...new Set(found.map((parts) => servedAt(parts, config)))];
}

/**
 * Whether a handler is open to anyone who can reach the app, for all that is seen, and not meant to be. OPTIONS has to be: browsers
 * ask it without credentials. Source: Fetch, "CORS-preflight fetch".
 */
export function isOpen({ method, access, isAllowed }: ListedHandler): boolean {
  return access.kind !== "guarded" && !isAllowed && method !== "OPTIONS";
}

/** The same with the open handlers alone; what could not be read may be one. */
export function openRoutes(routes: readonly ListedRoute[]): ListedRoute[] {
  return routes
    .map((route) => ({ ...route, handlers: route.handlers.filter(isOpen), refused: [] }))
    .filter(({ handlers, unread, isAllowed }) => handlers.length > 0 || (unread !== undefined && !isAllowed));
}

/** Of those, what changes something, or may. */
export function openChanges(
  routes: readonly ListedRoute[],
): { route: ListedRoute; methods: readonly Method[]; why: string | undefined }[] {
  return openRoutes(routes).flatMap((route) => {
    const changing = route.handlers.filter(({ method }) => methodTable[method].mutates);
    const mayHaveMore = route.unread !== undefined && !route.isAllowed;
    if (changing.length === 0 && !mayHaveMore) return [];
    const unknown = changing.flatMap(({ access }) => (access.kind === "unknown" ? [access.why] : []));
    const why = mayHaveMore ? route.unread : unknown[0];
    return [{ route, methods: changing.map(({ method }) => method), why }];
  });
}

function sharedUrls(routes: readonly ListedRoute[]): Warning[] {
  const byUrl = new Map<string, string[]>();
  for (const { url, path } of routes) byUrl.set(url, [...(byUrl.get(url) ?? []), path]);
  return [...byUrl].flatMap(([url, paths]): Warning[] =>
    paths.length < 2
      ? []
      : [
          {
            code: "URL_SHARED",
            message: `${paths.join(" and ")} answer ${url}; Next.js serves one of them.`,
          },
        ],
  );
}

function neverServed({ path, parts }: { path: string; parts: readonly string[] }): Warning[] {
  const name = unservedName(parts);
  if (name === undefined) return [];
  return [
    {
      code: "NEVER_SERVED",
      message: `${path} is never served: Next.js finds the folder \`${name}\` in no URL.`,
    },
  ];
}

function unusedWarning({ text }: PublicPath): Warning {
  return {
    code: "ALLOW_UNUSED",
    message: `"${text}" is allowed to be public, and no handler without a guard has that path: leave it out.`,
  };
}
