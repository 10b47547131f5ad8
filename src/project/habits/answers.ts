import { importedAs } from "../response-class.js";
import {
  bare,
  nameOf,
  part,
  parts,
  walk,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "../../syntax/module-syntax.js";

/** An answer that a route file makes: `Response.json(…)`, `new NextResponse(…)`. */
export interface Answer {
  readonly node: SyntaxNode;
  /** The platform's class, or Next's whatever it is called in the file. */
  readonly class: "Response" | "NextResponse";
  /** Whether it is made by the class's `json`, by hand from `JSON.stringify`, or is no JSON. */
  readonly form: "json" | "stringify" | "text" | "empty" | "other";
  /** What is answered: the value before it is turned into JSON. */
  readonly body: SyntaxNode | undefined;
  /** Its status, if it is written out; 200 where none is given. */
  readonly status: number | undefined;
}

/** The answers that are made at and below a node, in the order in which they stand. Pure. */
export function answersIn(node: SyntaxNode, { program }: ModuleSyntax): Answer[] {
  const next = importedAs(program, "NextResponse");
  const classOf = (name: string | undefined): Answer["class"] | undefined =>
    name === "Response" ? "Response" : name !== undefined && name === next ? "NextResponse" : undefined;
  const found: Answer[] = [];
  walk(node, (each) => {
    const callee = part(each, "callee");
    const [body, init] = parts(each, "arguments");
    if (each.type === "NewExpression") {
      const made = classOf(nameOf(callee));
      if (made) found.push({ node: each, class: made, ...bodyOf(body), status: statusOf(init) });
    }
    if (each.type === "CallExpression" && callee?.type === "MemberExpression") {
      const made = classOf(nameOf(part(callee, "object")));
      if (made && nameOf(part(callee, "property")) === "json")
        found.push({ node: each, class: made, form: "json", body, status: statusOf(init) });
    }
  });
  return found.sort((a, b) => a.node.start - b.node.start);
}

function bodyOf(body: SyntaxNode | undefined): Pick<Answer, "form" | "body"> {
  if (!body || (body.type === "Literal" && word(body, "raw") === "null"))
    return { form: "empty", body: undefined };
  const value = bare(body);
  if (value.type === "TemplateLiteral" || (value.type === "Literal" && word(value, "value") !== undefined))
    return { form: "text", body: value };
  const callee = part(value, "callee");
  const isStringified =
    callee?.type === "MemberExpression" &&
    nameOf(part(callee, "object")) === "JSON" &&
    nameOf(part(callee, "property")) === "stringify";
  return isStringified
    ? { form: "stringify", body: parts(value, "arguments")[0] }
    : { form: "other", body: value };
}

function statusOf(init: SyntaxNode | undefined): number | undefined {
  if (!init) return 200;
  if (init.type !== "ObjectExpression") return undefined;
  const status = parts(init, "properties").find((property) => nameOf(part(property, "key")) === "status");
  if (!status)
    return parts(init, "properties").some(({ type }) => type === "SpreadElement") ? undefined : 200;
  const value = part(status, "value");
  const number = Number(value && word(value, "raw"));
  return Number.isInteger(number) ? number : undefined;
}
