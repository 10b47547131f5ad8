import { renderRoutes } from "../support/pipeline.js";
import { allCombinations, featureSets, type Combination, type FeatureSet } from "./combinations.js";

/** The files of one or more combinations that come out the same. */
export interface Text {
  /** The files by their path below the app folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly features: FeatureSet;
  readonly combination: Combination;
}

/** Renders combinations, and keeps each text once. */
export function textsOf(combinations: Iterable<Combination>): { combinations: number; texts: Text[] } {
  const texts = new Map<string, Text>();
  let count = 0;
  for (const combination of combinations) {
    const { route, methods, template, auth, fallbacks, features } = combination;
    const rendered = renderRoutes(
      [route],
      { methods, template, auth, fallbacks },
      featureSets[features].project,
    );
    const files = new Map(rendered.map(({ path, text }) => [path.slice("app/".length), text]));
    const key = JSON.stringify([featureSets[features].majors, ...files]);
    if (!texts.has(key)) texts.set(key, { files, features, combination });
    count += 1;
  }
  return { combinations: count, texts: [...texts.values()] };
}

export const everyText = () => textsOf(allCombinations());
