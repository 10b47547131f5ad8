import type { DataSource } from "./data-source.js";
import type { SourcePlace } from "./write-source.js";

/** A store in memory. With a schema library, an id is checked for what the store makes: a UUID. */
export const sample = ({ fields, isTree, isChecked }: SourcePlace): DataSource => ({
  plain: isTree ? "resource/stores/tree" : "resource/stores/plain",
  scoped: isTree ? "resource/stores/tree" : "resource/stores/scoped",
  note: "partials/notes/sample",
  summary: "sample data: replace it with your database",
  imports: [],
  fields,
  id: { name: "id", type: isChecked && !isTree ? "uuid" : "string" },
  parentKey: () => ({ type: "string" }),
  declaresType: true,
  isPaged: !isTree,
  replaces: fields.some(({ isOptional }) => isOptional),
  isInMemory: true,
  hasDuplicates: false,
});
