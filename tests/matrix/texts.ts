import type { Project } from "../../src/model.js";
import type { FeatureName } from "../../src/project/features.js";
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
  let last: Rendered | undefined;
  for (const combination of combinations) {
    const { features } = combination;
    if (!last || !isAlike(last, combination)) last = renderWatched(combination);
    const { files } = last;
    const { context } = featureSets[features];
    const key = JSON.stringify([context, ...files]);
    const known = texts.get(key);
    if (known) known.features.add(features);
    else texts.set(key, { files, features: new Set([features]), context, combination });
    count += 1;
  }
  return { combinations: count, texts: [...texts.values()] };
}

interface Rendered {
  readonly combination: Combination;
  readonly files: ReadonlyMap<string, string>;
  /** The features that were asked for on the way, and the options of next.config. */
  readonly asked: ReadonlySet<FeatureName>;
  readonly read: ReadonlySet<string>;
}

function renderWatched(combination: Combination): Rendered {
  const { route, features, ...asked } = combination;
  const { project, ...watched } = watch(featureSets[features].project);
  const rendered = renderRoutes([route], asked, project);
  const files = new Map(rendered.map(({ path, text }) => [path.slice("app/".length), text]));
  return { combination, files, ...watched };
}

/** A project that notes what the stages ask of its Next.js. Of the features they can ask one by one only. */
function watch(project: Project): { project: Project } & Pick<Rendered, "asked" | "read"> {
  const asked = new Set<FeatureName>();
  const read = new Set<string>();
  const features: Pick<Project["features"], "has"> = {
    has(name) {
      asked.add(name);
      return project.features.has(name);
    },
  };
  const config = new Proxy(project.config, {
    get(target, key) {
      read.add(String(key));
      return Reflect.get(target, key) as unknown;
    },
  });
  return { project: { ...project, config, features: features as Project["features"] }, asked, read };
}

/**
 * Whether a combination comes out as one that is rendered: it differs in the features alone, and all that was asked about
 * them has the same answer. The stages are pure.
 */
function isAlike({ combination, asked, read }: Rendered, other: Combination): boolean {
  const { features: before, ...rest } = combination;
  const { features: now, ...otherRest } = other;
  const [{ project: there }, { project: here }] = [featureSets[before], featureSets[now]];
  return (
    there.next.text === here.next.text &&
    Object.entries(rest).every(([key, value]) => otherRest[key as keyof typeof otherRest] === value) &&
    [...asked].every((name) => there.features.has(name) === here.features.has(name)) &&
    [...read].every((key) => Reflect.get(there.config, key) === Reflect.get(here.config, key))
  );
}

export const everyText = () => textsOf(allCombinations());
