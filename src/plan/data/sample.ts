import type { WriteSource } from "./write-source.js";

/** A store in memory. With a schema library, an id is checked for what the store makes: a UUID. */
export const sample: WriteSource = ({ fields, isTree, isChecked }) => ({
  plain: isTree ? "resource/stores/tree" : "resource/stores/plain",
  scoped: isTree ? "resource/stores/tree" : "resource/stores/scoped",
  note: "partials/notes/sample",
  imports: [],
  fields,
  id: { name: "id", type: isChecked && !isTree ? "uuid" : "string" },
  parentType: () => "string",
  declaresType: true,
  isPaged: false,
  isInMemory: true,
  hasDuplicates: false,
});
