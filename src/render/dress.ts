import type { RenderedFile } from "../model.js";
import { isCode } from "./render.js";
import { restyle, withLineBreaks } from "./restyle.js";

/**
 * Puts whole new files into the style of the place: its quotes, its semicolons, its indentation, its line breaks. What is
 * added to a file that is there is put into that file's own style later, together with it. Pure.
 */
export function dress(files: readonly RenderedFile[]): RenderedFile[] {
  return files.map(dressFile);
}

/** The same for one file. */
export function dressFile(file: RenderedFile): RenderedFile {
  if (file.there?.file || !isCode(file.path)) return file;
  const styled = restyle(file.text, file.style);
  return { ...file, text: withLineBreaks(file.style.finalNewline ? styled : styled.trimEnd(), file.style) };
}
