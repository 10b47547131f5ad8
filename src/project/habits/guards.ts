import type { RouteFile } from "../route-file.js";
import { refusalWords } from "../guard-signs.js";
import { handlerPartsOf } from "../handler-forms.js";
import { signatureOf, type RequestParameter } from "../handler-parameters.js";
import { boundBy } from "../../syntax/bound-names.js";
import { nameOf, part, parts, walk, type SyntaxNode } from "../../syntax/module-syntax.js";
import { identifiersIn } from "../names.js";
import { isMethod } from "../../spec/methods.js";
import { calleeText, firstCallIn, flatText, marked, snippetOf, type Names } from "./snippet.js";
import { neededImports, type NeededImport } from "./transplant.js";

/** How the handlers of a file make sure of who calls them, as another file could do it too. */
export interface GuardSeen {
  /** What they call, e.g. `auth` or `auth.api.getSession`. */
  readonly name: string;
  /**
   * The statements in the templates' style. What they import and declare is marked (see {@link marked}); so is the request,
   * under the name `request`.
   */
  readonly lines: readonly string[];
  readonly imports: readonly NeededImport[];
  /** The variables that they declare. */
  readonly declares: readonly string[];
  readonly readsRequest: boolean;
  /** The type of the request that they look at, as it is written; undefined where it follows from a wrapper. */
  readonly requestType: string | undefined;
  readonly awaits: boolean;
  /** The wrapper that they need around the handler: it puts on the request what they look at. */
  readonly wrapper: string | undefined;
}

/** The guards of a file's handlers, one for each handler that has one and that another file could have too. Pure. */
export function guardsIn(file: RouteFile): GuardSeen[] {
  return file.exports.all.flatMap(({ name, value }) => {
    const parts = isMethod(name) && value ? handlerPartsOf(value, file.syntax) : undefined;
    const form = file.handlers.find(({ method }) => method === name);
    const wrapper = form?.kind === "wrapper" ? form.wrapper?.name : undefined;
    const guard = parts && guardOf(parts.function, file, wrapper);
    return guard ? [guard] : [];
  });
}

/** How far into a handler a guard may stand: behind the reading of parameters and of the URL. */
const firstStatements = 8;

function guardOf(fn: SyntaxNode, file: RouteFile, wrapper: string | undefined): GuardSeen | undefined {
  const { request } = signatureOf(fn, file);
  const statements = openingOf(fn).slice(0, firstStatements);
  for (const [index, statement] of statements.entries()) {
    if (statement.type !== "IfStatement") continue;
    const before = statements.slice(0, index).filter(({ type }) => type === "VariableDeclaration");
    const needed = declarationsFor(statement, before);
    if (needed.some((declaration) => isOfItsRoute(declaration, file.text))) continue;
    const asks = [statement, ...needed].some((node) => firstCallOf(node) !== undefined);
    const looks = wrapper !== undefined && request !== undefined && looksAt(statement, request.name);
    if (!(asks || looks) || !refuses(statement, needed, file.text)) continue;
    return guardFrom([...needed, statement], request, file, asks ? undefined : wrapper);
  }
  return undefined;
}

/** The first statements of a function, those of a `try` that comes first among them. */
function openingOf(fn: SyntaxNode): SyntaxNode[] {
  const body = part(fn, "body");
  const statements = body?.type === "BlockStatement" ? parts(body, "body") : [];
  return statements.flatMap((statement) => {
    const block = statement.type === "TryStatement" ? part(statement, "block") : undefined;
    return block ? parts(block, "body") : [statement];
  });
}

/** The declarations whose variables a statement uses, and what those use in turn, in their order. */
function declarationsFor(statement: SyntaxNode, before: readonly SyntaxNode[]): SyntaxNode[] {
  const needed: SyntaxNode[] = [];
  const wanted = new Set(identifiersIn(statement).map(({ name }) => name));
  for (const declaration of [...before].reverse()) {
    if (!declaredIn(declaration).some((name) => wanted.has(name))) continue;
    needed.unshift(declaration);
    for (const { name } of identifiersIn(declaration)) wanted.add(name);
  }
  return needed;
}

function declaredIn(declaration: SyntaxNode): string[] {
  return parts(declaration, "declarations").flatMap((each) => boundBy(part(each, "id") ?? each));
}

