import { binding, withDefault } from "./bindings.js";
import { decorators } from "./decorators.js";
import { anyWord, identifier } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { statementList } from "./statements.js";
import { typeAnnotation } from "./types.js";
import { signatureOf } from "./type-members.js";

interface FunctionKind {
  readonly isAsync?: boolean;
  /** Whether it makes its name known: a declaration. `default` may have none. */
  readonly declares?: "name" | "default";
  readonly start?: number;
}

/** A function from its `function` on. */
export function functionHere(p: Parser, { isAsync = false, declares, start = p.start }: FunctionKind): Node {
  p.expect("function");
  const generator = p.eat("*");
  const inside = { mayReturn: true, mayAwait: isAsync, mayYield: generator };
  const isNamed = p.is("name") || declares === "name";
  // The name of a declaration belongs to what is around it.
  const name = () => (isNamed ? identifier(p) : null);
  const id = declares ? name() : p.within({ ...inside, mayReturn: false }, name);
  const signature = p.within(inside, () => signatureOf(p, ":"));
  const body = bodyIfThere(p, inside);
  const declared = body ? "FunctionDeclaration" : "TSDeclareFunction";
  if (!body && !declares) p.unexpected();
  return {
    type: declares ? declared : "FunctionExpression",
    start,
    end: p.lastEnd,
    id,
    generator,
    async: isAsync,
    ...signature,
    ...(body ? { body } : {}),
  };
}

/** A method from its parameters on. */
export function methodValue(p: Parser, isAsync: boolean, generator: boolean): Node {
  const { start } = p;
  const inside = { mayReturn: true, mayAwait: isAsync, mayYield: generator };
  const signature = p.within(inside, () => signatureOf(p, ":"));
  const body = bodyIfThere(p, inside);
  const type = body ? "FunctionExpression" : "TSEmptyBodyFunctionExpression";
  return {
    type,
    start,
    end: p.lastEnd,
    id: null,
    generator,
    async: isAsync,
    ...signature,
    body: body ?? null,
  };
}

function bodyIfThere(p: Parser, inside: Parser["inside"]): Node | undefined {
  if (p.is("{")) return p.within(inside, () => functionBody(p));
  p.refuseWithoutTypes();
  p.semicolon();
  return undefined;
}

/** `{ … }` of a function, with the directives at its start. */
export function functionBody(p: Parser): Node {
  const { start } = p;
  p.expect("{");
  const body = statementList(p, "}", true);
  p.expect("}");
  return { type: "BlockStatement", start, end: p.lastEnd, body };
}

/** `(…)` of a function, an arrow or a signature. */
export function parameters(p: Parser): Node[] {
  p.expect("(");
  return p.list(")", () => parameter(p));
}

const propertyWords: ReadonlySet<string> = new Set([
  "public",
  "private",
  "protected",
  "readonly",
  "override",
]);

/** A parameter. With `private` or the like before it, it makes a property of the class, too. */
function parameter(p: Parser): Node {
  const { start } = p;
  const decorated = p.is("@") ? decorators(p) : [];
  const words: string[] = [];
  while (p.is("name") && propertyWords.has(p.word) && p.ahead(() => isBindingNext(p))) {
    words.push(p.word);
    p.advance();
  }
  const inner = parameterItself(p);
  const marked = decorated.length > 0 ? { ...inner, decorators: decorated } : inner;
  if (words.length === 0) return marked;
  const accessibility = words.find((word) => word !== "readonly" && word !== "override");
  return {
    type: "TSParameterProperty",
    start,
    end: p.lastEnd,
    ...(accessibility === undefined ? {} : { accessibility }),
    readonly: words.includes("readonly"),
    override: words.includes("override"),
    parameter: marked,
  };
}

function isBindingNext(p: Parser): boolean {
  p.advance();
  return p.is("name") || p.is("{") || p.is("[");
}

function parameterItself(p: Parser): Node {
  const { start } = p;
  if (p.eat("...")) {
    const argument = binding(p);
    const typed = p.is(":") ? { typeAnnotation: typeAnnotation(p) } : {};
    return { type: "RestElement", start, end: p.lastEnd, argument, ...typed };
  }
  const bound = p.is("this") ? anyWord(p) : binding(p);
  const optional = p.language.hasTypes && p.eat("?");
  const typed = p.is(":") ? { typeAnnotation: typeAnnotation(p) } : {};
  const left =
    optional || "typeAnnotation" in typed
      ? { ...bound, end: p.lastEnd, ...(optional ? { optional } : {}), ...typed }
      : bound;
  return p.is("=") ? withDefault(p, left) : left;
}
