import { createOptions, helpOf, type OptionName, type OptionRow } from "../options.js";
import { jsonKinds } from "../spec/json-kinds.js";
import { withRows, type Schema } from "./json-schema.js";

/** The value of an option, as it is written in JSON and YAML. */
function optionSchema(name: OptionName): Schema {
  const row: OptionRow = createOptions[name];
  const { value, choices, moreChoices } = row;
  const names = choices?.map((choice) => choice.name);
  if (moreChoices)
    return {
      description: descriptionOf(row),
      type: "string",
      anyOf: [{ enum: names }, { pattern: moreChoices.source }],
    };
  return { description: descriptionOf(row), ...jsonKinds[value].schema(names) };
}

/** The same for several, by their names. */
export function optionSchemas(names: readonly OptionName[]): Record<string, Schema> {
  return Object.fromEntries(names.map((name) => [name, optionSchema(name)]));
}

function descriptionOf(row: OptionRow): string {
  const rows = (row.choices ?? []).flatMap(({ name, summary }) =>
    summary === undefined ? [] : [[name, summary] as const],
  );
  // The help of such an option says what leaving it out does, which here is its being false.
  return withRows(row.value === "negated" ? `false: ${helpOf(row)}` : helpOf(row), rows);
}