/** Whether a branch answers that the caller is not known or not allowed. */
function refuses(statement: SyntaxNode, needed: readonly SyntaxNode[], text: string): boolean {
  const consequent = part(statement, "consequent");
  if (!consequent || part(statement, "alternate") || !isWayOut(consequent)) return false;
  const answer = text.slice(consequent.start, consequent.end);
  const says = refusalWords.test(answer);
  // `const { auth, error } = await parseRequest(request); if (error) return error();`
  const names = needed.flatMap(declaredIn);
  const isHandedOver =
    names.some((name) => /^(auth|session|user|authentication)$/.test(name)) &&
    names.some(
      (name) => /^(error|response|errorResponse)$/.test(name) && new RegExp(`return ${name}\\b`).test(answer),
    );
  return (says || isHandedOver) && /\breturn\b/.test(answer);
}

/** A declaration that is about this one route: the schema of what it takes, or what it takes. */
function isOfItsRoute({ start, end }: SyntaxNode, text: string): boolean {
  return /schema|searchParams|new URL\(|\.(json|formData|text)\(\)/i.test(text.slice(start, end));
}

/** A branch that does nothing but answer, and perhaps log before it. */
function isWayOut(branch: SyntaxNode): boolean {
  const statements = branch.type === "BlockStatement" ? parts(branch, "body") : [branch];
  const [last, ...before] = [...statements].reverse();
  return last?.type === "ReturnStatement" && before.every(({ type }) => type === "ExpressionStatement");
}

/** `req.auth` in a condition: what a wrapper has put there. */
function looksAt(statement: SyntaxNode, request: string): boolean {
  const test = part(statement, "test");
  let found = false;
  if (!test) return false;
  walk(test, (node) => {
    found ||= node.type === "MemberExpression" && nameOf(part(node, "object")) === request;
  });
  return found;
}

function guardFrom(
  nodes: readonly SyntaxNode[],
  request: RequestParameter | undefined,
  file: RouteFile,
  wrapper: string | undefined,
): GuardSeen | undefined {
  const imports = neededImports(nodes, file.syntax, new Set(request === undefined ? [] : [request.name]));
  const call = nodes.map(firstCallOf).find((found) => found !== undefined);
  const name = wrapper ?? (call && calleeText(call, file.text));
  if (!imports || name === undefined) return undefined;
  const declares = nodes.flatMap(declaredIn);
  const names = new Map([...declares, ...imports.map(({ local }) => local)].map((each) => [each, each]));
  if (request !== undefined) names.set(request.name, "request");
  const snippets = nodes.map(
    (node) => withoutUnused(node, nodes, file.text, names) ?? snippetOf(node, file, names),
  );
  if (snippets.some((lines) => lines === undefined)) return undefined;
  const lines = snippets.flatMap((each) => each ?? []);
  const used = nodes.flatMap((node) => identifiersIn(node).map((each) => each.name));
  const readsRequest = request !== undefined && used.includes(request.name);
  return {
    name,
    lines,
    imports,
    declares: declares.filter((each) => lines.some((line) => line.includes(marked(each)))),
    readsRequest,
    requestType: readsRequest ? request.type : undefined,
    awaits: lines.some((line) => /\bawait\b/.test(line)),
    wrapper,
  };
}

function firstCallOf(statement: SyntaxNode): SyntaxNode | undefined {
  return firstCallIn(part(statement, "test") ?? statement);
}

/** `const { auth, error } = …` without what the guard itself does not use; undefined where nothing is to be left out. */
function withoutUnused(
  node: SyntaxNode,
  all: readonly SyntaxNode[],
  text: string,
  names: Names,
): string[] | undefined {
  const [declarator] = parts(node, "declarations");
  const pattern = declarator && part(declarator, "id");
  const init = declarator && part(declarator, "init");
  if (pattern?.type !== "ObjectPattern" || !init) return undefined;
  const used = new Set(
    all.filter((each) => each !== node).flatMap((each) => identifiersIn(each).map(({ name }) => name)),
  );
  const members = parts(pattern, "properties");
  const kept = members.filter((member) =>
    boundBy(part(member, "value") ?? member).some((name) => used.has(name)),
  );
  const value = flatText(init, text, names);
  if (kept.length === members.length || kept.length === 0 || value === undefined) return undefined;
  return [`const { ${kept.map((member) => flatText(member, text, names)).join(", ")} } = ${value};`];
}
