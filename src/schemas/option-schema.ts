import type { OptionRow } from "../option-row.js";
import { allOptions, helpOf, type AnyOptionName } from "../options.js";
import { jsonKinds } from "../spec/json-kinds.js";
import { withRows, type Schema } from "./json-schema.js";

/** The value of an option, as it is written in JSON and YAML. */
function optionSchema(name: AnyOptionName): Schema {
  const row: OptionRow = allOptions[name];
  const { value, choices, moreChoices, form } = row;
  const names = choices?.map((choice) => choice.name);
  if (moreChoices)
    return {
      description: descriptionOf(row),
      type: "string",
      anyOf: [{ enum: names }, { pattern: moreChoices.source }],
    };
  return { description: descriptionOf(row), ...jsonKinds[value].schema(names, form?.pattern) };
}

/** The same for several, by their names. */
export function optionSchemas(names: readonly AnyOptionName[]): Record<string, Schema> {
  return Object.fromEntries(names.map((name) => [name, optionSchema(name)]));
}

function descriptionOf(row: OptionRow): string {
  const rows = (row.choices ?? []).flatMap(({ name, summary }) =>
    summary === undefined ? [] : [[name, summary] as const],
  );
  // The help of such an option says what leaving it out does, which here is its being false.
  return withRows(row.value === "negated" ? `false: ${helpOf(row)}` : helpOf(row), rows);
}
