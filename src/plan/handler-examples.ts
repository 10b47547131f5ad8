import type { Habits, Neighbour, WrapperSeen } from "../project/habits/habits.js";
import { flatQuotes, onOneLine } from "../project/habits/snippet.js";
import { importsOf, isSameModule } from "../project/imports.js";
import type { RouteFile } from "../project/route-file.js";
import type { HandlerForm, OpaqueHandler, Wrapper } from "../project/handler-forms.js";
import type { ContextParameter, RequestParameter } from "../project/handler-parameters.js";
import { methodTable, type Method } from "../spec/methods.js";
import { contextTypeFor, routeTextFor, typeNeeds } from "./context-types.js";
import type { ImportNeed } from "./import-lines.js";
import { movedImports } from "./moved-imports.js";
import { openWrappers } from "./open-wrappers.js";
import type { RouteFacts } from "./route-facts.js";

/** The handlers that a new one is written like, besides the manner of the place. */
export interface HandlerExamples {
  readonly handlers: readonly (HandlerForm | OpaqueHandler)[];
  /** The wrapper that the app's handlers go through, where none of them shows how another file could. */
  readonly unclear: string | undefined;
  /** The file that the examples are from; undefined for the route's own. */
  readonly file: string | undefined;
}

interface Wanted {
  readonly habits: Habits;
  readonly promiseParams: boolean;
  /** A wrapper that the handler has to have, whatever the habit is. */
  readonly wrapper: string | undefined;
}

/**
 * What a handler is written like: in a file that is there, its handlers; in a new one, the handlers near it that go
 * through the wrapper that is the habit. Only what can stand in another file is an example. Pure.
 *
 * @returns the nearest first, for a handler that needs something that the first do not show: all but the first may be
 * left out.
 * @param wrapper one that is wanted whatever the habit is.
 */
export function examplesFor(
  method: Method,
  facts: RouteFacts,
  { habits, promiseParams, wrapper }: Wanted,
): [HandlerExamples, ...HandlerExamples[]] {
  const { file } = facts;
  if (file && file.handlers.length > 0) {
    const open = openWrappers(habits, wrapper);
    const handlers = file.handlers.filter(
      (form) => form.kind === "opaque" || !form.wrapper || !open.has(form.wrapper.name),
    );
    const own = { handlers, unclear: undefined, file: undefined };
    const near = likeOwn(handlers, file, habits, facts, promiseParams);
    return near.length === 0 ? [own] : [own, { ...own, handlers: [...handlers, ...near] }];
  }
  const { mutates } = methodTable[method];
  const habit = mutates ? habits.handlers.changes : habits.handlers.reads;
  const name = wrapper ?? habit?.value;
  const plain = { handlers: [], unclear: undefined, file: undefined };
  if (name === undefined || name === "function" || name === "arrow") return [plain];

  // The rest of a path is a list, and a wrapper that is only seen with texts need not hand one over.
  const takesLists = facts.parameters.some(({ kind }) => kind !== "dynamic");
  const shown = habits.neighbours.filter(({ path }) => !takesLists || path.includes("[..."));
  const found = shown.flatMap((neighbour) =>
    neighbour.wrapped.flatMap((handler) => {
      const form =
        handler.form.wrapper?.name === name ? moved(handler, neighbour, facts, promiseParams) : undefined;
      return form ? [{ form, path: neighbour.path }] : [];
    }),
  );
  // What changes something is written like what changes something, if there is such a one.
  const isAlike = ({ form }: Found) => methodTable[form.method].mutates === mutates;
  const paths = [...new Set([...found.filter(isAlike), ...found].map(({ path }) => path))];
  const files = paths.map((path) => together(found.filter((each) => each.path === path)));
  const mixed = together(inferred([...found.filter(isAlike), ...found.filter((each) => !isAlike(each))]));
  const [first, ...others] = [...files, ...(files.length > 1 && mixed.handlers.length > 0 ? [mixed] : [])];
  if (first) return [first, ...others];
  const shows = ({ signs }: Neighbour) =>
    signs.some((sign) => sign.habit === "handlers" && sign.value === name);
  return [{ ...plain, unclear: name, file: habits.neighbours.find(shows)?.path }];
}

