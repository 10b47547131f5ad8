import { validationNames, validationSetup, type ValidationName } from "../spec/validation.js";
import { addCommand } from "./package-manager.js";
import { packageReader, type PackageHere } from "./packages-here.js";

/** What an app has of the libraries that a resource can be written with. */
export interface StackHere {
  readonly validation: ReadonlyMap<ValidationName, PackageHere>;
  /** What adds a package to it, e.g. `npm install`. */
  readonly add: string;
}

/** An app without any. */
export const noStackHere: StackHere = { validation: new Map(), add: "npm install" };

/**
 * Which of the libraries an app has. Reads only.
 *
 * @param root the project root, absolute.
 */
export function readStack(root: string): StackHere {
  const packageHere = packageReader(root);
  const validation = new Map<ValidationName, PackageHere>();
  for (const name of validationNames) {
    const setup = validationSetup(name);
    if (setup) validation.set(name, packageHere(setup));
  }
  return { validation, add: addCommand(root) };
}
