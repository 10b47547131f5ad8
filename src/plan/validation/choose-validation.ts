import type { Problem } from "../../errors.js";
import type { Neighbour } from "../../project/habits/habits.js";
import { noPackage } from "../../project/packages-here.js";
import type { StackHere } from "../../project/stack-here.js";
import {
  defaultValidation,
  validationNames,
  validationSetup,
  type ValidationChoice,
  type ValidationName,
} from "../../spec/validation.js";
import { installText, missingText } from "../package-missing.js";
import type { Validator } from "./validator.js";
import { validators } from "./validators.js";

/** What checks the input of a route's handlers; undefined for checks that are written out. */
interface ValidationChosen {
  readonly validator: Validator | undefined;
  readonly problem: Problem | undefined;
}

/**
 * The schema library that was asked for; where none is named, the one that the app's own handlers near the route import, else
 * the first that the app depends on. Pure.
 */
export function validationFor(
  choice: ValidationChoice,
  stack: StackHere,
  neighbours: readonly Neighbour[],
): ValidationChosen {
  const name = choice === "any" ? ownValidation(stack, neighbours) : choice;
  const setup = validationSetup(name);
  if (name === "none" || !setup) return { validator: undefined, problem: undefined };
  const here = stack.validation.get(name) ?? noPackage;
  if (here.isReady) return { validator: validators[name](here.major), problem: undefined };
  return {
    validator: undefined,
    problem: {
      code: "VALIDATION_MISSING",
      message: missingText(`--validate ${name}`, setup, here),
      hint: `${installText(setup, stack.add)}; or use --validate none.`,
    },
  };
}

/** The libraries that the app itself depends on, the ones to be preferred first. */
export function ownLibraries({ validation }: StackHere): ValidationName[] {
  return validationNames.filter((name) => {
    const here = validation.get(name);
    return here?.isReady === true && here.isOwn;
  });
}

/** What a library of the app's own is called. */
function ownValidation(stack: StackHere, neighbours: readonly Neighbour[]): ValidationName {
  const own = ownLibraries(stack);
  const imported = neighbours.flatMap(({ sources }) => sources);
  return own.find((name) => imported.includes(name)) ?? own[0] ?? defaultValidation;
}
