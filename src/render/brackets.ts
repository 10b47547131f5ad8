import { literalEnd } from "./literal-ends.js";

/** A line of code, cut at its brackets: what the printer breaks a line by. */

/** Text that is never broken, or a bracketed list of items. */
export type Node = string | Group;

/** A bracketed list: its items, and what separates them. */
export interface Group {
  readonly open: "(" | "{" | "[";
  readonly items: readonly Item[];
  readonly separator: "," | ";" | "";
}

/** What stands between two separators. */
export type Item = readonly Node[];

/** The bracket that closes each. */
export const closing = { "(": ")", "{": "}", "[": "]" } as const;

/** Cuts a line into text and groups. Literals are text, brackets in them included. */
export function parseNodes(code: string): Node[] {
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
  let start = cursor.at;
  const flush = () => {
    if (start < cursor.at) nodes.push(code.slice(start, cursor.at));
  };
  while (cursor.at < code.length) {
    const char = code.charAt(cursor.at);
    switch (char) {
      case '"':
      case "'":
      case "`":
      case "/":
        cursor.at = literalEnd(code, cursor.at) ?? cursor.at + 1;
        break;
      case "(":
      case "{":
      case "[":
        if (char === "[" && isMemberAt(cursor)) parseGroup(cursor, char);
        else if (cursor.at < code.length - 1) {
          flush();
          nodes.push(parseGroup(cursor, char));
          start = cursor.at;
        } else cursor.at += 1;
        break;
      case ")":
      case "}":
      case "]":
      case ",":
      case ";":
        if (char === close || (close !== undefined && (char === "," || char === ";"))) {
          flush();
          return { nodes, end: char };
        }
        cursor.at += 1;
        break;
      default:
        cursor.at += 1;
    }
  }
  flush();
  return { nodes, end: undefined };
}

/** Whether a `[` follows what it is a member of, as in `rows[0]`, `User["id"]` and `string[]`: that is text, and no list. */
function isMemberAt({ code, at }: Cursor): boolean {
  return /[\w>)\]"']/.test(code.charAt(at - 1));
}

function parseGroup(cursor: Cursor, open: Group["open"]): Node {
  const start = cursor.at;
  cursor.at += 1;
  const items: Item[] = [];
  for (;;) {
    const { nodes, end } = parseItem(cursor, closing[open]);
    if (nodes.length > 0) items.push(trimmed(nodes));
    // A bracket that is not closed on its line (`{` at the end of a function's head) is plain text.
    if (end === undefined) return cursor.code.slice(start);
    cursor.at += 1;
    if (end === closing[open]) return { open, items, separator: separatorOf(open, items, cursor) };
  }
}

/** A type literal has semicolons between its members wherever it stands, and tells by a member that no object has. */
function separatorOf(open: Group["open"], items: readonly Item[], { members }: Cursor): Group["separator"] {
  return open === "{" && items.some(isTypeMember) ? ";" : open === "{" ? members : ",";
}

function isTypeMember([name, type]: Item): boolean {
  if (typeof name !== "string") return false;
  if (/^\w+\??: (?:string(?:\[\])?|Promise<)$/.test(name)) return true;
  return /^\w+: $/.test(name) && typeof type === "object" && type.separator === ";";
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

/** The text of nodes on one line. */
export function flat(nodes: readonly Node[]): string {
  let text = "";
  for (const node of nodes) text += typeof node === "string" ? node : flatGroup(node);
  return text;
}

/** The same of a group: an object has a space inside of each of its braces. */
export function flatGroup({ open, items, separator }: Group): string {
  const inner = items.map(flat).join(`${separator} `);
  const space = open === "{" && inner !== "" ? " " : "";
  return `${open}${space}${inner}${space}${closing[open]}`;
}
