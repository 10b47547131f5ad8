import type { StackHere } from "../../src/project/stack-here.js";
import { validationNames, validationSetup } from "../../src/spec/validation.js";

/** An app that has every schema library, of its last major. */
export const everyLibrary: StackHere = {
  validation: new Map(
    validationNames.flatMap((name) => {
      const setup = validationSetup(name);
      return setup ? [[name, { isReady: true, major: setup.majors.at(-1), isOwn: true } as const]] : [];
    }),
  ),
  add: "npm install",
};
