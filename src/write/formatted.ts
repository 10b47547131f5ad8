import type { RenderedFile } from "../model.js";

/**
 * Formats a text as the project's formatter does it; undefined if there is none, if it failed, or if the file is none of its.
 *
 * @param path of the file, relative to the project's root; it need not be there.
 */
export type Format = (path: string, text: string) => Promise<string | undefined>;

/** What goes into a new file. Formatters keep some line breaks, so they get a text that has none of ours. */
export async function newText({ path, text, unbroken }: RenderedFile, format: Format): Promise<string> {
  return (await format(path, unbroken)) ?? text;
}
