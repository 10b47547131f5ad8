import type { Problem } from "../errors.js";

/**
 * The ending of a route file that Next.js takes and that can hold TypeScript: with `pageExtensions: ["page.tsx",
 * "api.ts"]` a `route.ts` is ignored, and `route.api.ts` served. Measured on 14 and 16. Pure.
 *
 * @param pageExtensions as next.config has them, without the leading dot.
 * @param wanted the ending that is best where Next.js takes it.
 */
export function fileEnding(pageExtensions: readonly string[], wanted: "ts" | "tsx"): string | Problem {
  const endings = pageExtensions.filter(
    (ending) => /(^|\.)tsx?$/.test(ending) && !/(^|\.)d\.ts$/.test(ending),
  );
  const [best] = endings.toSorted((a, b) => rank(a, wanted) - rank(b, wanted));
  return (
    best ?? {
      code: "PAGE_EXTENSIONS",
      message: `next.config has pageExtensions ${JSON.stringify(pageExtensions)}: none of them can end the name of a route in TypeScript.`,
      hint: 'Add one that can, e.g. "ts", or "api.ts" for files like route.api.ts.',
    }
  );
}

/** The language first; then the ending without more in it, or one that speaks of routes; then the order of the config. */
function rank(ending: string, wanted: string): number {
  const language = ending.split(".").at(-1) === wanted ? 0 : 4;
  if (ending === wanted) return language;
  if (!ending.includes(".")) return language + 2;
  return language + (/(^|\.)(api|routes?|handlers?|server)\./.test(ending) ? 1 : 2);
}
