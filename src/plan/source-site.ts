import { noHabits, type Habits } from "../project/habits/habits.js";
import type { PathAlias } from "../project/path-aliases.js";
import { appImport } from "./app-import.js";
import { dataModuleOf, scopeOf } from "./data-module.js";
import type { SourcePlace } from "./data/write-source.js";
import { parametersOf } from "./parameters.js";
import { moduleNames, resourceNames } from "./resource-names.js";
import type { Role } from "./roles.js";
import type { Target } from "./targets.js";
import { templates } from "./templates.js";

/** What a source is told of the place where it would be used. */
export interface SourceSite extends Pick<
  SourcePlace,
  "isSearch" | "segment" | "parents" | "names" | "importPath"
> {
  /** What the data module exports that is there. */
  readonly exported: ReadonlySet<string> | undefined;
}

interface SourceVicinity {
  readonly habits: Habits;
  readonly aliases?: () => readonly PathAlias[];
  readonly exported?: ReadonlySet<string> | undefined;
}

/** The data module of a route, relative to the project root; undefined for a template that has none. Pure. */
export function dataModulePath(target: Target): string | undefined {
  const role = plainRole(target);
  return role.data ? dataModuleOf(target.location, role).path : undefined;
}

/** A role for what is the same with every source: where the module is, and which parameters narrow it. */
function plainRole({ spec }: Target): Role {
  return templates[spec.template.base].roleOf(spec.kind, spec.methods, {
    isPaged: false,
    hasDuplicates: false,
  });
}

/** Where a source would be used: what it is named by, and how its module imports the files of the app. */
export function sourceSite(target: Target, near: SourceVicinity): SourceSite {
  const { habits, aliases = () => [], exported } = near;
  const { location } = target;
  const role = plainRole(target);
  const module = dataModuleOf(location, role);
  const parents = scopeOf(parametersOf(location.segments, moduleNames(location.resource)), role);
  const meanings = parents.map(({ meaning }) => meaning);
  // A route that imports the module beside it says nothing of the way to a file far off.
  const goesFar = habits.neighbours.some(({ sources }) =>
    sources.some((source) => source.startsWith("../../../")),
  );
  const isSeen = habits.all.some(
    ({ name, source, value }) => name === "imports" && source === "app" && value === "relative",
  );
  const own = isSeen && !goesFar ? noHabits : habits;
  return {
    exported,
    isSearch: role.data?.searches === true,
    segment: module.segment,
    parents: meanings,
    names: resourceNames(module.segment, new Set([...meanings, ...(role.variables ?? []), "id"])),
    importPath: (path) =>
      appImport(path.replace(/(\/index)?\.\w+$/, ""), module.path.replace(/\/[^/]*$/, ""), {
        habits: own,
        file: undefined,
        aliases,
      }),
  };
}
