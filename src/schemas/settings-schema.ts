import { settingNames } from "../spec/settings.js";
import { habitsSchema } from "./habits-schema.js";
import { closedObject, text, type Schema } from "./json-schema.js";
import { optionSchemas } from "./option-schema.js";

/** The settings of a project. */
export const settingsSchema: Schema = {
  title: "Settings of create-api-route",
  description:
    'Defaults for a project: the file create-api-route.config.json beside its package.json, or the key "create-api-route" in there.',
  ...closedObject(
    {},
    {
      $schema: text("where this schema is"),
      ...optionSchemas(settingNames),
      habits: habitsSchema,
    },
  ),
};
