import type { NextConfig } from "./next-defaults.js";
import { atLeast, type Version } from "./version.js";

/**
 * What a Next.js version does, as far as generated code depends on it. Code asks for a feature, never for a version.
 *
 * `since` is the first version that has it, `until` the first that no longer has it, `config` an option of
 * next.config that switches it on. Each row was measured with `next build` and `next start` on 13.5, 14.2, 15.5 and
 * 16.4; the tests run the same again.
 */
export const nextFeatures = {
  /** The `params` of the second argument is a Promise; read without `await` it is `undefined` in 16. */
  promiseParams: { since: "15.0.0" },
  /** The global type `RouteContext<"/api/posts/[id]">`, which `next dev`, `next build` and `next typegen` write. */
  routeContext: { since: "15.5.0" },
  /** A GET that reads nothing of the request is run once at build and served stale, unless told otherwise. */
  staticGet: { until: "15.0.0" },
  /** OPTIONS of a route without a GET is answered 405, and not by Next.js. */
  lostOptions: { until: "14.0.0" },
  /** GETs are prerendered, segment config is a build error, `await connection()` waits for a request. */
  cacheComponents: { since: "16.0.0", config: "cacheComponents" },
  /** The tree of routes is looked at by nobody before requests come in; if it is broken, all of them fail. */
  lateTreeErrors: { since: "15.0.0", until: "16.0.0" },
  /** The build compares the URLs of all routes; what it overlooks ends `next start`. */
  comparedUrls: { since: "16.0.0" },
  /** What runs before the handlers stands in proxy.ts; middleware.ts, the only name before, is the old one. */
  proxyFile: { since: "16.0.0" },
  /** The build refuses an app and a pages folder that do not lie side by side. */
  pagesBesideApp: { since: "16.0.0" },
} as const satisfies Record<string, NextFeature>;

interface NextFeature {
  readonly since?: string;
  readonly until?: string;
  readonly config?: "cacheComponents";
}

export type FeatureName = keyof typeof nextFeatures;

/** The versions that the tests cover: older ones may work, newer ones are taken to be like the newest. */
export const testedVersions = { oldest: "13.5.0", newestMajor: 16 } as const;

/** Route handlers came with this version. Source: Next.js 13.2 release notes. */
export const firstWithRouteHandlers = "13.2.0";

/**
 * The features of a version.
 *
 * @param version what was found; `undefined` stands for the newest.
 * @param config what next.config says.
 */
export function featuresOf(
  version: Version | undefined,
  config: Pick<NextConfig, "cacheComponents">,
): ReadonlySet<FeatureName> {
  const has = ({ since, until, config: option }: NextFeature) =>
    (since === undefined || version === undefined || atLeast(version, since)) &&
    (until === undefined || (version !== undefined && !atLeast(version, until))) &&
    (option === undefined || config[option]);
  const names = Object.keys(nextFeatures) as FeatureName[];
  return new Set(names.filter((name) => has(nextFeatures[name])));
}
