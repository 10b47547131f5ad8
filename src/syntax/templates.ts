import { unescaped } from "./escapes.js";
import type { Node, Parser } from "./parser.js";

/** A template of either kind: the texts between its backquotes, and what stands between them. */
export interface TemplateParts {
  readonly quasis: Node[];
  readonly between: Node[];
}

/**
 * Reads a template from its first backquote.
 *
 * @param read what stands in `${}`: an expression, or a type.
 * @param mayBeRaw whether escapes may be none, as in a tagged one.
 */
export function templateParts(p: Parser, read: (p: Parser) => Node, mayBeRaw = false): TemplateParts {
  const quasis: Node[] = [];
  const between: Node[] = [];
  for (;;) {
    const quasi = element(p, mayBeRaw);
    quasis.push(quasi);
    if (quasi["tail"] === true) return { quasis, between };
    p.advance();
    between.push(read(p));
    if (!p.is("}")) p.unexpected();
  }
}

/** Reads a text that starts behind the token, up to the `${` or the backquote that becomes the next one. */
function element(p: Parser, mayBeRaw: boolean): Node {
  const start = p.end;
  const { text } = p;
  let at = start;
  let isPlain = true;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 96 || (code === 36 && text.charCodeAt(at + 1) === 123)) break;
    if (at >= text.length) p.fail("Unterminated template", start);
    if (code === 92) at += 1;
    if (code === 92 || code === 13) isPlain = false;
  }
  const tail = text.charCodeAt(at) === 96;
  const written = text.slice(start, at);
  // Source: ECMA-262, 12.9.6: a line ends with a line feed there, whatever the file has.
  const raw = isPlain ? written : written.replaceAll(/\r\n?/g, "\n");
  const cooked = isPlain ? raw : unescaped(raw);
  if (cooked === undefined && !mayBeRaw) p.fail("Bad escape in a template", start);
  p.start = at;
  p.end = at + (tail ? 1 : 2);
  if (tail) p.advance();
  return { type: "TemplateElement", start, end: at, value: { raw, cooked: cooked ?? null }, tail };
}
