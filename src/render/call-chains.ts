import { flat, type Group, type Item, type Node } from "./brackets.js";

/** A chain of calls, cut where Prettier breaks it: `const [row] = await db`, `.select()`, `.from(rows)`, `.where(…);`. */
export interface CallChain {
  readonly head: string;
  readonly links: readonly (readonly Node[])[];
  /** Whether it is broken even where it would fit. */
  readonly isAlwaysBroken: boolean;
}

/** From here on it counts what is in the brackets. Source: Prettier, printMemberChain, `callExpressions.length > 2`. */
const long = 3;

/** Whether a line could have such a chain in it: a cheap look at the text. */
export function couldBeChained(line: string): boolean {
  return line.includes(").") && /\w\.\$?\w+\(.*\)\.\$?\w+\(/.test(line);
}

/** The chain that a statement ends in; undefined if there is none. */
export function chainIn(nodes: readonly Node[]): CallChain | undefined {
  for (const [at, node] of nodes.entries()) {
    const [, head, first] = typeof node === "string" ? (/^(.*\b\w+)(\.\$?\w+)$/s.exec(node) ?? []) : [];
    if (head === undefined || first === undefined) continue;
    const links = linksFrom(first, nodes.slice(at + 1));
    // Two calls of something that is no `await db` are broken inside of their brackets.
    if (!links || links.length < (/\bawait \w+$/.test(head) ? long - 1 : long)) continue;
    const isSimple = links.every((link) =>
      link.filter(isGroup).every(({ items }) => items.every(isSimpleItem)),
    );
    return {
      head: flat([...nodes.slice(0, at), head]),
      links,
      isAlwaysBroken: links.length >= long && !isSimple,
    };
  }
  return undefined;
}

/** `.from`, `(rows)`, `.where`, `(…)`, `;` as links; undefined if something else is among them. */
function linksFrom(first: string, nodes: readonly Node[]): Node[][] | undefined {
  const links: Node[][] = [[first]];
  for (const node of nodes) {
    const link = links.at(-1) ?? [];
    if (isGroup(node)) {
      if (node.open !== "(" || link.length !== 1) return undefined;
      link.push(node);
    } else if (/^\.\$?\w+$/.test(node)) links.push([node]);
    else if (/^[;,]$/.test(node)) link.push(node);
    else return undefined;
  }
  return links.every((link) => link.length > 1) ? links : undefined;
}

function isGroup(node: Node): node is Group {
  return typeof node !== "string";
}

/** Source: Prettier, isSimpleCallArgument: names, literals (of the patterns, the short ones), and calls and objects of these that are not nested deep. */
function isSimpleItem(item: Item): boolean {
  return isSimple(item, 0);
}

function isSimple(item: Item, depth: number): boolean {
  if (depth >= 2) return item.length === 1 && typeof item[0] === "string" && /^[\w"'`-]+$/.test(item[0]);
  return item.every((node, index) => {
    if (typeof node === "string") return isSimpleText(node, index === 0);
    return node.open === "{" && index === 0
      ? node.items.every((each) => isSimple(afterKey(each), depth + 1))
      : node.items.every((each) => isSimple(each, depth + 1));
  });
}

function isSimpleText(text: string, isFirst: boolean): boolean {
  return (
    /^["'`]/.test(text) ||
    /^\/.{1,5}\/$/.test(text) ||
    (isFirst ? /^-?[\w$][\w$.]*$/ : /^\.[\w$.]+$/).test(text)
  );
}

/** The value of a member of an object. */
function afterKey(item: Item): Item {
  const [first, ...rest] = item;
  return typeof first === "string" ? [first.replace(/^\w+: /, ""), ...rest] : item;
}
