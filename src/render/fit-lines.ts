import { eastAsianWidth } from "get-east-asian-width";
import { closing, flat, flatGroup, parseNodes, type Group, type Node } from "./brackets.js";

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
  return printStatement(code, line.length - code.length, width);
}

/** What Prettier decides by the kind of statement, before it looks for a bracket to break. */
function printStatement(code: string, indent: number, width: number): string {
  const pad = " ".repeat(indent);

  const [, condition, consequent] = /^(if \(.*\)) (return [^{]*;)$/.exec(code) ?? [];
  if (condition !== undefined && consequent !== undefined) {
    return `${print(parseNodes(condition), indent, width, 0)}\n${pad}  ${consequent}`;
  }

  const [, head, result] = /^(.* function \w+\(\): \w+)<(.+)> \{$/.exec(code) ?? [];
  if (head !== undefined && result !== undefined) {
    return `${pad}${head}<\n${pad}  ${result}\n${pad}> {`;
  }

  const [, arrow, body] = /^(const \w+ = \(.*\) =>) (.*)$/.exec(code) ?? [];
  if (arrow !== undefined && body !== undefined) return `${pad}${arrow}\n${pad}  ${body}`;

  const [, left, right] = /^(const \w+ =) (.*)$/.exec(code) ?? [];
  if (
    left !== undefined &&
    right !== undefined &&
    breaksAfterAssignment(right, indent + left.length + 1, width)
  ) {
    return `${pad}${left}\n${print(parseNodes(right), indent + 2, width, 0)}`;
  }
  return print(parseNodes(code), indent, width, 0);
}

/**
 * A call goes to the next line whole if breaking its arguments would gain little (one short argument), or if not even
 * its name fits behind the `=`.
 */
function breaksAfterAssignment(right: string, column: number, width: number): boolean {
  if (/^[\w.]+\((\w{0,20})\);$/.test(right)) return true;
  const [opening] = /^(?:await )?[\w.]+\(/.exec(right) ?? [];
  return opening !== undefined && column + columns(opening) > width;
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

  const [parameters, arrow] = nodes;
  if (typeof parameters === "object" && typeof arrow === "string" && arrow.startsWith(" => ")) {
    const body = [arrow.slice(" => ".length), ...nodes.slice(2)];
    return `${pad}${flatGroup(parameters)} =>\n${print(body, indent + 2, width, after)}`;
  }

  const at = breakingGroup(nodes);
  const group = nodes[at];
  if (group === undefined || typeof group === "string")
    return pad + whole.replace(/ ([!=]==) /, ` $1\n${pad}`);
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
  // A condition is no list: nothing separates it from the closing bracket.
  const isCondition = /^(if|while) $/.test(before);
  return `${pad}${before}${expand(isCondition ? { ...group, separator: "" } : group, indent, width)}${behind}`;
}

/** The group to break: the first one with something in it; in a short chain of calls, the last call's. */
function breakingGroup(nodes: readonly Node[]): number {
  const hasItems = (node: Node | undefined) => typeof node === "object" && node.items.length > 0;
  let at = nodes.findIndex(hasItems);
  for (let link = nodes[at + 1]; typeof link === "string" && link.startsWith("."); link = nodes[at + 1]) {
    if (!hasItems(nodes[at + 2])) break;
    at += 2;
  }
  return at;
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
  const lines = items.map((item) => `${print(item, indent + 2, width, separator.length)}${separator}`);
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${closing[open]}`;
}
