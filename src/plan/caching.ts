import type { Project } from "../model.js";
import { methodTable, type Method } from "../spec/methods.js";

interface CachingFacts {
  readonly hasGet: boolean;
  /** Whether the GET reads something of the request: its headers, its URL, its parameters. */
  readonly getReadsRequest: boolean;
  /** Every method that the file exports, the refused ones too. */
  readonly exported: readonly Method[];
  readonly features: Project["features"];
}

/** What keeps a GET from being run once, at build, and served stale ever after. */
interface Caching {
  /** A line of segment config does. */
  readonly forcesDynamic: boolean;
  /** `await connection()` does. */
  readonly waits: boolean;
}

/**
 * Nothing is needed where the GET reads the request, or where the file exports a method besides GET and HEAD: both make
 * it dynamic on every version, also if that method only answers 405. Measured with `next build` on 13.5 to 16.4.
 */
export function cachingOf({ hasGet, getReadsRequest, exported, features }: CachingFacts): Caching {
  const thaws = exported.some((method) => methodTable[method].mutates || method === "OPTIONS");
  const isFrozen = hasGet && !getReadsRequest && !thaws;
  return {
    forcesDynamic: isFrozen && features.has("staticGet"),
    waits: isFrozen && features.has("cacheComponents"),
  };
}
