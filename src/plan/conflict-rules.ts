import type { ErrorCode } from "../errors.js";
import type { FeatureName } from "../project/features.js";
import { servedInstead } from "./unserved-names.js";

/** Two files that Next.js cannot serve together, or one that it cannot serve at all. */
export interface Conflict {
  readonly rule: ConflictRule;
  /** The file that is told about: a new one, if one of them is new. */
  readonly file: string;
  /** The file that it is in conflict with; its own path where a rule is about one file. */
  readonly other: string;
  /** The URL up to where they meet, and how many segments that is. */
  readonly url: string;
  readonly depth: number;
  /** The segment that follows in the one path and in the other: `[id]` and `[slug]`; empty where none follows. */
  readonly own: string;
  readonly others: string;
  /** Whether a new file brings it. If none does, the tree has it already. */
  readonly isNew: boolean;
  /** Whether the tree has both sides already, so that a new file only joins one of them. */
  readonly joins: boolean;
}

/**
 * What Next.js does with such a tree:
 *
 * - `build`: the build fails;
 * - `start`: the build may pass, `next start` ends with an error;
 * - `requests`: the build and the start pass, every request fails;
 * - `one`: the build may pass, and one of the files is never served;
 * - `never`: the build passes, and the one file is never served;
 * - `whole`: the build fails if it is the whole URLs that are alike, else both are served;
 * - `works`: both are served.
 */
export type Fate = "build" | "start" | "requests" | "one" | "never" | "whole" | "works";

export interface Rule {
  /** One sentence on what is wrong, without its end. */
  readonly what: (conflict: Conflict) => string;
  /** What Next does, unless the version has one of the features named beside `otherwise`. */
  readonly fate: { readonly otherwise: Fate } & Readonly<Partial<Record<FeatureName, Fate>>>;
  /** What to do. `instead` is the route to ask for, with another segment in the place of its own. */
  readonly hint: (conflict: Conflict, instead: string) => string;
  /** The same where both files are new, if it is not as above. */
  readonly together?: string;
  /** The cases of scripts/conflict-cases.mjs that show it. */
  readonly cases: readonly [string, ...string[]];
}

/** A tree that the route sorter refuses, which 15 and 16 ask too late. Source: Next.js, getSortedRoutes. */
const sorted = { otherwise: "build", lateTreeErrors: "requests", comparedUrls: "start" } as const;
const sortedAlone = { otherwise: "build", lateTreeErrors: "requests" } as const;

/**
 * Every conflict between files of the tree, once. What Next does is not believed but seen: `npm run conflicts` builds and
 * starts the cases with every supported version, and a test holds the fates to docs/conflicts.json.
 */
