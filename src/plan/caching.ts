import type { Project } from "../model.js";
import { methodTable, type Method } from "../spec/methods.js";

interface CachingFacts {
  readonly hasGet: boolean;
  /** Whether the GET reads something of the request: its headers, its URL, its parameters. */
  readonly getReadsRequest: boolean;
  /** Every method that the file exports, the refused ones too. */
  readonly exported: readonly Method[];
  readonly features: Project["features"];
  /** Whether the app is exported as static files: then a GET has to be run at build. */
  readonly isExported: boolean;
}

/** What keeps a GET from being run once, at build, and served stale ever after; or has it run there, in a static export. */
interface Caching {
  /** The line of segment config that does. */
  readonly dynamic: "force-dynamic" | "force-static" | undefined;
  /** `await connection()` does. */
  readonly waits: boolean;
}

/**
 * Nothing is needed where the GET reads the request, or where the file exports a method besides GET and HEAD: both make
 * it dynamic on every version, also if that method only answers 405. Measured with `next build` on 13.5 to 16.4.
 */
export function cachingOf(facts: CachingFacts): Caching {
  const { hasGet, getReadsRequest, exported, features } = facts;
  // Next 15 and 16 fail without it.
  if (facts.isExported) return { dynamic: hasGet ? "force-static" : undefined, waits: false };
  const thaws = exported.some((method) => methodTable[method].mutates || method === "OPTIONS");
  const isFrozen = hasGet && !getReadsRequest && !thaws;
  return {
    dynamic: isFrozen && features.has("staticGet") ? "force-dynamic" : undefined,
    waits: isFrozen && features.has("cacheComponents"),
  };
}
