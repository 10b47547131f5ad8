import { flat, parseNodes, type Group, type Item, type Node } from "../render/brackets.js";
import { pageWidth } from "../project/text-style.js";

/** A call around a handler's function, each part on one line. */
export interface WrappedHandler {
  /** What stands before the call, e.g. `export const GET = `. */
  readonly left: string;
  /** The call's text before and behind the function. */
  readonly before: string;
  readonly after: string;
  /** The function up to its body, e.g. `async (req) => {`. */
  readonly head: string;
}

/** The text around a function's body in such a call. */
export interface WrapperLayout {
  readonly opening: string;
  readonly closing: string;
  /** How many levels deeper than usual the function's body stands. */
  readonly depth: number;
}

/** Stands for the function in the call. */
const placeholder = "\uE000";

/**
 * Lays a call out the way Prettier does it: the function hugs the brackets if it is the last argument and its head fits the
 * line; else each argument stands on a line of its own, and so does a call that has the function in it. Pure.
 */
export function wrapperLayout({ left, before, after, head }: WrappedHandler): WrapperLayout {
  const { opening, closing, depth } = callLayout(left, parseNodes(`${before}${placeholder}${after}`), head);
  return { opening, closing: `${closing};`, depth };
}

/** The same of a part of the call, without the end of the statement. */
function callLayout(left: string, nodes: readonly Node[], head: string): WrapperLayout {
  const at = nodes.findLastIndex((node) => argumentAt(node) !== -1);
  const group = nodes[at];
  if (group === undefined || typeof group === "string") return outerLayout(left, nodes, head);
  const [before = "", after = ""] = flat(nodes).split(placeholder);
  const hugged = { opening: `${left}${before}${head}`, closing: `}${after}`, depth: 0 };
  const index = argumentAt(group);
  const others = group.items.slice(index + 1).map(flat);
  const canHug = others.length === 0 || (index === 0 && others.length === 1 && !/^[{[]/.test(others.join()));
  const line = `${left}${flat(nodes.slice(0, at))}`;
  const callee = line.length < pageWidth ? line : withBrokenTypes(line);
  const isShort = hugged.opening.length <= pageWidth || callee !== line;
  if (canHug && isShort) return { ...hugged, opening: hugged.opening.replace(line, () => callee) };
  // `withRole({ role: "admin" })(` keeps the function even then, and breaks its parameters.
  if (canHug && line.endsWith(")"))
    return { ...hugged, opening: hugged.opening.replace(head, () => withBrokenParameters(head)) };
  return {
    opening: `${callee}(\n${onLines(group.items.slice(0, index))}  ${head}`,
    closing: `  },\n${onLines(group.items.slice(index + 1))})${flat(nodes.slice(at + 1))}`,
    depth: 1,
  };
}

/** A call of which one argument is a call with the function in it: `withErrors(withAuth(async () => …))`. */
function outerLayout(left: string, nodes: readonly Node[], head: string): WrapperLayout {
  const holds = (item: Item) => flat(item).includes(placeholder);
  const at = nodes.findIndex(
    (node) => typeof node === "object" && node.open === "(" && node.items.some(holds),
  );
  const group = nodes[at];
  if (group === undefined || typeof group === "string") {
    const [before = "", after = ""] = flat(nodes).split(placeholder);
    return { opening: `${left}${before}${head}`, closing: `}${after}`, depth: 0 };
  }
  const index = group.items.findIndex(holds);
  const inner = callLayout("  ", group.items[index] ?? [], head);
  return {
    opening: `${left}${flat(nodes.slice(0, at))}(\n${onLines(group.items.slice(0, index))}${inner.opening.replace(/\n/g, "\n  ")}`,
    closing: `  ${inner.closing.replace(/\n/g, "\n  ")},\n${onLines(group.items.slice(index + 1))})${flat(nodes.slice(at + 1))}`,
    depth: inner.depth + 1,
  };
}

function onLines(items: readonly Item[]): string {
  return items.map((item) => `  ${flat(item)},\n`).join("");
}

/** `handle<{ id: string }>` with each member of the type on a line of its own. */
function withBrokenTypes(callee: string): string {
  return callee.replace(/<\{ (.*) \}>$/, (_, members: string) => {
    const lines = members.split("; ").map((member) => `  ${member};\n`);
    return `<{\n${lines.join("")}}>`;
  });
}

function withBrokenParameters(head: string): string {
  return parseNodes(head)
    .map((node) => {
      if (typeof node === "string") return node;
      return `(\n${node.items.map((item) => `  ${flat(item)},\n`).join("")})`;
    })
    .join("");
}

/** Which of a call's arguments the function is; -1 if this is not the call, or the function is deeper in it. */
function argumentAt(node: Node | Group): number {
  if (typeof node === "string" || node.open !== "(") return -1;
  return node.items.findIndex((item) => flat(item) === placeholder);
}
