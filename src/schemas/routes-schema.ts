import { routeFields } from "../options.js";
import { habitsSchema } from "./habits-schema.js";
import { closedObject, definition, text, type Schema } from "./json-schema.js";
import { optionSchemas } from "./option-schema.js";

const route: Schema = {
  ...text("the route, as it is written on the command line, e.g. posts or posts/[id]"),
  minLength: 1,
};

const list: Schema = { type: "array", items: definition("entry"), minItems: 1 };

/** A file for --from: the routes that are to be written. */
export const routesSchema: Schema = {
  title: "Routes for create-api-route --from",
  description:
    "A list of routes, or an object that has the list. What an entry leaves open is as the command line and the project's settings say.",
  anyOf: [
    list,
    {
      ...closedObject(
        { routes: { description: "the routes", ...list } },
        { $schema: text("where this schema is") },
      ),
    },
  ],
  $defs: {
    entry: {
      description: "A route, alone or with what holds for it.",
      anyOf: [
        route,
        closedObject(
          { route },
          {
            // In a file, habits are an object; the option that they stand for is a list of `name=value`.
            ...optionSchemas(routeFields.filter((name) => name !== "habit")),
            habits: habitsSchema,
          },
        ),
      ],
    },
  },
};
