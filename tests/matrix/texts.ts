import { renderRoutes } from "../support/pipeline.js";
import { allCombinations, featureSets, type Combination, type FeatureSet } from "./combinations.js";

/** The files of one or more combinations that come out the same. */
export interface Text {
  /** The files by their path below the app folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Those that it is written for. */
  readonly features: ReadonlySet<FeatureSet>;
  readonly context: (typeof featureSets)[FeatureSet]["context"];
  readonly combination: Combination;
}

/** Renders combinations, and keeps each text once for each shape of the second argument that it is held to. */
export function textsOf(combinations: Iterable<Combination>): { combinations: number; texts: Text[] } {
  const texts = new Map<string, Text & { readonly features: Set<FeatureSet> }>();
  let count = 0;
  for (const combination of combinations) {
    const { route, features, ...asked } = combination;
    const rendered = renderRoutes([route], asked, featureSets[features].project);
    const files = new Map(rendered.map(({ path, text }) => [path.slice("app/".length), text]));
    const { context } = featureSets[features];
    const key = JSON.stringify([context, ...files]);
    const known = texts.get(key);
    if (known) known.features.add(features);
    else texts.set(key, { files, features: new Set([features]), context, combination });
    count += 1;
  }
  return { combinations: count, texts: [...texts.values()] };
}

export const everyText = () => textsOf(allCombinations());
