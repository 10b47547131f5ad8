import path from "node:path/posix";
import type { PathAlias } from "../../project/path-aliases.js";
import { appImport } from "../app-import.js";
import type { RouteFacts } from "../route-facts.js";

/** How a test imports what the route file imports, and the route file itself. */
export interface TestImports {
  readonly route: string;
  readonly data: string;
  /** A module of the app or a package, told as the route file imports it. */
  readonly specifierOf: (source: string) => string;
  /** The same for what the data module imports. */
  readonly dataSpecifierOf: (source: string) => string;
}

/**
 * What is near is imported by the way there, as the route file does it; what is not, in the app's own habit. Pure.
 *
 * @param route the route file and `test` its test, relative to the project root.
 */
export function testImports(
  { location, data, habits, file }: RouteFacts,
  route: string,
  test: string,
  aliases: () => readonly PathAlias[],
): TestImports {
  const home = path.dirname(test);
  const module = (place: string) => {
    const way = path.relative(home, place);
    const relative = way.startsWith(".") ? way : `./${way}`;
    const isNear = `${home}/`.startsWith(`${location.folder}/`);
    return isNear ? relative : appImport(place, home, { habits, file, aliases });
  };
  const from = (folder: string) => (source: string) =>
    !source.startsWith(".") || home === folder ? source : module(path.join(folder, source));
  const specifierOf = from(location.folder);
  return {
    route: module(route.replace(/\.tsx?$/, "")),
    data: specifierOf(data.specifier),
    specifierOf,
    dataSpecifierOf: from(path.dirname(data.path)),
  };
}
