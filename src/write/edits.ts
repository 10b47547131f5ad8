/** What a file that is there is compared and changed by: loaded with the first one. */
export { addHandlers } from "../edit/add-handlers.js";
export { exportsOf } from "../project/module-exports.js";
export { editedText } from "./edited-text.js";
