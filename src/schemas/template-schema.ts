import { methods } from "../spec/methods.js";
import { descriptionKeys, type DescriptionKey } from "../spec/own-template.js";
import { routeKinds } from "../spec/route-kinds.js";
import { templateNames } from "../spec/templates.js";
import { closedObject, setOf, text, type Schema } from "./json-schema.js";

const someOf = (names: readonly string[]): Schema => ({
  ...setOf({ type: "string", enum: names }),
  minItems: 1,
});

const values = {
  summary: { type: "string" },
  extends: { type: "string", enum: templateNames },
  methods: someOf(methods),
  kinds: someOf(Object.keys(routeKinds)),
} satisfies Record<DescriptionKey, Schema>;

/** What a template of a project's own says of itself. */
export const templateSchema: Schema = {
  title: "Template of a project's own for create-api-route",
  description: "The file template.json in the folder of a template, below .create-api-route/templates.",
  ...closedObject(
    {},
    {
      $schema: text("where this schema is"),
      ...Object.fromEntries(
        Object.entries(values).map(([key, schema]) => [
          key,
          { description: descriptionKeys[key as DescriptionKey].means, ...schema },
        ]),
      ),
    },
  ),
};
