import {
  boolCoreTag,
  floatCoreTag,
  getScalarValue,
  intCoreTag,
  NOT_RESOLVED,
  nullCoreTag,
  SCALAR_STYLE,
  type ScalarEvent,
} from "js-yaml";
import type { PlacedScalar } from "./placed-value.js";

/** What a text without quotes can be other than a string. Source: YAML 1.2.2, section 10.3.2, the core schema. */
const coreTags = [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag] as const;

/**
 * The value of a scalar: what stands in quotes, in a block or behind `!!str` is a string, `yes` and `on` too.
 *
 * @param tag as it is written, e.g. `!!str`; empty if there is none.
 * @returns undefined for a tag that is not known here.
 */
export function scalarValue(
  text: string,
  event: ScalarEvent,
  tag: string,
): PlacedScalar["value"] | undefined {
  const source = getScalarValue(text, event);
  if (tag === "!!str" || tag === "!") return source;
  if (tag !== "") return undefined;
  if (event.style !== SCALAR_STYLE.PLAIN) return source;
  for (const { resolve, tagName } of coreTags) {
    const value = resolve(source, false, tagName);
    if (value !== NOT_RESOLVED) return value;
  }
  return source;
}
