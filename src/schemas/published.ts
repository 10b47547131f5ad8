import type { Schema } from "./json-schema.js";
import { outputSchema } from "./output-schema.js";
import { routesSchema } from "./routes-schema.js";
import { settingsSchema } from "./settings-schema.js";
import { templateSchema } from "./template-schema.js";

/** The published schemas, by their names. They go into the package beside the program, which never loads them. */
const schemas = {
  output: outputSchema,
  routes: routesSchema,
  settings: settingsSchema,
  template: templateSchema,
} as const;

export type SchemaName = keyof typeof schemas;

export const schemaNames = Object.keys(schemas) as SchemaName[];

/** Where the files of the newest published package can be read. */
const packageUrl = "https://unpkg.com/create-api-route";

/** The file of a schema, from the root of the package. */
export function schemaFile(name: SchemaName): string {
  return `schemas/${name}.schema.json`;
}

/** The address of a schema, which is also its name. */
export function schemaUrl(name: SchemaName): string {
  return `${packageUrl}/${schemaFile(name)}`;
}

/** A schema as it is published. */
export function publishedSchema(name: SchemaName): Schema {
  return { $schema: "https://json-schema.org/draft/2020-12/schema", $id: schemaUrl(name), ...schemas[name] };
}
