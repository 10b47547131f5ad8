import { mendTemplate, placeAt, type TemplateFault } from "./template-fault.js";

/** A tag of a template: offsets of the whole of it and of the code in it. */
export interface TemplateTag {
  readonly kind: "code" | "output" | "comment";
  readonly start: number;
  readonly end: number;
  readonly codeStart: number;
  readonly codeEnd: number;
}

/** What EJS takes for the start and the end of a tag. Source: EJS, "Tags"; its scanner looks for them one after the other. */
const delimiters = /<%%|%%>|<%=|<%-|<%_|<%#|<%|%>|-%>|_%>/g;

const kinds: Readonly<Record<string, TemplateTag["kind"]>> = {
  "<%": "code",
  "<%_": "code",
  "<%-": "output",
  "<%=": "output",
  "<%#": "comment",
};

/** The tags of a template in their order, or where one of them does not end. Pure. */
export function tagsIn(name: string, text: string): TemplateTag[] | TemplateFault {
  const tags: TemplateTag[] = [];
  let open: { start: number; codeStart: number; mark: string } | undefined;
  const fault = (offset: number, message: string): TemplateFault => ({
    name,
    ...placeAt(text, offset),
    message,
    hint: "Tags are `<%_ code _%>`, `<%- value %>` and `<%# comment -%>`; each ends before the next begins.",
  });
  for (const { 0: mark, index } of text.matchAll(delimiters)) {
    const kind = kinds[mark];
    const isEnd = mark.endsWith("%>") && mark !== "%%>";
    if (kind !== undefined) {
      if (open) return fault(open.start, `The tag \`${open.mark}\` does not end.`);
      open = { start: index, codeStart: index + mark.length, mark };
    } else if (isEnd && open) {
      const end = index + mark.length;
      tags.push({
        kind: kinds[open.mark] ?? "code",
        start: open.start,
        end,
        codeStart: open.codeStart,
        codeEnd: index,
      });
      open = undefined;
    }
  }
  return open ? fault(open.start, `The tag \`${open.mark}\` does not end.`) : tags;
}

/**
 * The code of a template as one script, every character of it at the place that it has in the template: what is text there
 * is blank here. So a parser's offsets are places in the template. Pure.
 */
export function codeOf(text: string, tags: readonly TemplateTag[]): string {
  let code = "";
  let at = 0;
  for (const { kind, start, end, codeStart, codeEnd } of tags) {
    if (kind === "comment") continue;
    const inside = text.slice(codeStart, codeEnd);
    // The delimiters are two characters or three: enough for what parts two pieces of code.
    const isOutput = kind === "output";
    const opening = (isOutput ? ";(" : ";").padEnd(codeStart - start);
    const bare = isOutput ? inside.replace(/;(\s*)$/, " $1") : inside;
    // A comment at the end of a line must not take what follows along.
    const closing = (isOutput ? "\n)" : "\n;").padEnd(end - codeEnd);
    code += blank(text.slice(at, start)) + opening + bare + closing;
    at = end;
  }
  return code + blank(text.slice(at));
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, " ");
}

/** A fault of the code, where a parser or a reader of it found it. */
export function faultAt(
  name: string,
  text: string,
  offset: number,
  message: string,
  hint: string = mendTemplate,
): TemplateFault {
  return { name, ...placeAt(text, Math.min(offset, text.length)), message, hint };
}
