import type { Problem } from "../errors.js";
import type { Field } from "../spec/fields.js";

/** The fields that a search looks into: those of plain text. */
function searchedFields(fields: readonly Field[]): Field[] {
  return fields.filter(({ type, choices, isList }) => type === "string" && choices.length === 0 && !isList);
}

/** Whether one has the lower-case `text` in it, as an arrow function; empty where there is no text to look into. Pure. */
export function isMatchText(fields: readonly Field[], type: string): string {
  const searched = searchedFields(fields);
  const pattern = `{ ${searched.map(({ name }) => name).join(", ")} }: ${type}`;
  const [only, ...others] = searched;
  if (!only) return "";
  const isOpen = searched.some(({ isOptional, isNullable }) => isOptional || isNullable);
  if (others.length === 0 && !isOpen) return `(${pattern}) => ${only.name}.toLowerCase().includes(text)`;
  const names = searched.map(({ name }) => name).join(", ");
  return `(${pattern}) => [${names}].some((field) => field${isOpen ? "?" : ""}.toLowerCase().includes(text))`;
}

/** What is wrong with the fields of a search. */
export function searchProblems(fields: readonly Field[]): Problem[] {
  if (searchedFields(fields).length > 0) return [];
  return [
    {
      code: "FIELD_INVALID",
      message: "A search needs a field of text to look into, and none of the fields is a string.",
      hint: "Add one, e.g. title:string.",
    },
  ];
}
