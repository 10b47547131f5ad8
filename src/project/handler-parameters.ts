import {
  bare,
  isSet,
  nameOf,
  part,
  parts,
  walk,
  word,
  type ModuleSyntax,
  type SyntaxNode,
} from "../syntax/module-syntax.js";

/** The parameter that is the request. */
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

/** A module and its text. */
export interface Source {
  readonly text: string;
  readonly syntax: ModuleSyntax;
}

/** What a handler's function takes. */
export interface Signature {
  readonly isAsync: boolean;
  /** Its parameters, by what they are. */
  readonly request: RequestParameter | undefined;
  readonly context: ContextParameter | undefined;
  /** The names of the parameters by their position; empty where a pattern stands. */
  readonly parameters: readonly string[];
}

/** Reads what a function takes: the request, and what has the route's `params` in it. Pure. */
export function signatureOf(fn: SyntaxNode, source: Source): Signature {
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
      const isCalledSo = /^_*(req|request)$/.test(name);
      // A type of the app's own for what its wrapper hands over, e.g. `AuthedRequest`.
      const isOwnType = type !== undefined && isCalledSo && /^\w+Request$/.test(type);
      const isRequest = type === undefined ? isCalledSo : isOwnType || isPlatformRequest(type);
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
    parameters: all.map(({ pattern }) => nameOf(pattern) ?? ""),
  };
}

/** Whether a type is the platform's or Next's, which every handler can take. */
export function isPlatformRequest(type: string): boolean {
  return /^(Next)?Request$/.test(type);
}

/** A type as it is written, on one line; undefined where a comment in it makes that impossible. */
export function typeText(annotation: SyntaxNode, text: string): string | undefined {
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
