import { parseSync } from "oxc-parser";

/** A tree as another parser sees it. */
export interface OtherTree {
  readonly program: unknown;
  readonly comments: readonly { readonly start: number; readonly end: number }[];
}

/** Reads a module with oxc's parser, which has the nodes of typescript-estree; or why it refuses it. */
export function otherTree(text: string, { jsx }: { jsx: boolean }): OtherTree | string {
  const read = parseSync(jsx ? "a.tsx" : "a.ts", text, {
    preserveParens: false,
    astType: "ts",
    lang: jsx ? "tsx" : "ts",
    sourceType: "module",
  });
  const [error] = read.errors;
  if (error) return error.message;
  try {
    return { program: read.program, comments: read.comments };
  } catch (broken) {
    // It hands its tree over as JSON, and does not escape a line break in `import { "\n" as a }`.
    if (broken instanceof SyntaxError) return broken.message;
    throw broken;
  }
}

type Parts = Readonly<Record<string, unknown>>;

/** Parts that only one of the two has, or means otherwise, and nobody reads. */
const unread: Readonly<Record<string, readonly string[]>> = {
  any: ["start", "end", "range", "hashbang", "sourceType", "phase", "isExport", "raw", "bigint"],
  // It has what a tag's entities stand for; the parser here leaves them as they are.
  JSXText: ["value"],
  JSXAttribute: ["value"],
  ArrowFunctionExpression: ["expression"],
  FunctionExpression: ["expression"],
  FunctionDeclaration: ["expression"],
  TSDeclareFunction: ["expression"],
  TSEmptyBodyFunctionExpression: ["expression"],
  ExportDefaultDeclaration: ["exportKind"],
};

/** Nodes whose offsets mean another thing there: a program starts at its first token, a part of a template at its backquote. */
const elsewhere: ReadonlySet<unknown> = new Set(["Program", "TemplateElement"]);

/** The first place where two trees differ, as a path; undefined if they say the same. */
export function difference(ours: unknown, theirs: unknown, at = "program"): string | undefined {
  if (isNothing(ours) && isNothing(theirs)) return undefined;
  if (typeof ours !== "object" || typeof theirs !== "object" || !ours || !theirs) {
    return ours === theirs ? undefined : `${at}: ${String(ours)}, and not ${String(theirs)}`;
  }
  if (ours instanceof RegExp || theirs instanceof RegExp) return undefined;
  const [own, other] = [ours as Parts, theirs as Parts];
  if (own["type"] !== other["type"]) return `${at}: ${String(own["type"])}, and not ${String(other["type"])}`;
  if (typeof own["type"] === "string" && !elsewhere.has(own["type"])) {
    const places = [own, other].map(({ start, end }) => `${String(start)} to ${String(end)}`);
    if (places[0] !== places[1]) return `${at}: ${places.join(", and not ")}`;
  }
  // A regular expression is no value here.
  const skipped = [
    ...(unread["any"] ?? []),
    ...(unread[String(own["type"])] ?? []),
    ...("regex" in own ? ["value", "flags"] : []),
  ];
  for (const key of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const found = skipped.includes(key) ? undefined : difference(own[key], other[key], `${at}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A part that is left out, empty or off says the same. */
function isNothing(value: unknown): boolean {
  return (
    value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0)
  );
}
