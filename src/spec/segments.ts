import type { Problem } from "../errors.js";

/**
 * One folder of a route, in the terms of the App Router: `posts`, `(admin)`, `[id]`, `[...slug]`, `[[...slug]]`.
 * Source: Next.js, "Dynamic Segments" and "Route Groups".
 */
export interface Segment {
  readonly kind: SegmentKind;
  readonly name: string;
}

/** How each kind is written as a folder, and whether it is a parameter of the handler. */
const segmentKinds = {
  static: { folder: (name) => name, isParameter: false, isCatchAll: false },
  group: { folder: (name) => `(${name})`, isParameter: false, isCatchAll: false },
  dynamic: { folder: (name) => `[${name}]`, isParameter: true, isCatchAll: false },
  "catch-all": { folder: (name) => `[...${name}]`, isParameter: true, isCatchAll: true },
  "optional-catch-all": { folder: (name) => `[[...${name}]]`, isParameter: true, isCatchAll: true },
} as const satisfies Record<
  string,
  { folder: (name: string) => string; isParameter: boolean; isCatchAll: boolean }
>;

export type SegmentKind = keyof typeof segmentKinds;

/** The segment as its folder is named on disk, e.g. `[[...slug]]`. */
export function folderOf({ kind, name }: Segment): string {
  return segmentKinds[kind].folder(name);
}

/** Whether a segment is a parameter, a catch-all included. */
export function isParameter(segment: Segment): boolean {
  return segmentKinds[segment.kind].isParameter;
}

/** Whether a segment takes all that follows, optional or not. */
export function isCatchAll(segment: Segment): boolean {
  return segmentKinds[segment.kind].isCatchAll;
}

/** The spellings of a parameter. The colon and star forms exist because zsh refuses unquoted brackets. */
const parameterForms: readonly { pattern: RegExp; kind: SegmentKind }[] = [
  { pattern: /^\[\[\.\.\.([^[\]]*)\]\]$/, kind: "optional-catch-all" },
  { pattern: /^\[\.\.\.([^[\]]*)\]$/, kind: "catch-all" },
  { pattern: /^\[([^[\]]*)\]$/, kind: "dynamic" },
  { pattern: /^\*(.*)\?$/, kind: "optional-catch-all" },
  { pattern: /^\*(.*)$/, kind: "catch-all" },
  { pattern: /^:(.*)$/, kind: "dynamic" },
];

/**
 * Reads one segment as people write it. Returns the segment, or what is wrong with it.
 * The rules are measurements on Next.js 13.5 to 16.4: what is refused here is a 404, a 500 or a failed build there.
 */
export function parseSegment(text: string): Segment | Problem {
  // Nearly all are plain names, which have none of the signs that the patterns below look for.
  if (staticName.test(text)) return staticProblem(text, text) ?? { kind: "static", name: text };

  for (const { pattern, kind } of parameterForms) {
    const name = pattern.exec(text)?.[1];
    if (name === undefined) continue;
    const optional = kind === "dynamic" ? /^(.+)\?$/.exec(name)?.[1] : undefined;
    if (optional !== undefined) return optionalProblem(text, optional);
    return parameterProblem(text, name) ?? { kind, name };
  }

  const optional = /^\[\[([^[\]]*)\]\]$/.exec(text)?.[1];
  if (optional !== undefined) return optionalProblem(text, optional);

  const group = /^\(([^()]*)\)$/.exec(text)?.[1];
  const kind = group === undefined ? "static" : "group";
  return staticProblem(text, group ?? text) ?? { kind, name: group ?? text };
}

/** Whether what was read is no segment. */
export function isProblem(parsed: Segment | Problem): parsed is Problem {
  return "code" in parsed;
}

/** Letters of any script, digits, `_`, `-` and `$`. Next serves all of these under the exact string as key. */
const isParameterName = (name: string) =>
  /^[A-Za-z0-9_$][A-Za-z0-9_$-]*$/.test(name) || /^[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_$-]*$/u.test(name);

function optionalProblem(text: string, name: string): Problem {
  return {
    code: "OPTIONAL_PARAM",
    message: `"${text}": Next.js has no optional single parameter.`,
    hint: `Write \`[${name}]\`, or \`[[...${name}]]\` for an optional catch-all.`,
  };
}