export const conflictRules = {
  ROUTE_AND_PAGE: {
    what: ({ file, other, url }) => `${file} and ${other} both answer ${url}: a URL has a route or a page`,
    fate: { otherwise: "build" },
    hint: () => "Ask for another route, or move the page.",
    cases: ["page-and-route", "page-in-group"],
  },
  URL_TWICE: {
    what: ({ file, other, url }) => `${file} and ${other} both answer ${url}`,
    fate: { otherwise: "one", comparedUrls: "build" },
    hint: ({ other }) =>
      isRouteFile(other)
        ? `Ask for \`${other}\`: what is missing there is added to it.`
        : "Ask for another route.",
    together: "Ask for one of the two.",
    cases: [
      "url-in-two-groups",
      "url-in-slot",
      "dynamic-url-in-group",
      "metadata-url",
      "metadata-image-url",
      "page-in-slot",
    ],
  },
  PAGES_ROUTER_URL: {
    what: ({ file, other, url }) => `${file} and ${other} of the Pages Router both answer ${url}`,
    fate: { otherwise: "build" },
    hint: ({ other }) => `Ask for another route, or remove ${other} first if the new one takes its place.`,
    cases: ["pages-url", "pages-dynamic-url", "pages-special"],
  },
  PARAM_NAMES_DIFFER: {
    what: ({ file, other, url, own, others }) =>
      `${other} calls the segment after ${url} \`${others}\`, ${file} \`${own}\`: Next.js takes one name in one position`,
    fate: sorted,
    hint: (_conflict, instead) => `Ask for \`${instead}\`.`,
    cases: [
      "names",
      "names-above",
      "names-one-above",
      "names-in-groups",
      "names-of-page",
      "names-of-catch-alls",
      "pages-names",
    ],
  },
  CATCH_ALL_TWICE: {
    what: ({ file, other, url, own, others }) =>
      `${other} has the catch-all \`${others}\` after ${url}, ${file} has \`${own}\`: Next.js takes one of the two`,
    fate: sorted,
    hint: (_conflict, instead) => `Ask for \`${instead}\`.`,
    cases: ["catch-alls"],
  },
  OPTIONAL_BESIDE_PARENT: {
    what: ({ file, other, url }) =>
      `${file} and ${other} both answer ${url}: an optional catch-all takes it too`,
    fate: { otherwise: "build", lateTreeErrors: "works" },
    hint: ({ own, other, others }, instead) =>
      own.startsWith("[[")
        ? `Ask for \`${instead}\`: it leaves the URL itself to ${other}.`
        : `Rename \`${others}\` to \`${requiredCatchAll(
            others,
          )}\` in ${other} first: then it leaves the URL itself to the new route.`,
    cases: ["optional-beside-route", "optional-beside-page"],
  },
  CASE_DIFFERS: {
    what: ({ file, other, own, others }) =>
      `${other} has a folder \`${others}\`, ${file} has \`${own}\` in its place: on macOS and Windows they are one`,
    fate: { otherwise: "whole", comparedUrls: "works" },
    hint: (_conflict, instead) => `Ask for \`${instead}\`.`,
    cases: ["case", "case-above"],
  },
  PARAM_REPEATED: {
    what: ({ file, own, others }) =>
      own === others
        ? `${file} has the parameter \`${own}\` twice in its path`
        : `${file} has the parameters \`${others}\` and \`${own}\`, which are the same to Next.js`,
    fate: sortedAlone,
    hint: () => "Give each parameter a name of its own.",
    cases: ["repeated-name", "similar-names"],
  },
  CATCH_ALL_NOT_LAST: {
    what: ({ file, own }) => `${file} goes on after \`${own}\`, which takes the rest of the URL`,
    fate: sortedAlone,
    hint: () => "Put the catch-all last.",
    cases: ["after-catch-all"],
  },
  OPTIONAL_PARAM: {
    what: ({ file, own }) => `${file} has \`${own}\` in its path: Next.js has no optional single parameter`,
    fate: sortedAlone,
    hint: ({ own }) => `Write \`${own.slice(1, -1)}\`, or \`[[...${own.slice(2, -2)}]]\` for a catch-all.`,
    cases: ["optional-parameter"],
  },
  NAME_UNSERVED: {
    what: ({ file, own }) => `${file} lies in the folder \`${own}\`, a name that Next.js finds in no URL`,
    fate: { otherwise: "never" },
    hint: ({ own }) => servedInstead(own),
    cases: ["non-ascii", "space", "mixed-brackets"],
  },
} as const satisfies Partial<Record<ErrorCode, Rule>>;

export type ConflictRule = keyof typeof conflictRules;

/** What Next does with a conflict in an app whose version has these features. */
export function fateOf(rule: ConflictRule, features: ReadonlySet<FeatureName>): Fate {
  const { otherwise, ...exceptions }: Rule["fate"] = conflictRules[rule].fate;
  const found = Object.entries(exceptions).find(([name]) => features.has(name as FeatureName));
  return found?.[1] ?? otherwise;
}

/** Each fate as a sentence, for an app's own version. */
export const fates = {
  build: (next) => `\`next build\` of ${next} fails.`,
  start: (next) => `\`next build\` of ${next} may pass, and then \`next start\` ends with an error at once.`,
  requests: (next) =>
    `\`next build\` of ${next} passes, and then every request to the app fails with a 500, whatever it asks for.`,
  one: (next) => `${next} may build both without a word, and then serves only one of them.`,
  never: (next) => `${next} builds it without a word, and answers 404 in its place.`,
  whole: (next) => `\`next build\` of ${next} fails if nothing else tells their URLs apart.`,
  works: (next) => `${next} serves both, but not every version does.`,
} as const satisfies Record<Fate, (next: string) => string>;

/** `[...slug]` for `[[...slug]]`. */
export function requiredCatchAll(optional: string): string {
  return optional.replace(/^\[(\[.*\])\]$/, "$1");
}

/** Whether a run can add handlers to a file. */
export function isRouteFile(path: string): boolean {
  return /\/route\.tsx?$/.test(path);
}
