import type { OpenHandler, Project, Warning } from "../model.js";
import { viewVersion } from "../view/view-version.js";
import type { routeKeys } from "../view/route-keys.js";
import type { ViewOf } from "../view/view-keys.js";
import { inOrder, isMethod, methodTable, type Method } from "../spec/methods.js";
import { methodAnswers } from "./allow.js";
import { answerTexts, type AnswerTexts } from "./answer-texts.js";
import { answerMembers, greetingOf } from "./answers.js";
import { cachingOf } from "./caching.js";
import type { Guard } from "./auth/guard.js";
import { guardedMethods } from "./guards.js";
import { handlerView, type HandlerViewed, type Setting } from "./handler-view.js";
import { importLines, valueFrom, type ImportNeed } from "./import-lines.js";
import { handlersOf, readsParams, readsRequest, type RouteFacts } from "./route-facts.js";
import { urlOf } from "./locate.js";
import { paramsType } from "./parameters.js";
import { keyCalls } from "./key-lines.js";
import { callsOf, locationOf, namesIn, type RouteNames } from "./route-names.js";
import { wrapperWarnings } from "./wrapper-warnings.js";

/** What the template of a route file is told, and what the plan has to know of the file besides. */
export interface RouteViewed {
  readonly view: ViewOf<typeof routeKeys>;
  readonly open: readonly OpenHandler[];
  /** The methods that nothing guards, whatever they do. */
  readonly bare: readonly Method[];
  /** What the user still has to do for the guard. */
  readonly needs: string | undefined;
  /** The handlers that are written, and the names in them. */
  readonly handlers: readonly HandlerViewed[];
  readonly names: RouteNames;
  readonly warnings: readonly Warning[];
}

/**
 * All that the template of a route file may know. For a file that is there: only what is added to it. Pure.
 *
 * @param path of the file, relative to the project root.
 */
export function routeView(
  facts: RouteFacts,
  path: string,
  { features, config }: Pick<Project, "features" | "config">,
): RouteViewed {
  const { spec, parameters, file, adds, guard, manner } = facts;
  // In a file that is there, the methods that it does not offer are left to it; one with nothing in it is as good as new.
  const isNew = !file || file.syntax.program.body.length === 0;
  const offered = inOrder([...(file?.offered ?? []), ...spec.methods]);
  const truly = offered.filter((method) => !file?.refusing.includes(method));
  const answers = methodAnswers(truly, isNew && spec.fallbacks && !config.isExported, features);
  const ownsOptions = isNew ? answers.ownsOptions : adds.includes("OPTIONS");
  const handlers = handlersOf(facts);
  const names = namesIn(facts);
  const get = handlers.find(({ method }) => method === "GET")?.parts;
  const caching = cachingOf({
    hasGet: get !== undefined,
    getReadsRequest:
      get !== undefined &&
      (guard?.readsRequest === true ||
        guard?.readsCookies === true ||
        readsRequest(get) ||
        readsParams(get, facts)),
    exported: [
      ...offered,
      ...answers.refused,
      ...(file?.exports.refused.map(({ name }) => name).filter(isMethod) ?? []),
      ...(ownsOptions ? (["OPTIONS"] as const) : []),
    ],
    features,
    isExported: config.isExported,
  });
  const setting: Setting = { facts, names, features, waits: caching.waits };
  const written = handlers.map((handler) => handlerView(handler, setting));
  const used = unique(written.map((handler) => handler.guard));
  const newGuards = used.filter((each) => !file || guardedMethods(file, each).length === 0);
  const texts = answerTexts(manner.answers);

  const view: ViewOf<typeof routeKeys> = {
    version: viewVersion,
    url: urlOf(facts.location.segments),
    folder: facts.location.folder,
    methods: truly,
    parameters: parameters.map(({ key, local, kind }) => ({ key, local, kind })),
    paramsType: paramsType(parameters),
    promiseParams: features.has("promiseParams"),
    module: `./${path.slice(path.lastIndexOf("/") + 1).replace(/\.tsx?$/, "")}`,
    imports: importLines(importsOf(written, newGuards, setting), manner.typeImports),
    segmentConfig: caching.dynamic === undefined ? [] : [`export const dynamic = "${caching.dynamic}";`],
    contextType: written.find(({ shape }) => shape.contextType.length > 0)?.shape.contextType ?? [],
    before: unique(handlers.map(({ parts }) => parts.before)),
    handlers: written.map(({ view: handler }) => handler),
    after: unique([...newGuards.map(({ partial }) => partial), ...handlers.map(({ parts }) => parts.after)]),
    ...texts,
    deleted: deletedText(manner.deleted, names, texts),
    resource: names.resource,
    calls: callsOf(names, facts.resource),
    id: names.id,
    checksId: names.checks.own,
    hasDuplicates: facts.resource.source.hasDuplicates,
    location: locationOf(facts, names, config.basePath),
    members: parameters.map(({ local }) => `${local}, `).join(""),
    answer: answerMembers(parameters),
    greeting: greetingOf(parameters),
    cookie: used.some(({ cookie }) => cookie === "session") ? "visit" : "session",
    textType: '{ "Content-Type": "text/plain; charset=utf-8" }',
    allow: answers.allowed.join(", "),
    ownsOptions,
    refused: answers.refused,
  };
  const open = written
    .filter(({ method, isGuarded }) => methodTable[method].mutates && !isGuarded)
    .map(({ method, shape: { wrapper } }) => ({
      method,
      through: wrapper?.model === undefined ? undefined : wrapper.name,
    }));
  return {
    view,
    open,
    bare: written.filter(({ isGuarded }) => !isGuarded).map(({ method }) => method),
    handlers: written,
    names,
    needs: used.map(({ needs }) => needs).find((sentence) => sentence !== undefined),
    warnings: wrapperWarnings(written, urlOf(facts.location.segments)),
  };
}

/** What a DELETE answers when it is done: the id under its key, a fixed object, or nothing. */
function deletedText(
  habit: string,
  { foundId: id }: Pick<RouteNames, "foundId">,
  { json, plain }: AnswerTexts,
): string {
  if (/^\d+$/.test(habit)) return plain("null", { status: habit });
  const [, key] = /^\{ (\w+) \}$/.exec(habit) ?? [];
  return json(key === undefined ? habit : key === id ? `{ ${id} }` : `{ ${key}: ${id} }`);
}

function importsOf(
  written: readonly HandlerViewed[],
  guards: readonly Guard[],
  { names, waits, facts }: Setting,
): ImportNeed[] {
  const { logger, manner, data } = facts;
  const parts = written.map((handler) => handler.parts);
  return [
    ...guards.flatMap(({ imports }) => imports),
    ...written.flatMap(({ shape }) => shape.imports),
    ...(parts.some(({ logs }) => logs === true) ? logger.imports : []),
    ...(manner.answers.class === "NextResponse" ? [valueFrom("next/server", "NextResponse")] : []),
    ...parts.flatMap(({ imports }) => imports ?? []),
    ...(waits ? [valueFrom("next/server", "connection")] : []),
    ...unique(parts.flatMap((each) => [...(each.calls ?? []), ...keyCalls(each, facts, names)])).map((call) =>
      valueFrom(data.specifier, names.resource[call]),
    ),
  ];
}

function unique<T>(values: readonly (T | undefined)[]): T[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}
