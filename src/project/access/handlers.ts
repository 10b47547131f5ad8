import { isAuthWrapper } from "../guard-signs.js";
import { isFunction, nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { onlyRefuses } from "../refusals.js";
import { inOrder, isMethod, type Method } from "../../spec/methods.js";
import { canRefuse } from "./bodies.js";
import { isOptOut } from "./conditions.js";
import { guardOf } from "./function-guard.js";
import { exportOf, type Found, type ModuleThere, type Modules } from "./modules.js";
import { originOf } from "./origins.js";
import { calledFunction, calleeName, core, topScope, type Scope } from "./scope.js";

/** What is seen of a handler's guard. */
export type Access =
  | { readonly kind: "guarded"; /** What makes sure of the caller, e.g. `auth()`. */ readonly by: string }
  | { readonly kind: "unseen" }
  | {
      readonly kind: "unknown";
      /** Why nothing can be seen, e.g. `made by NextAuth()`. */ readonly why: string;
    };

/** What a route file answers, through every form of export and through other files. */
export interface Handlers {
  /** In the order of the methods. */
  readonly handlers: readonly { readonly method: Method; readonly access: Access }[];
  /** The methods that are exported only to answer 405. */
  readonly refused: readonly Method[];
  /** Why there may be more; undefined where everything was read. */
  readonly unread: string | undefined;
}

/** Reads the handlers of a route file. Pure but for `modules`. */
export function handlersOf(file: ModuleThere, modules: Modules): Handlers {
  const { names, unread } = methodsOf(file, modules, new Set([file]));
  const found = names.map(({ method, module }) => ({ method, ...accessOf(method, module, modules) }));
  const refused = found.filter(({ isRefused }) => isRefused).map(({ method }) => method);
  const offered = found.filter(({ isRefused }) => !isRefused);
  return {
    handlers: inOrder(offered.map(({ method }) => method)).flatMap((method) =>
      offered.filter((each) => each.method === method).map(({ access }) => ({ method, access })),
    ),
    refused: inOrder(refused),
    unread: unread.length === 0 ? undefined : `export * from ${unread.map((each) => `"${each}"`).join(", ")}`,
  };
}

interface Exported {
  readonly method: Method;
  readonly module: ModuleThere;
}

/** The methods that a module exports, its own before those of its `export *`. */
function methodsOf(
  module: ModuleThere,
  modules: Modules,
  seen: Set<ModuleThere>,
): { names: Exported[]; unread: string[] } {
  const { all, refused, openTo } = module.exports;
  const names = new Map<Method, Exported>();
  for (const { name } of [...all, ...refused]) if (isMethod(name)) names.set(name, { method: name, module });
  const unread: string[] = [];
  for (const source of openTo) {
    const target = modules.imported(module, source);
    if (!target) unread.push(source);
    if (!target || seen.has(target)) continue;
    seen.add(target);
    const behind = methodsOf(target, modules, seen);
    unread.push(...behind.unread);
    for (const each of behind.names) if (!names.has(each.method)) names.set(each.method, each);
  }
  return { names: [...names.values()], unread };
}

function accessOf(
  method: Method,
  module: ModuleThere,
  modules: Modules,
): { access: Access; isRefused: boolean } {
  if (module.exports.refused.some(({ name }) => name === method)) return { access: unseen, isRefused: true };
  const found = exportOf(method, module, modules);
  const handler = found && takenApart(found, modules);
  if (found && handler?.fn) {
    const wrapper = handler.calls.length > 0 ? nameOfCalls(handler.calls) : undefined;
    const scope = { ...topScope(handler.fn.module, modules), wrapper };
    const { node: fn, module: its } = handler.fn;
    const isRefused =
      handler.calls.length === 0 && its.text.slice(fn.start, fn.end).includes("405") && onlyRefuses(fn);
    const by = wrapperGuard(handler.calls, scope) ?? guardOf(handler.fn.node, scope)?.by;
    return { access: by === undefined ? unseen : { kind: "guarded", by }, isRefused };
  }
  const guard = handler && wrapperGuard(handler.calls, topScope(module, modules));
  if (guard !== undefined) return { access: { kind: "guarded", by: guard }, isRefused: false };
  return { access: { kind: "unknown", why: originOf(method, module, modules) }, isRefused: false };
}

const unseen: Access = { kind: "unseen" };

interface Handler {
  /** The calls around the function, the outermost first. */
  readonly calls: readonly Found[];
  readonly fn: Found | undefined;
}

/** A handler without the calls around it: `withErrors(withAuth(async () => …))`, `create({ handler: async () => … })`. */
function takenApart({ node, module }: Found, modules: Modules, left = 8): Handler {
  const plain = core(node);
  if (isFunction(plain)) return { calls: [], fn: { node: plain, module } };
  if (left === 0) return { calls: [], fn: undefined };
  if (plain.type === "Identifier") {
    const named = namedFunction(nameOf(plain) ?? "", module, modules);
    return named && named.node !== plain
      ? takenApart(named, modules, left - 1)
      : { calls: [], fn: undefined };
  }
  if (plain.type !== "CallExpression") return { calls: [], fn: undefined };
  const inside = parts(plain, "arguments")
    .flatMap((argument) => [argument, ...handlersIn(core(argument))])
    .map((argument) => takenApart({ node: argument, module }, modules, left - 1))
    .find(({ fn }) => fn !== undefined);
  return { calls: [{ node: plain, module }, ...(inside ? inside.calls : [])], fn: inside?.fn };
}

/** `{ handler: async () => … }` */
function handlersIn(node: SyntaxNode): SyntaxNode[] {
  return parts(node, "properties").flatMap((property) =>
    /^(handler|handle|run|execute|resolve|GET|POST|PUT|PATCH|DELETE)$/.test(
      nameOf(part(property, "key")) ?? "",
    )
      ? (part(property, "value") ?? [])
      : [],
  );
}

function namedFunction(name: string, module: ModuleThere, modules: Modules): Found | undefined {
  const value = module.locals.get(name)?.value;
  if (value) return { node: value, module };
  const imported = module.imports.get(name);
  const target = imported && modules.imported(module, imported.source);
  return target ? exportOf(imported.name, target, modules) : undefined;
}

function nameOfCalls(calls: readonly Found[]): string {
  const names = calls.map(({ node }) => calleeName(node)).filter((name) => name !== "");
  return names.find((name) => /auth|session|user/i.test(name)) ?? names.at(-1) ?? "its wrapper";
}

/** The wrapper that lets nobody in who may not: by its name, or because it is seen to. */
function wrapperGuard(calls: readonly Found[], around: Scope): string | undefined {
  for (const { node, module } of calls) {
    const scope = { ...around, module };
    const first = outermost(node);
    if (isOptOut(node) || isOptOut(first)) continue;
    const name = calleeName(node);
    const found = calledFunction(first, scope);
    if (isAuthWrapper(name) && (!found || canRefuse(found.node, found.module.text))) return name;
    // `compose(withErrors, withAuth)(handler)`
    const callee = core(part(node, "callee") ?? node);
    const given = [...parts(callee, "arguments"), ...parts(node, "arguments")].map((each) =>
      nameOf(core(each)),
    );
    const named = given.find((each) => each !== undefined && isAuthWrapper(each));
    if (named !== undefined) return named;
    if (found && guardsWhatItReturns(found, scope)) return name;
  }
  return undefined;
}

/** `withAuth({ … })(handler)`: the call of `withAuth`. */
function outermost(call: SyntaxNode): SyntaxNode {
  const callee = core(part(call, "callee") ?? call);
  return callee.type === "CallExpression" ? outermost(callee) : call;
}

/** Whether the function that a wrapper gives back, however deep, has a guard. */
function guardsWhatItReturns({ node, module }: Found, around: Scope, left = 3): boolean {
  const scope = { ...around, module, wrapper: undefined };
  if (guardOf(node, scope)) return true;
  const body = part(node, "body");
  if (!body || left === 0) return false;
  const returned =
    body.type === "BlockStatement"
      ? parts(body, "body").flatMap((each) =>
          each.type === "ReturnStatement" ? (part(each, "argument") ?? []) : [],
        )
      : [body];
  return returned.some((value) => {
    const plain = core(value);
    const inner = isFunction(plain) ? plain : parts(plain, "arguments").map(core).find(isFunction);
    return inner !== undefined && guardsWhatItReturns({ node: inner, module }, around, left - 1);
  });
}
