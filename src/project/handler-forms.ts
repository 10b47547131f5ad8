import { inOrder, isMethod, type Method } from "../spec/methods.js";
import type { ModuleExports } from "./module-exports.js";
import {
  isSet,
  nameOf,
  part,
  parts,
  walk,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "./module-syntax.js";

/** How a handler that is there is written: what a new one beside it has to look like. */
export interface HandlerForm {
  readonly method: Method;
  readonly kind: "function" | "arrow" | "wrapper";
  /** The type of the constant that holds it, as it is written: `Handler` in `const GET: Handler = …`. */
  readonly annotation: string | undefined;
  readonly isAsync: boolean;
  /** The call around the handler's function; only of a wrapper. */
  readonly wrapper: Wrapper | undefined;
  /** The parameters of the function, by what they are. */
  readonly request: RequestParameter | undefined;
  readonly context: ContextParameter | undefined;
  /** The names of the parameters by their position; undefined where a pattern stands. */
  readonly parameters: readonly (string | undefined)[];
}

/** `withAuth(` … `, { role: "admin" })`: the text before and behind the function. */
export interface Wrapper {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** Whether it is given anything besides the function. */
  readonly hasArguments: boolean;
}

export interface RequestParameter {
  readonly index: number;
  readonly name: string;
  /** The type as it is written; undefined where it follows from the wrapper or the constant. */
  readonly type: string | undefined;
  /** The key that it is taken from, where one object has everything: `({ req, params }) =>`. */
  readonly key: string | undefined;
}

/** The parameter that has `params` in it. */
export interface ContextParameter {
  readonly index: number;
  /** Its name, or undefined where `params` is taken out of it in its place. */
  readonly name: string | undefined;
  readonly type: string | undefined;
  /** Whether `params` is waited for; undefined where nothing shows it. */
  readonly awaits: boolean | undefined;
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

interface Source {
  readonly text: string;
  readonly syntax: ModuleSyntax;
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

/** An expression without the types and brackets around it. */
function bare(node: SyntaxNode): SyntaxNode {
  const isTyped = ["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"].includes(node.type);
  const inner = isTyped ? part(node, "expression") : undefined;
  return inner ? bare(inner) : node;
}

function isFunction({ type }: SyntaxNode): boolean {
  return ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].includes(type);
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

type Signature = Pick<HandlerForm, "isAsync" | "request" | "context" | "parameters">;

function signatureOf(fn: SyntaxNode, source: Source): Signature {
  const all = parts(fn, "params").map((parameter) => {
    const pattern = part(parameter, "left") ?? parameter;
    const annotation = part(pattern, "typeAnnotation");
    return { pattern, type: annotation && (typeText(annotation, source.text) ?? "") };
  });
  let request: RequestParameter | undefined;
  let context: ContextParameter | undefined;
  for (const [index, { pattern, type }] of all.entries()) {
    const name = nameOf(pattern);
    if (name !== undefined) {
      const isRequest = type === undefined ? /^_*(req|request)$/.test(name) : /^(Next)?Request$/.test(type);
      const plain = name.replace(/^_+/, "");
      if (isRequest && plain !== "") request ??= { index, name: plain, type, key: undefined };
      else if (readsParamsOf(name, fn) || (type !== undefined && declaresParams(type, source)))
        context ??= { index, name: plain, type, awaits: awaitsParams(fn, "params", type, source) };
      continue;
    }
    for (const property of parts(pattern, "properties")) {
      const key = nameOf(part(property, "key"));
      const local = nameOf(part(property, "value"));
      if (key === "params")
        context ??= { index, name: undefined, type, awaits: awaitsParams(fn, local, type, source) };
      if (
        (key === "req" || key === "request") &&
        local !== undefined &&
        (type === undefined || /^\w+$/.test(type))
      )
        request ??= { index, name: local, type: undefined, key };
    }
  }
  return {
    isAsync: isSet(fn, "async"),
    request,
    context,
    parameters: all.map(({ pattern }) => nameOf(pattern)),
  };
}

/** A type as it is written, on one line; undefined where a comment in it makes that impossible. */
function typeText(annotation: SyntaxNode, text: string): string | undefined {
  const type = part(annotation, "typeAnnotation") ?? annotation;
  const written = text.slice(type.start, type.end);
  if (/\/\/|\/\*/.test(written)) return undefined;
  return written.replace(/\s+/g, " ").replace(/[;,] ([}>\])])/g, " $1");
}

