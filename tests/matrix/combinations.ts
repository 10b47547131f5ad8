import { authNames, defaultAuth } from "../../src/spec/auth.js";
import { coveringSet, type Row } from "../../src/check/covering-set.js";
import { triedPaths } from "../../src/check/tried-routes.js";
import { methodAnswers } from "../../src/plan/allow.js";
import type { DataName } from "../../src/spec/data-sources.js";
import { fieldTypeNames } from "../../src/spec/fields.js";
import { methods, type Method } from "../../src/spec/methods.js";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { hasDataModule, templateNames, type TemplateName } from "../../src/spec/templates.js";
import { validationNames } from "../../src/spec/validation.js";
import { projectOf } from "../support/pipeline.js";

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
  readonly route: (typeof triedPaths)[number];
  readonly auth: RouteRequest["auth"];
  readonly fallbacks: boolean;
  readonly features: FeatureSet;
  readonly fields: readonly string[];
  readonly validate: string | undefined;
  readonly data: string | undefined;
}

const featureNames = Object.keys(featureSets) as FeatureSet[];
/**
 * The full product has no guard, and the one that brings most into a file: it reads the request and writes functions. Its
 * resources are as they are by default. The other guards, schema libraries, data sources and fields meet every other value
 * in the pairwise set, which is compiled and linted as well: a guard adds a few lines at the head of a handler, the same in
 * each, and the rest decides on the data module, of which there is one for many routes. The app's own guard is another in
 * each app; the habits' tests have it. A source that reads the app's own files has an app of its own to be compiled in.
 */
const guardsAndNone: readonly Combination["auth"][] = [undefined, defaultAuth];
const everyGuard = [undefined, ...authNames.filter((name) => name !== "app")];
const plainResource = { fields: [], validate: undefined, data: undefined };
const everySource = ["sample", "none"] satisfies DataName[];
/** By default, and one of each type in each form. */
const everyFields = [
  [],
  [
    ...fieldTypeNames.flatMap((type) => [`${type}Field:${type}`, `${type}List:${type}[]?`]),
    "status:draft|published?",
  ],
];

/** All 127 non-empty subsets of the methods. */
export const methodSubsets: readonly (readonly Method[])[] = Array.from(
  { length: 2 ** methods.length - 1 },
  (_, index) => methods.filter((_method, bit) => ((index + 1) >> bit) % 2 === 1),
);

/**
 * Every combination there is, those that differ in their features alone one after the other. Where OPTIONS is asked for
 * beside fallbacks that write one anyway, the text is the one without: it is here once.
 */
export function* allCombinations(): Generator<Combination> {
  for (const template of templateNames)
    for (const route of triedPaths)
      for (const auth of guardsAndNone)
        for (const fallbacks of [true, false])
          for (const subset of methodSubsets) {
            if (fallbacks && withoutOptions(subset)) continue;
            for (const features of featureNames)
              yield { template, methods: subset, route, auth, fallbacks, features, ...plainResource };
          }
}

/** The methods for which fallbacks write the same file as for these; undefined if there are no others. */
export function withoutOptions(asked: readonly Method[]): readonly Method[] | undefined {
  const others = asked.filter((method) => method !== "OPTIONS");
  if (others.length === 0 || others.length === asked.length) return undefined;
  return methodAnswers(others, true, new Set()).ownsOptions ? others : undefined;
}

/**
 * A small set for each feature set, in which every pair of values meets: of template, route, guard, fallbacks, schema library,
 * data source, fields, and of each method being there or not.
 */
export function pairwiseCombinations(): Combination[] {
  const axes = [
    templateNames,
    triedPaths,
    everyGuard,
    [true, false],
    validationNames,
    everySource,
    everyFields,
    ...methods.map(() => [true, false]),
  ];
  const first = axes.length - methods.length;
  const methodsOf = (row: Row) => methods.filter((_method, index) => row[first + index] === 0);
  // The templates without a resource have no fields.
  const isRight = (row: Row) => row[6] === 0 || hasDataModule(templateNames[row[0]!]!);
  const rows = coveringSet(
    axes.map(({ length }) => length),
    (row, fixed) => {
      const changed = [...row];
      if (!isRight(changed)) {
        if (!fixed.has(6)) changed[6] = 0;
        else if (!fixed.has(0)) changed[0] = templateNames.indexOf("resource");
        else return undefined;
      }
      const free = methods.findIndex((_method, index) => !fixed.has(first + index));
      if (methodsOf(changed).length === 0) changed[first + free] = 0;
      return changed;
    },
  );
  return featureNames.flatMap((features) =>
    rows.map((row) => ({
      template: templateNames[row[0]!]!,
      route: triedPaths[row[1]!]!,
      auth: everyGuard[row[2]!],
      fallbacks: row[3] === 0,
      validate: validationNames[row[4]!],
      data: everySource[row[5]!],
      fields: everyFields[row[6]!]!,
      methods: methodsOf(row),
      features,
    })),
  );
}