/** The handlers of other files that go through a wrapper of the route's own file: they may take what its handlers do not. */
function likeOwn(
  handlers: HandlerExamples["handlers"],
  { syntax }: RouteFile,
  habits: Habits,
  facts: RouteFacts,
  promiseParams: boolean,
): HandlerForm[] {
  const names = new Set(
    handlers.flatMap((form) => (form.kind === "wrapper" ? (form.wrapper?.name ?? []) : [])),
  );
  if (names.size === 0) return [];
  const sources = new Map(
    importsOf(syntax).flatMap(({ source, names: imported }) => imported.map(({ local }) => [local, source])),
  );
  const isOwn = ({ name, imports = [] }: Wrapper) => {
    const [root = ""] = name.split(".");
    const [here, there] = [sources.get(root), imports.find(({ local }) => local === root)?.source];
    return names.has(name) && here !== undefined && there !== undefined && isSameModule(here, there);
  };
  return habits.neighbours
    .filter(({ up, down }) => up + down > 0)
    .flatMap((neighbour) =>
      neighbour.wrapped.flatMap((seen) => moved(seen, neighbour, facts, promiseParams) ?? []),
    )
    .filter(({ wrapper }) => wrapper !== undefined && isOwn(wrapper));
}

interface Found {
  readonly form: HandlerForm;
  readonly path: string;
}

function together(found: readonly Found[]): HandlerExamples {
  return { handlers: found.map(({ form }) => form), unclear: undefined, file: found[0]?.path };
}

/** Those whose parameters get their types from one and the same wrapper: what one of them takes, another can take. */
function inferred(found: readonly Found[]): Found[] {
  const importsIn = ({ form }: Found) => JSON.stringify(form.wrapper?.imports);
  const untyped = found.filter(({ form }) => !form.request?.type && !form.context?.type);
  return untyped.filter((each) => untyped[0] && importsIn(each) === importsIn(untyped[0]));
}

/** A handler of another file as it could stand in the new one, or undefined if it could not. */
function moved(
  { form, imports: outside }: WrapperSeen,
  neighbour: Neighbour,
  facts: RouteFacts,
  promiseParams: boolean,
): HandlerForm | undefined {
  const { wrapper } = form;
  const request = form.request && movedRequest(form.request, neighbour);
  const context = form.context && movedContext(form.context, neighbour, facts, promiseParams);
  if (!wrapper || (form.request && !request) || (form.context && !context)) return undefined;
  const imports = movedImports(
    [...outside, ...(request?.imports ?? []), ...(context?.imports ?? [])],
    neighbour.path,
    facts.location.folder,
  );
  if (!imports) return undefined;
  const plainText = (text: string) => routeTextFor(onOneLine(flatQuotes(text)), neighbour.path, facts);
  return {
    ...form,
    annotation: undefined,
    request: request?.parameter,
    context: context?.parameter,
    wrapper: { ...wrapper, before: plainText(wrapper.before), after: plainText(wrapper.after), imports },
  };
}

function movedRequest(
  parameter: RequestParameter,
  neighbour: Neighbour,
): { parameter: RequestParameter; imports: ImportNeed[] } | undefined {
  const imports = parameter.type === undefined ? [] : typeNeeds(parameter.type, neighbour);
  return imports && { parameter, imports };
}

function movedContext(
  parameter: ContextParameter,
  neighbour: Neighbour,
  facts: RouteFacts,
  promiseParams: boolean,
): { parameter: ContextParameter; imports: ImportNeed[] } | undefined {
  if (parameter.type === undefined) return { parameter, imports: [] };
  const type =
    contextTypeFor(parameter.type, facts, promiseParams) ??
    ofThisRoute(parameter.type, neighbour.path, facts);
  const imports = type === undefined ? undefined : typeNeeds(type, neighbour);
  return type === undefined || !imports ? undefined : { parameter: { ...parameter, type }, imports };
}

/** `Context<{ teamId: string }>` with this route's parameters; undefined where no parameters are named. */
function ofThisRoute(type: string, path: string, facts: RouteFacts): string | undefined {
  const own = routeTextFor(flatQuotes(type), path, facts);
  return own === type ? undefined : own;
}
