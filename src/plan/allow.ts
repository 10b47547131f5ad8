import type { FeatureName } from "../project/features.js";
import { inOrder, methods as allMethods, methodTable, type Method } from "../spec/methods.js";

/** How a route answers the methods that it was not asked for. */
export interface MethodAnswers {
  /** The methods that answer, as `Allow` lists them. Next derives HEAD from GET. Source: RFC 9110, 10.2.1. */
  readonly allowed: readonly Method[];
  /** The methods that our own 405 answers. */
  readonly refused: readonly Method[];
  /** Whether the file exports its own OPTIONS. */
  readonly ownsOptions: boolean;
}

/**
 * Next's automatic OPTIONS lists what is exported, so it would list the refused methods too: where there are
 * fallbacks, OPTIONS is ours. Where there are none, it is ours only when it was asked for, or when nobody else answers.
 *
 * @param features of the app's Next.js.
 */
export function methodAnswers(
  asked: readonly Method[],
  fallbacks: boolean,
  features: Pick<ReadonlySet<FeatureName>, "has">,
): MethodAnswers {
  const refused = fallbacks
    ? allMethods.filter((method) => methodTable[method].fallback && !asked.includes(method))
    : [];
  const isLost = features.has("lostOptions") && !asked.includes("GET");
  const ownsOptions = refused.length > 0 || asked.includes("OPTIONS") || isLost;
  const head: Method[] = asked.includes("GET") ? ["HEAD"] : [];
  const options: Method[] = ownsOptions ? ["OPTIONS"] : [];
  return { allowed: inOrder([...asked, ...head, ...options]), refused, ownsOptions };
}
