import type { RenderedFile } from "../model.js";
import type { ModuleSyntax } from "../project/module-syntax.js";
import { defaultStyle, type TextStyle } from "../project/text-style.js";
import { restyle, withLineBreaks } from "./restyle.js";

/**
 * Puts whole new files into the style of the place: its quotes, its semicolons, its indentation, its line breaks. What is
 * added to a file that is there is put into that file's own style later, together with it.
 *
 * @param parserFor the parser for a file; it is asked for only where the style is not the templates' own.
 */
export async function dress(
  files: readonly RenderedFile[],
  parserFor: (path: string) => Promise<(text: string) => ModuleSyntax>,
): Promise<RenderedFile[]> {
  return Promise.all(
    files.map(async (file) => {
      if (file.there?.file || isDefault(file.style)) return file;
      const parse = await parserFor(file.path);
      return { ...file, text: dressed(file.text, parse, file.style) };
    }),
  );
}

function dressed(text: string, parse: (text: string) => ModuleSyntax, style: TextStyle): string {
  const styled = restyle(text, parse(text), style);
  return withLineBreaks(style.finalNewline ? styled : styled.trimEnd(), style);
}

function isDefault(style: TextStyle): boolean {
  return Object.entries(defaultStyle).every(([key, value]) => style[key as keyof TextStyle] === value);
}