/** Whether a type says that there are `params` in it: written in its place, declared in this module, or Next's own. */
function declaresParams(type: string, { text, syntax }: Source): boolean {
  return type.startsWith("RouteContext<") || /\bparams\b/.test(definitionOf(type, text, syntax));
}

/** The text of a type: of the declaration in this module, if it is only a name. */
function definitionOf(type: string, text: string, { program }: ModuleSyntax): string {
  for (const statement of program.body) {
    const declaration = part(statement, "declaration") ?? statement;
    const isType =
      declaration.type === "TSTypeAliasDeclaration" || declaration.type === "TSInterfaceDeclaration";
    if (isType && nameOf(part(declaration, "id")) === type.replace(/<.*/, ""))
      return text.slice(declaration.start, declaration.end);
  }
  return type;
}

function readsParamsOf(name: string, fn: SyntaxNode): boolean {
  let found = false;
  walk(fn, (node) => {
    if (node.type === "MemberExpression" && nameOf(part(node, "object")) === name)
      found ||= nameOf(part(node, "property")) === "params";
    if (node.type === "VariableDeclarator" && nameOf(bareInit(node)) === name)
      found ||= parts(part(node, "id") ?? node, "properties").some(
        (each) => nameOf(part(each, "key")) === "params",
      );
  });
  return found;
}

function bareInit(declarator: SyntaxNode): SyntaxNode | undefined {
  const init = part(declarator, "init");
  return init && bare(init);
}

/**
 * Whether a handler waits for its params: its types say so, or what it does with them.
 *
 * @param name the variable that they are in.
 */
function awaitsParams(
  fn: SyntaxNode,
  name = "params",
  type: string | undefined,
  { text, syntax }: Source,
): boolean | undefined {
  const definition = type === undefined ? "" : definitionOf(type, text, syntax);
  if (definition.startsWith("RouteContext<") || /\bparams\??: (Promise|Awaitable)</.test(definition))
    return true;
  if (/\bparams\??:/.test(definition)) return false;
  const uses = new Set<boolean>();
  walk(fn, (node, parent) => {
    const isParams =
      (node.type === "Identifier" && word(node, "name") === name) ||
      (node.type === "MemberExpression" && nameOf(part(node, "property")) === "params");
    if (!isParams || !parent) return;
    if (parent.type === "AwaitExpression") uses.add(true);
    else if (parent.type === "MemberExpression" || parent.type === "VariableDeclarator") uses.add(false);
  });
  return uses.has(true) ? true : uses.has(false) ? false : undefined;
}

/** Which of the two classes of responses a module makes: `NextResponse` by the name that it has there, or `Response`. */
export function responseClassOf({ program }: ModuleSyntax): string {
  const counts = new Map<string, number>();
  const local = importedAs(program, "NextResponse");
  walk(program, (node) => {
    const made = node.type === "NewExpression" ? part(node, "callee") : undefined;
    const called = node.type === "CallExpression" ? part(node, "callee") : undefined;
    const name = nameOf(made ?? (called?.type === "MemberExpression" ? part(called, "object") : undefined));
    if (name === "Response" || (local !== undefined && name === local))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return local !== undefined && (counts.get(local) ?? 0) > (counts.get("Response") ?? 0) ? local : "Response";
}

function importedAs(program: ModuleSyntax["program"], name: string): string | undefined {
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration" || word(statement, "importKind") === "type") continue;
    for (const specifier of statement.specifiers) {
      if (word(specifier, "importKind") !== "type" && nameOf(part(specifier, "imported")) === name)
        return specifier.local.name;
    }
  }
  return undefined;
}
