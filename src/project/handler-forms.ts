import { inOrder, isMethod, type Method } from "../spec/methods.js";
import type { ImportedName } from "./imports.js";
import type { ModuleExports } from "./module-exports.js";
import {
  bare,
  isFunction,
  nameOf,
  part,
  parts,
  type ModuleSyntax,
  type SyntaxNode,
} from "../syntax/module-syntax.js";
import { signatureOf, typeText, type Signature, type Source } from "./handler-parameters.js";

/** How a handler that is there is written: what a new one beside it has to look like. */
export interface HandlerForm extends Signature {
  readonly method: Method;
  readonly kind: "function" | "arrow" | "wrapper";
  /** The type of the constant that holds it, as it is written: `Handler` in `const GET: Handler = …`. */
  readonly annotation: string | undefined;
  /** The call around the handler's function; only of a wrapper. */
  readonly wrapper: Wrapper | undefined;
}

/** `withAuth(` … `, { role: "admin" })`: the text before and behind the function. */
export interface Wrapper {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Whether it is given anything besides the function. */
  readonly hasArguments: boolean;
  /** What the call has to import; of a wrapper that is seen in another file only. */
  readonly imports?: readonly ImportedFrom[];
}

interface ImportedFrom extends ImportedName {
  readonly source: string;
}

/** A handler whose form says nothing about how to write another: `export const { GET } = …`, a call without a function. */
export interface OpaqueHandler {
  readonly method: Method;
  readonly kind: "opaque";
  /** The function that it is the result of, e.g. `createHandlers`. */
  readonly from: string | undefined;
}

/** Reads the forms of a route file's handlers, in the order of the methods. Pure. */
export function handlerFormsOf(
  text: string,
  syntax: ModuleSyntax,
  { all }: ModuleExports,
): (HandlerForm | OpaqueHandler)[] {
  const forms = all.flatMap(({ name, value, annotation }) => {
    if (!isMethod(name)) return [];
    return [formOf(name, value && bare(value), annotation, { text, syntax })];
  });
  const order = inOrder(forms.map(({ method }) => method));
  return forms.sort((a, b) => order.indexOf(a.method) - order.indexOf(b.method));
}

function formOf(
  method: Method,
  value: SyntaxNode | undefined,
  annotation: SyntaxNode | undefined,
  source: Source,
): HandlerForm | OpaqueHandler {
  const opaque = { method, kind: "opaque" as const, from: value && calleeOf(value) };
  if (!value) return opaque;
  const typed = annotation && typeText(annotation, source.text);
  if (annotation && typed === undefined) return opaque;
  if (isFunction(value)) {
    const kind = value.type === "FunctionDeclaration" ? "function" : "arrow";
    return { method, kind, annotation: typed, wrapper: undefined, ...signatureOf(value, source) };
  }
  const callback = callbackOf(value, source.syntax);
  if (!callback) return opaque;
  const wrapper = wrapperOf(value, callback.argument, source.text);
  // A comment in the call speaks of this handler and not of the next.
  if (/\/\/|\/\*/.test(wrapper.before + wrapper.after)) return opaque;
  return { method, kind: "wrapper", annotation: typed, wrapper, ...signatureOf(callback.function, source) };
}

/** A handler taken apart: what is exported, and in it the argument that is, or names, the function. */
export interface HandlerParts {
  readonly value: SyntaxNode;
  readonly argument: SyntaxNode;
  readonly function: SyntaxNode;
}

/** The parts of a handler that is a function or a call with one; of a plain function all are the same. */
export function handlerPartsOf(value: SyntaxNode, syntax: ModuleSyntax): HandlerParts | undefined {
  const plain = bare(value);
  if (isFunction(plain)) return { value: plain, argument: plain, function: plain };
  const callback = callbackOf(plain, syntax);
  return callback && { value: plain, ...callback };
}

/**
 * The one function that is handed to a call, however deep (`a(b(async () => …))`), or that is declared in the module
 * and handed over by its name.
 */
function callbackOf(
  call: SyntaxNode,
  syntax: ModuleSyntax,
): { argument: SyntaxNode; function: SyntaxNode } | undefined {
  if (call.type !== "CallExpression") return undefined;
  const found = parts(call, "arguments").flatMap((argument) => {
    const value = bare(argument);
    if (isFunction(value)) return [{ argument, function: value }];
    const declared = value.type === "Identifier" ? functionNamed(nameOf(value), syntax) : undefined;
    if (declared) return [{ argument, function: declared }];
    const inner = callbackOf(value, syntax);
    return inner ? [inner] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

function functionNamed(name: string | undefined, { program }: ModuleSyntax): SyntaxNode | undefined {
  for (const statement of program.body) {
    const declaration = part(statement, "declaration") ?? statement;
    if (declaration.type === "FunctionDeclaration" && nameOf(part(declaration, "id")) === name)
      return declaration;
    for (const declarator of parts(declaration, "declarations")) {
      const value = part(declarator, "init");
      if (nameOf(part(declarator, "id")) === name && value && isFunction(bare(value))) return bare(value);
    }
  }
  return undefined;
}

function wrapperOf(call: SyntaxNode, argument: SyntaxNode, text: string): Wrapper {
  const before = text.slice(call.start, argument.start);
  const after = text.slice(argument.end, call.end);
  return { name: calleeOf(call) ?? "", before, after, hasArguments: hasOtherArguments(call, argument) };
}

/** Whether a call, or one that it is made of (`a({…})(f)`, `a(b("x", f))`), is given anything besides the argument. */
function hasOtherArguments(call: SyntaxNode, argument: SyntaxNode): boolean {
  const made = part(call, "callee") ?? part(call, "object");
  const given = parts(call, "arguments");
  const inner = given.find(({ start, end }) => start <= argument.start && argument.end <= end);
  return (
    given.some((each) => each !== inner) ||
    (inner !== undefined && inner !== argument && hasOtherArguments(bare(inner), argument)) ||
    (made !== undefined && hasOtherArguments(made, argument))
  );
}

/** The name of what is called: `withAuth`, `app.handle`; in `withAuth({…})(…)` that of the first call. */
function calleeOf(node: SyntaxNode): string | undefined {
  const callee = part(node, "callee");
  if (node.type !== "CallExpression" || !callee) return undefined;
  if (callee.type === "CallExpression") return calleeOf(callee);
  if (callee.type !== "MemberExpression") return nameOf(callee);
  return [nameOf(part(callee, "object")), nameOf(part(callee, "property"))].filter(Boolean).join(".");
}
