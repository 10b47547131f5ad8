import type { WriteSource } from "./write-source.js";

/** Functions to fill in: their signatures are all that the handlers need. */
export const none: WriteSource = ({ fields, isTree }) => ({
  plain: isTree ? "resource/stores/open-tree" : "resource/stores/open",
  scoped: isTree ? "resource/stores/open-tree" : "resource/stores/open",
  note: "partials/notes/open",
  summary: "functions to fill in",
  imports: [],
  fields,
  id: { name: "id", type: "string" },
  parentKey: () => ({ type: "string" }),
  declaresType: true,
  isPaged: !isTree,
  replaces: fields.some(({ isOptional }) => isOptional),
  hasDuplicates: false,
});
