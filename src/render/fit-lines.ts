import { defaultStyle, pageWidth, type TextStyle } from "../project/text-style.js";
import { closing, flat, flatGroup, parseNodes, type Group, type Item, type Node } from "./brackets.js";
import { chainIn, couldBeChained } from "./call-chains.js";
import { remembered } from "../remembered.js";
import { columns } from "./columns.js";
import { operandTexts } from "./literal-ends.js";

/**
 * Breaks the lines that are too long, the way Prettier breaks them by default, so that templates can write every
 * statement on one line whatever the names in it turn out to be. It knows the forms that our templates have: calls,
 * objects, lists, parameters, imports and exports, type literals. A property test holds it against Prettier itself.
 */
export function fitLines(text: string, page: Page = defaultPage): string {
  return text
    .split("\n")
    .map((line) => fitLine(inLevels(line, page), page))
    .join("\n");
}

/** What lines are fitted to. */
export interface Page extends Pick<TextStyle, "semicolons" | "trailingCommas"> {
  /** In columns. */
  readonly width: number;
  /** One level of indentation, in columns. */
  readonly indent: number;
}

const defaultPage: Page = { ...defaultStyle, width: pageWidth, indent: 2 };

/** The page that a style asks for; a tab counts as Prettier counts it by default. */
export const pageOf = remembered(pageFor);

function pageFor({ indent, semicolons, trailingCommas }: TextStyle): Page {
  const columnsOfLevel = indent === "\t" ? defaultPage.indent : indent.length;
  return { ...defaultPage, indent: columnsOfLevel, semicolons, trailingCommas };
}

/** A line of a template, whose levels are two columns each. */
function inLevels(line: string, page: Page): string {
  if (page.indent === defaultPage.indent) return line;
  return line.replace(/^(?: {2})+/, (blank) => step(page).repeat(blank.length / 2));
}

function step({ indent }: Page): string {
  return " ".repeat(indent);
}

/** The columns of a statement or of a part of one; a semicolon that will not be there takes none. */
function lengthOf(text: string, { semicolons }: Page): number {
  return columns(text) - (!semicolons && text.endsWith(";") ? 1 : 0);
}

function fitLine(line: string, page: Page): string {
  // No character takes more than two columns.
  const isLong = line.length * 2 > page.width && lengthOf(line, page) > page.width;
  if (!isLong && !couldBeChained(line)) return line;
  const kept = keptLines(page);
  const known = kept.get(line);
  if (known !== undefined) return known;
  const fitted = isComment(line.trimStart()) ? line : broken(line, isLong, page);
  if (kept.size < mostKept) kept.set(line, fitted);
  return fitted;
}

/** Half of the long lines of a route are the same in any other; those of the other half name it, and are not met again. */
const mostKept = 200;
const keptLines = remembered<Page, Map<string, string>>(() => new Map());

function broken(line: string, isLong: boolean, page: Page): string {
  const code = line.trimStart();
  const indent = line.length - code.length;
  const nodes = parseNodes(code);
  const chain = couldBeChained(code) ? chainIn(nodes) : undefined;
  if (chain && (chain.isAlwaysBroken || isLong)) {
    const links = chain.links.map((link) => print(link, indent + page.indent, page, 0));
    return [" ".repeat(indent) + chain.head, ...links].join("\n");
  }
  return isLong ? printStatement(code, nodes, indent, page) : line;
}

function isComment(code: string): boolean {
  return code.startsWith("//") || /^\/?\*/.test(code);
}

