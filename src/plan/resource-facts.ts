import type { Problem } from "../errors.js";
import type { Neighbour } from "../project/habits/habits.js";
import { noDrizzleHere } from "../project/drizzle/resource.js";
import type { StackHere } from "../project/stack-here.js";
import { noPrismaHere } from "../project/prisma/resource.js";
import type { RouteSpec } from "../spec/route-spec.js";
import type { DataSource } from "./data/data-source.js";
import { dataFor } from "./data/choose-data.js";
import type { SourcePlace } from "./data/write-source.js";
import { validationFor } from "./validation/choose-validation.js";
import type { Validator } from "./validation/validator.js";

/** What a resource is written with. */
export interface ResourceFacts {
  readonly source: DataSource;
  /** Undefined for checks that are written out. */
  readonly validator: Validator | undefined;
}

/** Chooses what a resource is written with, and says what the app lacks for it. Pure. */
export function resourceFacts(
  spec: RouteSpec,
  stack: StackHere,
  neighbours: readonly Neighbour[],
  site: Omit<SourcePlace, "fields" | "isTree" | "isChecked" | "drizzle" | "prisma">,
): { facts: ResourceFacts; problems: Problem[] } {
  const { validator, problem } = validationFor(spec.validate, stack, neighbours);
  const { source, problems } = dataFor(spec.data, {
    ...site,
    drizzle: stack.drizzle ?? noDrizzleHere,
    prisma: stack.prisma ?? noPrismaHere,
    fields: spec.fields,
    isTree: spec.kind === "catch-all" || spec.kind === "optional-catch-all",
    isChecked: validator !== undefined,
  });
  return { facts: { source, validator }, problems: [...(problem ? [problem] : []), ...problems] };
}
