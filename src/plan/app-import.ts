import path from "node:path/posix";
import { aliased, specifierOf, type Importing } from "./data-import.js";

/**
 * How a route file imports a module that is anywhere in the app: as it does already, else in the habit of the files around
 * it. Where they import nothing of the app, by the nearest alias, as create-next-app sets one up for that; else by the way
 * up. Pure.
 *
 * @param module its path without an ending, relative to the project root; `folder` is that of the route.
 */
export function appImport(module: string, folder: string, importing: Importing): string {
  const way = path.relative(folder, module);
  const relative = way.startsWith(".") ? way : `./${way}`;
  const known = specifierOf(relative, module, importing);
  const { habits, aliases } = importing;
  if (known !== relative || known.startsWith("./") || habits.all.some(({ name }) => name === "imports"))
    return known;
  const [nearest] = aliased(module, aliases()).sort((a, b) => b.folder.length - a.folder.length);
  return nearest?.specifier ?? relative;
}
