/** A JSON Schema, or a part of one. Source: JSON Schema, draft 2020-12. */
export type Schema = Readonly<Record<string, unknown>>;

type Properties = Readonly<Record<string, Schema>>;

/** An object with these properties and no others. */
export function closedObject(required: Properties, optional: Properties = {}): Schema {
  const names = Object.keys(required);
  return {
    type: "object",
    properties: { ...required, ...optional },
    ...(names.length > 0 ? { required: names } : {}),
    additionalProperties: false,
  };
}

/** A list in which nothing is twice. */
export function setOf(items: Schema): Schema {
  return { type: "array", items, uniqueItems: true };
}

/**
 * One of some names.
 *
 * @param rows the names, each with what it means; the description of the schema lists them.
 */
export function oneOf(meaning: string, rows: Readonly<Record<string, string>>): Schema {
  return { description: withRows(meaning, Object.entries(rows)), type: "string", enum: Object.keys(rows) };
}

/** A description that goes on with a line for each name. */
export function withRows(meaning: string, rows: readonly (readonly [name: string, means: string])[]): string {
  return [meaning, ...rows.map(([name, means]) => `${name}: ${means}`)].join("\n");
}

/** One of the definitions of the document. */
export function definition(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** The schema of a string. */
export function text(description: string): Schema {
  return { description, type: "string" };
}
