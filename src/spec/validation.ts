import type { PackageSetup } from "./package-setup.js";

interface ValidationRow {
  readonly summary: string;
  readonly setup?: PackageSetup;
}

/**
 * What can check bodies, queries and parameters, by the name that `--validate` takes, the ones to be preferred first. What
 * each writes is in plan/validation.
 */
export const validationTable = {
  zod: { summary: "schemas of zod, 3 or 4", setup: { package: "zod", majors: [3, 4] } },
  valibot: { summary: "schemas of Valibot", setup: { package: "valibot", majors: [1] } },
  arktype: { summary: "types of ArkType", setup: { package: "arktype", majors: [2] } },
  none: { summary: "checks written out, with no dependency" },
} as const satisfies Record<string, ValidationRow>;

export type ValidationName = keyof typeof validationTable;

export const validationNames = Object.keys(validationTable) as ValidationName[];

/** What holds where the app has none of the libraries. */
export const defaultValidation = "none" satisfies ValidationName;

/** A library, or `any`: the one that the app has. */
export type ValidationChoice = ValidationName | "any";

export function isValidation(text: string): text is ValidationName {
  return Object.hasOwn(validationTable, text);
}

/** The package that it needs; undefined for none. */
export function validationSetup(name: ValidationName): PackageSetup | undefined {
  const row: ValidationRow = validationTable[name];
  return row.setup;
}
