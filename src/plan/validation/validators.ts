import type { ValidationName } from "../../spec/validation.js";
import { arktype } from "./arktype.js";
import { valibot } from "./valibot.js";
import type { Validator } from "./validator.js";
import { zod } from "./zod.js";

/** The schema libraries, for the major that the app has; `none` is checks that are written out. */
export const validators: Readonly<
  Record<Exclude<ValidationName, "none">, (major: number | undefined) => Validator>
> = {
  zod: (major = 4) => zod(major),
  valibot: () => valibot,
  arktype: () => arktype,
};