/** What Prettier decides by the kind of statement, before it looks for a bracket to break. */
function printStatement(code: string, nodes: readonly Node[], indent: number, page: Page): string {
  const pad = " ".repeat(indent);

  const [keyword, condition, ...rest] = nodes;
  const consequent = keyword === "if " ? flat(rest).trim() : "";
  if (keyword === "if " && condition !== undefined && /^[^{].*;$/.test(consequent)) {
    const returned = print(parseNodes(consequent), indent + page.indent, page, 0);
    return `${print([keyword, condition], indent, page, 0)}\n${returned}`;
  }

  const [, head, result] = code.endsWith("> {")
    ? (/^(.* function \w+\(\): \w+)<(.+)> \{$/.exec(code) ?? [])
    : [];
  if (head !== undefined && result !== undefined) {
    return `${pad}${head}<\n${pad}${step(page)}${result}\n${pad}> {`;
  }

  const [, asked, either, or] = /^(return \w+) (\? [^?:]+) (: [^?:]+;)$/.exec(code) ?? [];
  if (asked !== undefined && either !== undefined && or !== undefined)
    return [pad + asked, pad + step(page) + either, pad + step(page) + or].join("\n");

  if (/^(?:export )?type /.test(code)) return printType(code, nodes, indent, page);
  if (!code.startsWith("const ")) return print(nodes, indent, page, 0);
  const [, arrow, body] = /^(const \w+ = \(.*\) =>) (.*)$/.exec(code) ?? [];
  if (arrow !== undefined && body !== undefined) return `${pad}${arrow}\n${pad}${step(page)}${body}`;

  const [, left, right] = /^(const \w+ =) (.*)$/.exec(code) ?? [];
  if (left !== undefined && right !== undefined) {
    const assigned = parseNodes(right);
    if (breaksAfterAssignment(right, assigned, indent + left.length + 1, page))
      return `${pad}${left}\n${printChoice(assigned, indent + page.indent, page)}`;
  }
  return print(nodes, indent, page, 0);
}

/** The arguments of a type go below it, each to a line of its own; so does what a name stands for, if not even its bracket fits behind the `=`. */
function printType(code: string, nodes: readonly Node[], indent: number, page: Page): string {
  const pad = " ".repeat(indent);
  const [, generic, types, taken] = /^([\w ]+ = [\w.]+)<([^{]+)>((?:\[[^\]]*\])*;)$/.exec(code) ?? [];
  if (generic !== undefined && types !== undefined && taken !== undefined) {
    const below = types.replaceAll(", ", `,\n${pad}${step(page)}`);
    return `${pad}${generic}<\n${pad}${step(page)}${below}\n${pad}>${taken}`;
  }

  const [, alias, other] = /^([\w ]+ =) ([\w.$ ]+;)$/.exec(code) ?? [];
  if (alias !== undefined && other !== undefined) return `${pad}${alias}\n${pad}${step(page)}${other}`;

  const [head, ...rest] = nodes;
  const [, named, first] = typeof head === "string" ? (/^([\w ]+ =) (\w+ & )$/.exec(head) ?? []) : [];
  if (named === undefined || first === undefined || indent + columns(`${named} ${first}{`) <= page.width)
    return print(nodes, indent, page, 0);
  return `${pad}${named}\n${print([first, ...rest], indent + page.indent, page, 0)}`;
}

/** `a ?? b` on one line, or each on its own if that is too long. */
function printChoice(nodes: readonly Node[], indent: number, page: Page): string {
  if (indent + lengthOf(flat(nodes), page) <= page.width) return print(nodes, indent, page, 0);
  return operandsOf(nodes)
    .map((operand) => printOperand(operand, indent, page))
    .join("\n");
}

/** The operands of a chain, each with the operator behind it. */
function operandsOf(nodes: readonly Node[]): Node[][] {
  const operands: Node[][] = [[]];
  for (const node of nodes) {
    const parts: Node[] = typeof node === "string" ? operandTexts(node) : [node];
    operands.at(-1)?.push(...parts.slice(0, 1).filter((each) => each !== ""));
    operands.push(...parts.slice(1).map((each) => (each === "" ? [] : [each])));
  }
  return operands;
}

/** A chain in brackets of its own: its operands below each other, behind the bracket. */
function printOperand(operand: readonly Node[], indent: number, page: Page): string {
  const [group, ...rest] = operand;
  const isLong = indent + lengthOf(flat(operand), page) > page.width;
  const items: readonly Item[] = typeof group === "object" && group.open === "(" ? group.items : [];
  const [inner, ...others] = items;
  if (!isLong || inner === undefined || others.length > 0) return print(operand, indent, page, 0);
  const [first = [], ...below] = operandsOf(inner);
  const lines = [
    print(["(", ...first], indent, page, 0),
    ...below.map((each, index) =>
      print(
        each,
        indent + page.indent,
        page,
        index === below.length - 1 ? 1 + lengthOf(flat(rest), page) : 0,
      ),
    ),
  ];
  return `${lines.join("\n")})${flat(rest)}`;
}

/**
 * A choice between two goes to the next line whole; so does a call if breaking its arguments would gain little (one short
 * argument), or if not even its name fits behind the `=`.
 */
function breaksAfterAssignment(right: string, nodes: readonly Node[], column: number, page: Page): boolean {
  if (nodes.some((node) => typeof node === "string" && / (\?\?|\|\||&&) /.test(node))) return true;
  if (/^[\w.]+\((\w{0,20})\);$/.test(right) || /^"(?:[^"\\]|\\.)*";$/.test(right)) return true;
  const [opening] = /^(?:await )?[\w.]+\(/.exec(right) ?? [];
  return opening !== undefined && column + columns(opening) > page.width;
}

/**
 * Prints nodes from a column on; breaks the outermost group that can be broken, and inside it only what still does
 * not fit.
 *
 * @param after how many columns have to stay free behind the text, e.g. for a comma.
 */
function print(nodes: readonly Node[], indent: number, page: Page, after: number): string {
  const pad = " ".repeat(indent);
  const whole = flat(nodes);
  if (indent + lengthOf(whole, page) + after <= page.width) return pad + whole;

  // A text is never broken: it goes below its key.
  const [, label, literal] = /^(\w+:) ("(?:[^"\\]|\\.)*")$/.exec(whole) ?? [];
  if (label !== undefined && literal !== undefined) return `${pad}${label}\n${pad}${step(page)}${literal}`;

  // A choice by a condition goes below its key, whole if it can.
  const [, key, choice] = whole.includes(" ? ") ? (/^(\w+:) (.* \? .* : .*)$/.exec(whole) ?? []) : [];
  if (
    key !== undefined &&
    choice !== undefined &&
    indent + page.indent + columns(choice) + after <= page.width
  )
    return `${pad}${key}\n${pad}${step(page)}${choice}`;

  const [parameters, arrow] = nodes;
  if (typeof parameters === "object" && typeof arrow === "string" && arrow.startsWith(" => ")) {
    const body = [arrow.slice(" => ".length), ...nodes.slice(2)];
    return `${pad}${flatGroup(parameters)} =>\n${print(body, indent + page.indent, page, after)}`;
  }

  const at = breakingGroup(nodes);
  const group = nodes[at];
  if (group === undefined || typeof group === "string")
    return pad + whole.replace(/ ([!=]==) /, ` $1\n${pad}`);
  const before = flat(nodes.slice(0, at));
  const behind = flat(nodes.slice(at + 1));

  // A pattern that fits keeps its line, and what is taken apart goes below, unless the pattern is complex.
  const assigned = behind.startsWith(" = ") ? behind.slice(" = ".length) : undefined;
  const left = `${pad}${before}${flatGroup(group)} =`;
  if (assigned !== undefined && columns(left) <= page.width && !isComplexPattern(group)) {
    return `${left}\n${pad}${step(page)}${assigned}`;
  }

  const [colon, type, ...others] = nodes.slice(at + 1);
  if (colon === ": " && type !== undefined && isObject(group)) {
    const typed = print([type, ...others], indent, page, after + columns("}: ")).trimStart();
    return `${pad}${before}${expand(group, indent, page)}${colon}${typed}`;
  }

  const spread = before.endsWith("...") ? hugInSpread(group, indent, page) : undefined;
  if (spread !== undefined) return `${pad}${before}${spread}${behind}`;
  const hugged = hug(group, indent, page, indent + columns(before));
  if (hugged !== undefined) return `${pad}${before}${hugged}${behind}`;
  // A condition is no list: nothing separates it from the closing bracket.
  const isCondition = before === "if " || before === "while ";
  if (isCondition) {
    const inner = operandsOf(group.items.flat()).map((each) =>
      printOperand(each, indent + page.indent, page),
    );
    return `${pad}${before}(\n${inner.join("\n")}\n${pad})${behind}`;
  }
  return `${pad}${before}${expand(group, indent, page)}${behind}`;
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

/** `f(a, {` … `})`: a last argument that is an object or a list stays on the line, unless one before it is such a thing too. */
function hug(group: Group, indent: number, page: Page, column: number): string | undefined {
  const last = group.items.at(-1);
  const object = last?.length === 1 ? last[0] : undefined;
  const others = group.items.slice(0, -1);
  if (
    group.open !== "(" ||
    object === undefined ||
    !isObjectOrList(object) ||
    others.some((item) => item.some((node) => isObject(node) || (item.length === 1 && isObjectOrList(node))))
  ) {
    return undefined;
  }
  const start = `(${others.map((item) => `${flat(item)}, `).join("")}`;
  if (column + columns(start) + 1 > page.width) return undefined;
  return `${start}${expand(object, indent, page)})`;
}

/** `...(condition && {` … `})`: the object at the end of a condition stays on its line. */
function hugInSpread({ items }: Group, indent: number, page: Page): string | undefined {
  const [only, ...others] = items;
  const object = only?.at(-1);
  if (others.length > 0 || object === undefined || !isObject(object)) return undefined;
  return `(${flat(only?.slice(0, -1) ?? [])}${expand(object, indent, page)})`;
}

/** Prettier's rule for a pattern that is opened even if its line would fit: a new name or a default among many. */
function isComplexPattern({ items }: Group): boolean {
  return items.length > 2 && items.some((item) => /[:=]/.test(flat(item)));
}

function isObject(node: Node): node is Group {
  return typeof node !== "string" && node.open === "{";
}

function isObjectOrList(node: Node): node is Group {
  return typeof node !== "string" && node.open !== "(";
}

function expand({ open, items, separator }: Group, indent: number, page: Page): string {
  const last = endsInComma(open, page) ? separator : separator.replace(",", "");
  const lines = items.map((item, index) => {
    const end = index === items.length - 1 ? last : separator;
    return `${print(item, indent + page.indent, page, end.length)}${end}`;
  });
  return `${open}\n${lines.join("\n")}\n${" ".repeat(indent)}${closing[open]}`;
}

function endsInComma(open: Group["open"], { trailingCommas }: Page): boolean {
  return trailingCommas === "all" || (trailingCommas === "es5" && open !== "(");
}
