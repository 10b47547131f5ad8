import { applyEdits, type TextEdit } from "../../src/render/text-edits.js";
import type { RouteFile } from "../../src/project/route-file.js";
import { parseModule } from "../../src/syntax/parse-module.js";

/** What a file's text becomes. */
export function edited({ text }: RouteFile, edits: readonly TextEdit[]): string {
  return applyEdits(text, edits);
}

export function syntaxOf(text: string) {
  return parseModule(text, { jsx: false });
}
