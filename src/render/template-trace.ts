import { tagsIn } from "./template-code.js";
import { placeAt, type TemplatePlace } from "./template-fault.js";
import type { RenderTemplate } from "./included.js";
import { templateRenderer } from "./template.js";
import type { FindTemplate, TemplateText } from "./template-source.js";

/** Where the characters of a rendered text come from. */
export interface Trace {
  /** The place in a template that wrote what stands at an offset of the text, however that was laid out since. */
  readonly placeOf: (text: string, offset: number) => TemplatePlace | undefined;
}

/** A renderer that tells where everything comes from: of a file, by the same names and view as it was rendered. */
export function templateTracer(find: FindTemplate): (...args: Parameters<RenderTemplate>) => Trace {
  const places: Origin[] = [];
  const render = templateRenderer(find, (found) => withMarks(found, places));
  return (...args) => traceOf(render(...args), places);
}

/** A place in a template, and the words that stand there as they come out; none where it is computed what does. */
interface Origin extends TemplatePlace {
  readonly words: string;
}

/** Characters that no template has a use for. Source: Unicode, private use area. */
const mark = { start: "\uE100", end: "\uE101" };

/** The text with a mark in front of everything in it that writes something, so that the marks come out with it. */
function withMarks({ name, text }: TemplateText, places: Origin[]): string {
  const tags = tagsIn(name, text);
  if (!Array.isArray(tags)) return text;
  const markAt = (offset: number, words = "") => {
    places.push({ name, ...placeAt(text, offset), words });
    return `${mark.start}${String(places.length - 1)}${mark.end}`;
  };
  let marked = "";
  let at = 0;
  const addText = (end: number) => {
    const start = at;
    marked += text
      .slice(start, end)
      .replace(/[^\s][^\n]*/g, (words, index: number) => `${markAt(start + index, words)}${words}`);
  };
  for (const tag of tags) {
    addText(tag.start);
    // What stands before other tags is taken away by EJS if it is blank, and a mark is not.
    marked += `${tag.kind === "output" ? markAt(tag.start) : ""}${text.slice(tag.start, tag.end)}`;
    at = tag.end;
  }
  addText(text.length);
  return marked;
}

/**
 * What counts in a text: laying it out changes its blanks, its quotes and the escapes in them, its semicolons and commas,
 * and nothing else. So the number of other characters before a place is the same however it is laid out.
 */
const layout = /[\s"'`;,\\]/g;

function traceOf(marked: string, places: readonly Origin[]): Trace {
  const origins: { count: number; place: Origin | undefined }[] = [];
  let count = 0;
  for (const [index, piece] of marked.split(mark.start).entries()) {
    const end = index === 0 ? -1 : piece.indexOf(mark.end);
    if (end !== -1) origins.push({ count, place: places[Number(piece.slice(0, end))] });
    count += countIn(piece.slice(end + 1));
  }
  return {
    placeOf: (text, offset) => {
      const before = countIn(text.slice(0, offset));
      const origin = origins.findLast((each) => each.count <= before);
      if (!origin?.place) return undefined;
      const { words, column, ...place } = origin.place;
      return {
        ...place,
        column: column + lengthOf(words, before - origin.count, countIn(text.charAt(offset)) > 0),
      };
    },
  };
}

/**
 * How far into words a place is: behind so many of the characters that count, and at the next one, or where it is itself at one
 * that does not count, at what follows the blanks.
 */
function lengthOf(words: string, count: number, isCounted: boolean): number {
  let length = 0;
  for (let left = count; left > 0 && length < words.length; length += 1)
    left -= countIn(words.charAt(length));
  const isPassed = (character: string) => (isCounted ? countIn(character) === 0 : /\s/.test(character));
  while (length < words.length - 1 && isPassed(words.charAt(length))) length += 1;
  return Math.max(0, Math.min(length, words.length - 1));
}

function countIn(text: string): number {
  return text.replace(layout, "").length;
}
