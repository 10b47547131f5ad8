import type { Warning } from "../model.js";
import { defaultFields } from "../spec/fields.js";
import type { RouteSpec } from "../spec/route-spec.js";
import type { Settings } from "../spec/settings.js";
import type { RouteFacts } from "./route-facts.js";

/** What a project sets for all of its routes: no wish of the one that is asked for. */
type SetByProject = Settings["options"];

/** The options that were given to say what the data module is like, as they are called where they were given. Pure. */
export function dataWishes({ fields, validate, data, at }: RouteSpec, set: SetByProject = {}): string[] {
  const isWish = (choice: string, other: string | undefined) => choice !== "any" && choice !== other;
  const given = {
    fields: fields !== defaultFields,
    validate: isWish(validate, set.validate),
    data: isWish(data, set.data),
  };
  return Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [at ? name : `--${name}`] : []));
}

/**
 * What was asked for of a route that is there and changes nothing in it, because nothing is taken away from a file.
 * Of the data module, the diff tells it, which knows what is in there. Pure.
 *
 * @param usesData whether the data module has a part in it.
 */
export function vainWishes(
  { spec, file, adds, role }: RouteFacts,
  usesData: boolean,
  set: SetByProject = {},
): Warning[] {
  if (!file) return [];
  const wishes = usesData || !role.data || adds.length > 0 ? [] : dataWishes(spec, set);
  const { path, exports } = file;
  return [
    ...wishes
      .slice(0, 1)
      .map(() =>
        unused(
          `${path} is there already with all that was asked for, and uses no data.ts: ${wishes.join(", ")} changes nothing. Change it by hand, or replace the file with --force.`,
        ),
      ),
    ...(!spec.fallbacks && set.fallbacks !== false && exports.refused.length > 0
      ? [
          unused(
            `${path} is there already with 405 answers: ${spec.at ? "fallbacks: false" : "--no-fallbacks"} takes none away. Delete them there, or replace the file with --force.`,
          ),
        ]
      : []),
  ];
}

function unused(message: string): Warning {
  return { code: "OPTION_UNUSED", message };
}
