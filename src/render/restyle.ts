import { defaultStyle, type TextStyle } from "../project/text-style.js";
import { pageOf } from "./fit-lines.js";

/**
 * Writes generated code in another style: its quotes, its semicolons, its trailing commas, its tabs. Line breaks are left
 * as they are; {@link withLineBreaks} comes last. The code is read by its words and not parsed: it is our own, and every
 * statement in it ends with its line. A property test holds the result against Prettier. Pure.
 *
 * @param text in the style of the templates, but fitted to the page of the style (see {@link pageOf}).
 */
export function restyle(text: string, style: TextStyle): string {
  const quoted = style.quote === defaultStyle.quote ? text : inSingleQuotes(text);
  const ended = style.semicolons ? quoted : withoutSemicolons(quoted);
  const commas = { all: /$^/, es5: /,(?=\n *\))/g, none: /,(?=\n *[)\]}])/g }[style.trailingCommas];
  return withTabs(ended.replace(commas, ""), style);
}

/** A text that is fitted to a style's page, with tabs where the style has them. */
export function withTabs(text: string, style: TextStyle): string {
  if (style.indent !== "\t") return text;
  const level = pageOf(style).indent;
  return text.replace(
    /^ +/gm,
    (blank) => "\t".repeat(blank.length / level) + " ".repeat(blank.length % level),
  );
}

/** A text with a style's line breaks, whichever it had. */
export function withLineBreaks(text: string, { lineBreak }: TextStyle): string {
  return lineBreak === "\n" ? text : text.replace(/\r?\n/g, lineBreak);
}

/** What is no code: comments, and the texts in all kinds of quotes. */
const words = /\/\/[^\n]*|\/\*[^]*?\*\/|`(?:\\[^]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;

/** A string with a single quote in it keeps its double ones, as formatters do it. */
function inSingleQuotes(text: string): string {
  return text.replace(words, (word) => {
    if (word.startsWith("`")) return word.replace(/\$\{[^{}]*\}/g, inSingleQuotes);
    return /^"[^']*"$/.test(word) ? `'${word.slice(1, -1).replaceAll('\\"', '"')}'` : word;
  });
}

/** A statement that begins like a continuation of the one before it gets a semicolon of its own, as formatters do it. */
function withoutSemicolons(text: string): string {
  // As long as the text, with nothing in it but code.
  const code = text.replace(words, (word) =>
    /^\/[/*]/.test(word) ? word.replace(/[^\n]/g, " ") : word.replace(/[^\n`]/g, "_"),
  );
  const lines = text.split("\n");
  let at = 0;
  let before = "";
  return lines
    .map((line) => {
      const bare = code.slice(at, at + line.length).trimEnd();
      at += line.length + 1;
      const ended = bare.endsWith(";") ? line.slice(0, bare.length - 1) + line.slice(bare.length) : line;
      const continues = /[;{}]$/.test(before) && /^\s*(?:[(`+\-/<]|\[(?![^\]]*\]\??:))/.test(bare);
      if (bare.trim() !== "") before = bare;
      return continues ? ended.replace(/^\s*/, "$&;") : ended;
    })
    .join("\n");
}
