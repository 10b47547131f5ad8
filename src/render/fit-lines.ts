import { eastAsianWidth } from "get-east-asian-width";

/**
 * Breaks the lines that are too long, the way Prettier breaks them by default, so that templates can write every
 * statement on one line whatever the names in it turn out to be. It knows the forms that our templates have: calls,
 * objects, lists, parameters, imports and exports, type literals. A property test holds it against Prettier itself.
 */
export function fitLines(text: string, width = 80): string {
  return text
    .split("\n")
    .map((line) => fitLine(line, width))
    .join("\n");
}

/** Columns on a terminal: ideographs take two, combining marks none. Counted as Prettier counts. */
function columns(text: string): number {
  // eslint-disable-next-line no-control-regex -- ASCII is the common case, and its columns are its characters
  if (/^[\u0000-\u007f]*$/.test(text)) return text.length;
  let sum = 0;
  for (const char of text) {
    if (!/[\u0300-\u036f]/.test(char)) sum += eastAsianWidth(char.codePointAt(0) ?? 0);
  }
  return sum;
}

function fitLine(line: string, width: number): string {
  const code = line.trimStart();
  if (columns(line) <= width || code.startsWith("//") || /^\/?\*/.test(code)) return line;
  const indent = line.length - code.length;
  return print(parseNodes(code), indent, width, 0);
}

/** Text that is never broken, or a bracketed list of items. */
type Node = string | Group;
interface Group {
  readonly open: "(" | "{" | "[";
  readonly items: readonly Item[];
  readonly separator: "," | ";";
}
type Item = readonly Node[];

const closing = { "(": ")", "{": "}", "[": "]" } as const;

/** Cuts a line into text and groups. Strings and template literals are text, brackets in them included. */
function parseNodes(code: string): Node[] {
  const members = /^(export )?type /.test(code) ? ";" : ",";
  return parseItem({ code, members, at: 0 }, undefined).nodes;
}

/** Where the reading is, and what separates the members of an object (`;` in a type). */
interface Cursor {
  readonly code: string;
  readonly members: Group["separator"];
  at: number;
}

function parseItem(cursor: Cursor, close: string | undefined): { nodes: Node[]; end: string | undefined } {
  const { code } = cursor;
  const nodes: Node[] = [];
  let text = "";
  const flush = () => {
    if (text !== "") nodes.push(text);
    text = "";
  };
  while (cursor.at < code.length) {
    const char = code.charAt(cursor.at);
    const literal = /^["'`]/.test(char) ? literalAt(code, cursor.at) : "";
    if (literal !== "") {
      text += literal;
      cursor.at += literal.length;
    } else if (char === close || (close !== undefined && (char === "," || char === ";"))) {
      flush();
      return { nodes, end: char };
    } else if ((char === "(" || char === "{" || char === "[") && cursor.at < code.length - 1) {
      flush();
      nodes.push(parseGroup(cursor, char));
    } else {
      text += char;
      cursor.at += 1;
    }
  }
  flush();
  return { nodes, end: undefined };
}

function parseGroup(cursor: Cursor, open: Group["open"]): Node {
  const start = cursor.at;
  cursor.at += 1;
  const items: Item[] = [];
  const separator = open === "{" ? cursor.members : ",";
  for (;;) {
    const { nodes, end } = parseItem(cursor, closing[open]);
    if (nodes.length > 0) items.push(trimmed(nodes));
    // A bracket that is not closed on its line (`{` at the end of a function's head) is plain text.
    if (end === undefined) return cursor.code.slice(start);
    cursor.at += 1;
    if (end === closing[open]) return { open, items, separator };
  }
}

function trimmed(nodes: readonly Node[]): Item {
  return nodes
    .map((node, index) => {
      if (typeof node !== "string") return node;
      const start = index === 0 ? node.trimStart() : node;
      return index === nodes.length - 1 ? start.trimEnd() : start;
    })
    .filter((node) => node !== "");
}

function literalAt(code: string, start: number): string {
  const quote = code.charAt(start);
  for (let at = start + 1; at < code.length; at += 1) {
    if (code.charAt(at) === "\\") at += 1;
    else if (code.charAt(at) === quote) return code.slice(start, at + 1);
  }
  return "";
}

function flat(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : flatGroup(node))).join("");
}

function flatGroup({ open, items, separator }: Group): string {
  const inner = items.map(flat).join(`${separator} `);
  const space = open === "{" && inner !== "" ? " " : "";
  return `${open}${space}${inner}${space}${closing[open]}`;
}

/**
 * Prints nodes from a column on; breaks the outermost group that can be broken, and inside it only what still does
 * not fit.
 *
 * @param after how many columns have to stay free behind the text, e.g. for a comma.
 */
function print(nodes: readonly Node[], indent: number, width: number, after: number): string {
  const pad = " ".repeat(indent);
  const whole = flat(nodes);
  if (indent + columns(whole) + after <= width) return pad + whole;

  const at = breakingGroup(nodes);
  const group = nodes[at];
  if (group === undefined || typeof group === "string") return pad + whole;
  const before = flat(nodes.slice(0, at));
  const behind = flat(nodes.slice(at + 1));

  // A pattern that fits keeps its line, and what is taken apart goes below, unless the pattern is complex.
  const [, assigned] = /^ = (.*)$/.exec(behind) ?? [];
  const left = `${pad}${before}${flatGroup(group)} =`;
  if (assigned !== undefined && columns(left) <= width && !isComplexPattern(group)) {
    return `${left}\n${pad}  ${assigned}`;
  }

  const hugged = hug(group, indent, width, indent + columns(before));
  if (hugged !== undefined) return `${pad}${before}${hugged}${behind}`;
  return `${pad}${before}${expand(group, indent, width)}${behind}`;
}

/** The group to break: the first one with something in it. A call inside a type or a template is text already. */
function breakingGroup(nodes: readonly Node[]): number {
  return nodes.findIndex((node) => typeof node !== "string" && node.items.length > 0);
}

/** `f(a, {` … `})`: a last argument that is an object stays on the line, unless the one before it is an object too. */
function hug(group: Group, indent: number, width: number, column: number): string | undefined {
  const last = group.items.at(-1);
  const object = last?.length === 1 ? last[0] : undefined;
  const others = group.items.slice(0, -1);
  if (
    group.open !== "(" ||
    object === undefined ||
    !isObject(object) ||
    others.some((item) => item.some(isObject))
  ) {
    return undefined;
  }
  const start = `(${others.map((item) => `${flat(item)}, `).join("")}`;
  if (column + columns(start) + 1 > width) return undefined;
  return `${start}${expand(object, indent, width)})`;
}

/** Prettier's rule for a pattern that is opened even if its line would fit: a new name or a default among many. */
function isComplexPattern({ items }: Group): boolean {
  return items.length > 2 && items.some((item) => /[:=]/.test(flat(item)));
}

function isObject(node: Node): node is Group {
  return typeof node !== "string" && node.open === "{";
}

function expand({ open, items, separator }: Group, indent: number, width: number): string {
  const lines = items.map((item) => `${print(item, indent + 2, width, 1)}${separator}`);
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${closing[open]}`;
}
