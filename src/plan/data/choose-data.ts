import type { Problem } from "../../errors.js";
import type { Unfit } from "../../project/unfit.js";
import { defaultData, type DataChoice, type DataName } from "../../spec/data-sources.js";
import type { DataSource } from "./data-source.js";
import { sample } from "./sample.js";
import { sources } from "./sources.js";
import type { SourcePlace } from "./write-source.js";

/**
 * The source that was asked for; where none is named, the app's own table for the resource, else the default. All that a source
 * lacks is told at once; until then, the sample store stands in. Pure.
 */
export function dataFor(choice: DataChoice, place: SourcePlace): { source: DataSource; problems: Problem[] } {
  const name = choice === "any" ? ownData(place) : choice;
  const source = sources[name](place);
  if (!isUnfit(source)) return { source, problems: [] };
  return {
    source: sample(place),
    problems: source.map(({ why, way }) => ({
      code: "DATA_MISSING",
      message: `--data ${name} cannot be had: ${why}.`,
      hint: `${way}; or use --data ${defaultData}.`,
    })),
  };
}

function ownData(place: SourcePlace): DataName {
  return place.isTree || place.isSearch ? defaultData : (appSources(place)[0] ?? defaultData);
}

/** What the app shows to have the resource, fit or not: a sample store beside a table would be a surprise. */
export function appSources({
  prisma,
  drizzle,
  segment,
}: Pick<SourcePlace, "prisma" | "drizzle" | "segment">): DataName[] {
  if (segment === undefined) return [];
  return [
    ...(prisma.isFor(segment) ? (["prisma"] as const) : []),
    ...(drizzle.isFor(segment) ? (["drizzle"] as const) : []),
  ];
}

function isUnfit(source: DataSource | readonly Unfit[]): source is readonly Unfit[] {
  return Array.isArray(source);
}
