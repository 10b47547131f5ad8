import type { Problem } from "../errors.js";
import type { Neighbour } from "../project/habits/habits.js";
import { noDrizzleHere } from "../project/drizzle/resource.js";
import type { StackHere } from "../project/stack-here.js";
import { noPrismaHere } from "../project/prisma/resource.js";
import { defaultData } from "../spec/data-sources.js";
import { defaultFields } from "../spec/fields.js";
import type { RouteSpec } from "../spec/route-spec.js";
import type { DataSource } from "./data/data-source.js";
import { dataFor } from "./data/choose-data.js";
import { keepsResource, sourceThere } from "./data/module-there.js";
import type { SourceSite } from "./source-site.js";
import { validationFor } from "./validation/choose-validation.js";
import type { Validator } from "./validation/validator.js";

/** What a resource is written with. */
export interface ResourceFacts {
  readonly source: DataSource;
  /** Undefined for checks that are written out. */
  readonly validator: Validator | undefined;
  /** Whether the app is exported as files: a list is made once, at build, and no query says which page. */
  readonly isExported: boolean;
}

/** Chooses what a resource is written with, and says what the app lacks for it. Pure. */
export function resourceFacts(
  spec: RouteSpec,
  stack: StackHere,
  neighbours: readonly Neighbour[],
  site: SourceSite,
  isExported = false,
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
  const fieldsTwice = problems.length === 0 ? saidTwice(spec, source) : [];
  const { exported, names, parents } = site;
  // What was asked for by its name has to be had; else the module that is there says what it can do.
  const isOpen = spec.data === "any" && spec.validate === "any";
  if (isOpen && exported && keepsResource(exported, names))
    return {
      facts: { source: sourceThere(source, exported, parents, names), validator, isExported },
      problems: [],
    };
  return {
    facts: { source, validator, isExported },
    problems: [...(problem ? [problem] : []), ...problems, ...fieldsTwice],
  };
}

/** The app's own table or model says what a resource has. */
function saidTwice({ fields }: RouteSpec, source: DataSource): Problem[] {
  if (fields === defaultFields || source.declaresType) return [];
  return [
    {
      code: "FIELD_INVALID",
      message: `--fields says what the resource has, and ${source.summary} says it already.`,
      hint: `Leave out --fields, or use --data ${defaultData}.`,
    },
  ];
}
