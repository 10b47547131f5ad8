import type { Project } from "../model.js";
import { withoutWrappers } from "../project/habits/habits.js";
import { isByWrapper } from "../project/access-near.js";
import { isAuthWrapper } from "../project/guard-signs.js";
import type { RouteFile } from "../project/route-file.js";
import { inOrder } from "../spec/methods.js";
import { isParameter } from "../spec/segments.js";
import { appImport } from "./app-import.js";
import { specifierOf } from "./data-import.js";
import { dataModuleOf } from "./data-module.js";
import type { GuardChoice, GuardSite } from "./guards.js";
import { isTakenVariable } from "./identifiers.js";
import { loggerFor } from "./logger.js";
import { mannerOf } from "./manner.js";
import { openWrappers } from "./open-wrappers.js";
import { parametersOf } from "./parameters.js";
import type { ResourceFacts } from "./resource-facts.js";
import { moduleNames } from "./resource-names.js";
import type { Role } from "./roles.js";
import type { RouteFacts } from "./route-facts.js";
import type { Target } from "./targets.js";
import { templates } from "./templates.js";
import type { Vicinity } from "./vicinity.js";

/** Where the guard of a route is to stand. */
export function guardSite(
  target: Target,
  vicinity: Vicinity,
  { features }: Project,
  resource: ResourceFacts,
): GuardSite {
  const { there, habits, aliases = () => [], auth } = vicinity;
  const { folder, segments } = target.location;
  return {
    habits,
    folder,
    parameters: segments.filter(isParameter).map(({ name }) => name),
    isTaken: usesName(target, there?.file, resource),
    auth,
    features,
    specifierOf: (module) => appImport(module, folder, { habits, file: there?.file, aliases }),
  };
}

/** Whether the handlers of a route use a name for something of their own. */
function usesName(
  target: Target,
  file: RouteFile | undefined,
  resource: ResourceFacts,
): (name: string) => boolean {
  const functions = moduleNames(target.location.resource);
  const { variables = [] } = roleOf(target, file, resource);
  return (name) =>
    functions.has(name) || variables.includes(name) || (isTakenVariable(name) && name !== "NextResponse");
}

function roleOf({ spec }: Target, file: RouteFile | undefined, { source, isExported }: ResourceFacts): Role {
  return templates[spec.template.base].roleOf(
    spec.kind,
    inOrder([...(file?.offered ?? []), ...spec.methods]),
    { ...source, isExported },
  );
}

/** What a route's files are made from. */
export function factsOf(
  target: Target,
  { there, habits: seen, aliases = () => [], access = () => undefined }: Vicinity,
  { guard, spare }: GuardChoice,
  resource: ResourceFacts,
): RouteFacts {
  const habits = withoutWrappers(seen, openWrappers(seen, guard?.wrapper));
  const file = there?.file;
  const offered = file?.offered ?? [];
  const { spec, location } = target;
  const role = roleOf(target, file, resource);
  const data = dataModuleOf(location, role);
  const logger = loggerFor(habits, location.folder);
  const imported = [...(guard?.names ?? []), ...logger.imports.map(({ local }) => local)];
  const taken = new Set([...moduleNames(location.resource), ...(role.variables ?? []), ...imported]);
  return {
    spec,
    location,
    role,
    parameters: parametersOf(location.segments, taken),
    resource,
    data: { ...data, specifier: specifierOf(data.specifier, data.path, { habits, file, aliases }) },
    file,
    adds: spec.methods.filter((method) => !offered.includes(method)),
    habits,
    manner: mannerOf(habits),
    guard,
    spareGuard: spare,
    // What was not looked at is told by its name.
    isGuard: ({ name, model, file: path = file?.path ?? "" }) => {
      if (model === undefined) return false;
      const seen = access(path, model);
      return seen ? isByWrapper(seen) : isAuthWrapper(name);
    },
    logger,
    imported: new Set(imported),
  };
}
