import type { Project, TemplateView, Warning } from "../model.js";
import type { RouteFile } from "../project/route-file.js";
import { inOrder, isMethod, methodTable, type Method } from "../spec/methods.js";
import { methodAnswers } from "./allow.js";
import { answerMembers, greetingOf } from "./answers.js";
import { cachingOf } from "./caching.js";
import { guardedMethods, guards } from "./guards.js";
import { wrapperWarnings } from "./wrapper-warnings.js";
import { handlerView, type Setting } from "./handler-view.js";
import { paramsType, type Parameter } from "./parameters.js";
import { handlersOf, readsParams, readsRequest, type Handler, type RouteFacts } from "./route-facts.js";
import { callsOf, locationOf, namesIn } from "./route-names.js";

interface RouteViewed {
  readonly view: TemplateView;
  /** The methods that change something, with neither a guard nor a wrapper that could be one. */
  readonly open: readonly Method[];
  readonly warnings: readonly Warning[];
}

/** All that the template of a route file may know. For a file that is there: only what is added to it. Pure. */
export function routeView(
  facts: RouteFacts,
  { features, config }: Pick<Project, "features" | "config">,
): RouteViewed {
  const { spec, parameters, data, file, adds } = facts;
  // In a file that is there, the methods that it does not offer are left to it; one with nothing in it is as good as new.
  const isNew = !file || file.syntax.program.body.length === 0;
  const offered = inOrder([...(file?.offered ?? []), ...spec.methods]);
  const truly = offered.filter((method) => !file?.refusing.includes(method));
  const answers = methodAnswers(truly, isNew && spec.fallbacks && !config.isExported);
  const ownsOptions = isNew ? answers.ownsOptions : adds.includes("OPTIONS");
  const handlers = handlersOf(facts);
  const guard = spec.auth === undefined || handlers.length === 0 ? undefined : guards[spec.auth];
  const names = namesIn(facts);
  const get = handlers.find(({ method }) => method === "GET")?.parts;
  const caching = cachingOf({
    hasGet: get !== undefined,
    getReadsRequest:
      get !== undefined && (guard?.readsRequest === true || readsRequest(get) || readsParams(get, facts)),
    exported: [
      ...offered,
      ...answers.refused,
      ...(file?.exports.refused.map(({ name }) => name).filter(isMethod) ?? []),
      ...(ownsOptions ? (["OPTIONS"] as const) : []),
    ],
    features,
    isExported: config.isExported,
  });
  const setting: Setting = { facts, names, guard, features, waits: caching.waits };
  const written = handlers.map((handler) => handlerView(handler, setting));
  const guardIsThere = file && spec.auth !== undefined && guardedMethods(file, spec.auth).length > 0;
  const ownGuard = guardIsThere ? undefined : guard;

  const view = {
    imports: importsOf(handlers, { ...setting, guard: ownGuard }, data.specifier),
    segmentConfig: caching.dynamic === undefined ? [] : [`export const dynamic = "${caching.dynamic}";`],
    contextType: written.some(({ shape }) => shape.usesContextType)
      ? [contextType(parameters, features)]
      : [],
    before: unique(handlers.map(({ parts }) => parts.before)),
    handlers: written.map(({ view: handler }) => handler),
    after: unique([ownGuard?.partial, ...handlers.map(({ parts }) => parts.after)]),
    response: responseClass(file),
    resource: { ...names.resource },
    calls: callsOf(names),
    id: names.id,
    location: locationOf(facts, names, config.basePath),
    members: parameters.map(({ local }) => `${local}, `).join(""),
    answer: answerMembers(parameters),
    greeting: greetingOf(parameters),
    allow: answers.allowed.join(", "),
    ownsOptions,
    refused: [...answers.refused],
  };
  const open = written
    .filter(
      ({ method, shape }) =>
        methodTable[method].mutates && guard === undefined && shape.wrapper?.model === undefined,
    )
    .map(({ method }) => method);
  return { view, open, warnings: wrapperWarnings(written) };
}

/** As the file that is there has it; a file may call something else of its own `Response`. */
function responseClass(file: RouteFile | undefined): string {
  return file?.responseClass ?? "Response";
}

/** Node's modules first, then Next's, then the app's own. */
function importsOf(
  handlers: readonly Handler[],
  { names, guard, waits }: Setting,
  specifier: string,
): string[] {
  const imported = unique(handlers.flatMap(({ parts }) => parts.calls ?? []))
    .map((call) => names.resource[call])
    .sort();
  return [
    ...(guard?.imports ?? []),
    ...unique(handlers.map(({ parts }) => parts.imports)),
    ...(waits ? [`import { connection } from "next/server";`] : []),
    ...(imported.length > 0 ? [`import { ${imported.join(", ")} } from "${specifier}";`] : []),
  ];
}

function contextType(parameters: readonly Parameter[], features: Project["features"]): string {
  const type = paramsType(parameters);
  return `type Context = { params: ${features.has("promiseParams") ? `Promise<${type}>` : type} };`;
}

function unique<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