function parameterProblem(text: string, name: string): Problem | undefined {
  if (name === "") {
    const named = /\*|\.{3}/.test(text) ? "`[...slug]` or `*slug`" : "`[id]` or `:id`";
    return invalid(`"${text}" has no parameter name.`, `Write one, e.g. ${named}.`);
  }
  const modifier = /^(.+)([*+?])$/.exec(name);
  if (modifier?.[1] !== undefined) {
    const star = modifier[2] === "+" ? `*${modifier[1]}` : `*${modifier[1]}?`;
    return invalid(`"${text}" is not how a catch-all is written.`, `Write \`${star}\`.`);
  }
  if (!isParameterName(name)) {
    return invalid(
      `"${text}": a parameter's name is made of letters, digits, "-", "_" and "$".`,
      "Choose another name, e.g. `[id]`.",
    );
  }
  if (name in Object.prototype) {
    return invalid(
      `"${text}": Next.js loses a parameter that is called like a property of every JavaScript object.`,
      `Choose another name, e.g. \`[${name.replace(/\W|_/g, "")}Id]\`.`,
    );
  }
  return lengthProblem(text);
}

/** Other characters are a 404 or a failed build on at least one supported version; `_` in front makes a folder private. */
const staticName = /^[A-Za-z0-9~.-][A-Za-z0-9_~.-]*$/;

/** Names that Windows gives to devices, with any ending: such a folder cannot be checked out there. */
function isDeviceName(name: string): boolean {
  const [stem = ""] = name.split(".", 1);
  return (
    (stem.length === 3 || stem.length === 4) && /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(stem.toLowerCase())
  );
}

function staticProblem(text: string, name: string): Problem | undefined {
  if (text.startsWith("(.") && /^\(\.+\)/.test(text)) {
    return invalid(`"${text}" intercepts a page; a route handler cannot intercept.`, "Leave the marker out.");
  }
  if (!staticName.test(name)) return staticNameProblem(text, name);
  if (name === "node_modules" || isDeviceName(name) || name.endsWith(".")) {
    return invalid(`"${text}" cannot be the name of a folder on every system.`, "Choose another name.");
  }
  return lengthProblem(text);
}

/** Why Next.js cannot serve a folder of this name, and which one it could. */
function staticNameProblem(text: string, name: string): Problem {
  const renamed = folderNameLike(name);
  const hint =
    renamed === undefined
      ? "Choose another name."
      : `Write \`${text.startsWith("(") ? `(${renamed})` : renamed}\`.`;

  if (name.startsWith("@")) {
    return invalid(`"${text}" is a slot for pages; it is no part of a handler's URL.`, hint);
  }
  if (name.startsWith("_")) {
    return invalid(
      `"${text}": Next.js treats a folder that starts with "_" as private and answers 404.`,
      hint,
    );
  }
  if (/[[\]]/.test(name)) {
    return invalid(
      `"${text}" mixes brackets and other text; Next.js does not take it as a parameter.`,
      "Give the parameter a segment of its own, e.g. `posts/[id]`.",
    );
  }
  return invalid(
    `"${text}": Next.js can serve only letters, digits, "-", "_", "." and "~" in a folder's name.`,
    hint,
  );
}

/** The name nearest to one that Next.js cannot serve, of those that it can; undefined where nothing of it is left. */
export function folderNameLike(name: string): string | undefined {
  const renamed = name
    .normalize("NFKD")
    .replace(/^[^A-Za-z0-9~.-]+/, "")
    .replace(/\s+/g, "-")
    .replace(/[^A-Za-z0-9_~.-]/g, "");
  return staticName.test(renamed) ? renamed : undefined;
}

/** Common file systems hold names of 255 bytes; some space is left for what build tools append to them. */
function lengthProblem(text: string): Problem | undefined {
  return Buffer.byteLength(text) > 200
    ? invalid(`"${text.slice(0, 40)}…" is longer than a folder's name can be.`, "Choose a shorter name.")
    : undefined;
}

function invalid(message: string, hint: string): Problem {
  return { code: "ROUTE_INVALID", message, hint };
}
