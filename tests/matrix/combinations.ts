import { authNames, defaultAuth } from "../../src/spec/auth.js";
import { methods, type Method } from "../../src/spec/methods.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { templateNames, type TemplateName } from "../../src/spec/templates.js";
import { projectOf } from "../support/pipeline.js";

/** The kinds of segment that a route can end in, alone and below a parent's parameter. */
export const routes = [
  "posts",
  "users/[id]/posts",
  "posts/[id]",
  "users/[id]/posts/[postId]",
  "docs/[...slug]",
  "users/[id]/docs/[[...slug]]",
] as const;

/**
 * One version for each set of features that the table tells apart, the majors whose types its texts meet, and the shape of
 * the second argument there.
 */
export const featureSets = {
  "13 and 14": { project: projectOf("14.2.35"), majors: ["next-13", "next-14"], context: "Plain" },
  "15 and 16": { project: projectOf("16.4.5"), majors: ["next-15", "example"], context: "Async" },
  "16 with cacheComponents": {
    project: projectOf("16.4.5", { cacheComponents: true }),
    majors: ["example"],
    context: "Async",
  },
} as const;

export type FeatureSet = keyof typeof featureSets;

/** One combination of all that can be asked for. */
export interface Combination {
  readonly template: TemplateName;
  readonly methods: readonly Method[];
  readonly route: (typeof routes)[number];
  readonly auth: RouteRequest["auth"];
  readonly fallbacks: boolean;
  readonly features: FeatureSet;
}

const featureNames = Object.keys(featureSets) as FeatureSet[];
/**
 * The full product has no guard, and the one that brings most into a file: it reads the request and writes functions. The
 * others meet every other value in the pairwise set, which is compiled and linted as well; what they add to a handler is a
 * few lines at its head, the same in each. The app's own guard is another in each app; the habits' tests have it.
 */
const guardsAndNone: readonly Combination["auth"][] = [undefined, defaultAuth];
const everyGuard = [undefined, ...authNames.filter((name) => name !== "app")];

/** All 127 non-empty subsets of the methods. */
const methodSubsets: readonly (readonly Method[])[] = Array.from(
  { length: 2 ** methods.length - 1 },
  (_, index) => methods.filter((_method, bit) => ((index + 1) >> bit) % 2 === 1),
);

/** Each method alone, and all but one: every pair of a guard and a method that is there or not, without all the rest. */
const plainSubsets = methodSubsets.filter(({ length }) => length === 1 || length === methods.length - 1);

/** Every combination there is. */
export function* allCombinations(
  guards: readonly Combination["auth"][] = guardsAndNone,
): Generator<Combination> {
  for (const features of featureNames)
    for (const template of templateNames)
      for (const route of routes)
        for (const auth of guards)
          for (const fallbacks of [true, false])
            for (const subset of guardsAndNone.includes(auth) ? methodSubsets : plainSubsets)
              yield { template, methods: subset, route, auth, fallbacks, features };
}

/**
 * A small set for each feature set, in which every pair of values meets: of template, route, guard, fallbacks, and of each
 * method being there or not. Greedy: the combination with the most pairs that are still missing comes next.
 */
export function pairwiseCombinations(): Combination[] {
  return featureNames.flatMap((features) => {
    const all = [...allCombinations(everyGuard)].filter((combination) => combination.features === features);
    // Who has a pair that is still missing, and how many of those each has.
    const missing = new Map<string, number[]>();
    const pairs = all.map(pairsOf);
    for (const [index, own] of pairs.entries())
      for (const pair of own) {
        const owners = missing.get(pair);
        if (owners) owners.push(index);
        else missing.set(pair, [index]);
      }
    const counts = pairs.map(({ length }) => length);
    const chosen: Combination[] = [];
    while (missing.size > 0) {
      const best = counts.indexOf(counts.reduce((most, count) => Math.max(most, count), 0));
      for (const pair of pairs[best]!) {
        for (const owner of missing.get(pair) ?? []) counts[owner]! -= 1;
        missing.delete(pair);
      }
      chosen.push(all[best]!);
    }
    return chosen;
  });
}

function pairsOf({ template, methods: subset, route, auth, fallbacks }: Combination): string[] {
  const values = [
    template,
    route,
    `auth ${String(auth)}`,
    `fallbacks ${String(fallbacks)}`,
    ...methods.map((method) => `${method} ${String(subset.includes(method))}`),
  ];
  return values.flatMap((a, index) => values.slice(index + 1).map((b) => `${a} & ${b}`));
}
