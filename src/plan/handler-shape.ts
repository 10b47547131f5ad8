import type { Warning } from "../model.js";
import type { HandlerForm, OpaqueHandler, Wrapper } from "../project/handler-forms.js";
import { defaultStyle, type TextStyle } from "../project/text-style.js";
import { methodTable, type Method } from "../spec/methods.js";

/** What a handler takes and how it is written around its body. */
export interface HandlerShape {
  /** The lines before the body, e.g. `export async function GET(request: Request) {`, and behind it. */
  readonly opening: string;
  readonly closing: string;
  /** How many levels deeper than usual the body stands: 1 in a call that is broken over lines. */
  readonly depth: number;
  /** The variable that the request is in. */
  readonly request: string;
  /** The expression that the parameters are in, and whether it is waited for. */
  readonly params: string;
  readonly awaitsParams: boolean;
  /** Whether the file needs our own type of the context. */
  readonly usesContextType: boolean;
  /** What is around it: the wrapper of a handler beside it, or one that could not be used. */
  readonly wrapper: WrapperUse | undefined;
}

/** What became of the wrapper of the handlers beside a new one. */
export interface WrapperUse {
  readonly name: string;
  /** The handler whose call is used; undefined where the wrapper is not understood and left out. */
  readonly model: Method | undefined;
  readonly hasArguments: boolean;
}

/** What a handler needs of its parameters. */
export interface HandlerNeeds {
  readonly method: Method;
  readonly readsRequest: boolean;
  readonly readsParams: boolean;
  readonly isAsync: boolean;
}

/** The file that a handler is added to, and what a name in it may not be. */
export interface ShapeSetting {
  readonly handlers: readonly (HandlerForm | OpaqueHandler)[];
  readonly style: TextStyle;
  readonly promiseParams: boolean;
  /** Whether the handlers use a name for something else. */
  readonly isTaken: (name: string) => boolean;
}

/** How a handler is written where there is no other to be like. */
export const newFile: Omit<ShapeSetting, "promiseParams"> = {
  handlers: [],
  style: defaultStyle,
  isTaken: () => false,
};

/**
 * Writes a handler the way that the handlers beside it are written: function or constant, wrapped or not, with their
 * request and their context. Where their wrapper is not understood it is a plain function, and a warning says so. Pure.
 */
export function handlerShape(needs: HandlerNeeds, setting: ShapeSetting): HandlerShape {
  const peers = peersOf(needs.method, setting.handlers);
  const [model] = peers.alike;
  if (model?.kind === "wrapper" && model.wrapper) {
    const { name } = model.wrapper;
    const others = peers.all.filter(({ wrapper }) => wrapper?.name === name);
    const wrapped = wrapperShape(needs, model, model.wrapper, [...peers.alike, ...others], setting);
    if (wrapped) return wrapped;
  }
  const unknown = model?.kind === "wrapper" ? model.wrapper?.name : peers.opaque?.from;
  const seen = unknown === undefined ? undefined : { name: unknown, model: undefined, hasArguments: false };
  return { ...plainShape(needs, peers, setting), wrapper: seen };
}

interface Peers {
  /** The handlers of the form that leads, the one that is nearest first. */
  readonly alike: readonly HandlerForm[];
  /** All handlers of a known form. */
  readonly all: readonly HandlerForm[];
  /** A handler of an unknown form that is more like the new one than any other. */
  readonly opaque: OpaqueHandler | undefined;
}

/** What reads is written like what reads, what changes like what changes, if there is such a one. */
function peersOf(method: Method, handlers: ShapeSetting["handlers"]): Peers {
  const { mutates } = methodTable[method];
  const same = handlers.filter((handler) => methodTable[handler.method].mutates === mutates);
  const nearest = same.length > 0 ? same : handlers;
  const known = nearest.filter((handler) => handler.kind !== "opaque");
  const groups = new Map<string, HandlerForm[]>();
  for (const handler of known) {
    const key = `${handler.kind} ${handler.wrapper?.name ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), handler]);
  }
  // A wrapper may be what guards the others: it wins where as many have none.
  const rank = (group: readonly HandlerForm[]) => group.length + (group[0]?.kind === "wrapper" ? 0.5 : 0);
  const [alike = []] = [...groups.values()].sort((a, b) => rank(b) - rank(a));
  const all = handlers.filter((handler) => handler.kind !== "opaque");
  return {
    alike,
    all,
    opaque:
      known.length > 0
        ? undefined
        : (nearest.find(({ kind }) => kind === "opaque") as OpaqueHandler | undefined),
  };
}

function plainShape(
  needs: HandlerNeeds,
  { alike, all }: Peers,
  setting: ShapeSetting,
): Omit<HandlerShape, "wrapper"> {
  const { promiseParams, isTaken } = setting;
  const seen = [...alike, ...all].find(({ request }) => request?.type !== undefined)?.request;
  const request = seen && !isTaken(seen.name) ? seen.name : "request";
  const requestType = seen?.type ?? "Request";
  const context = [...alike, ...all]
    .filter(({ kind }) => kind !== "wrapper")
    .map((handler) => handler.context)
    .find(
      (found) =>
        found?.type !== undefined &&
        (found.name === undefined || !isTaken(found.name)) &&
        // A type that does not fit the app's version is not copied.
        (found.awaits ?? promiseParams) === promiseParams,
    );
  const contextParameter = context ? parameterText(context.name, context.type) : "{ params }: Context";
  const parameters = [
    ...(needs.readsRequest || needs.readsParams
      ? [`${needs.readsRequest ? "" : "_"}${request}: ${requestType}`]
      : []),
    ...(needs.readsParams ? [contextParameter] : []),
  ];
  const model = alike.find(({ kind }) => kind !== "wrapper");
  const isArrow = model?.kind === "arrow";
  // The type of the constant gives the parameters theirs.
  const annotation = isArrow ? typeAnnotation(model.annotation) : "";
  const signature = parameters.join(", ");
  const asynchronous = needs.isAsync ? "async " : "";
  return {
    opening: isArrow
      ? `export const ${needs.method}${annotation} = ${needs.isAsync || model.isAsync ? "async " : ""}(${signature}) => {`
      : `export ${asynchronous}function ${needs.method}(${signature}) {`,
    closing: isArrow ? "};" : "}",
    depth: 0,
    request,
    params: context?.name === undefined ? "params" : `${context.name}.params`,
    awaitsParams: promiseParams,
    usesContextType: needs.readsParams && context === undefined,
  };
}

/** The same call with the same arguments, or undefined if what it hands to its function is not all seen. */
function wrapperShape(
  needs: HandlerNeeds,
  model: HandlerForm,
  wrapper: Wrapper,
  alike: readonly HandlerForm[],
  { style, promiseParams, isTaken }: ShapeSetting,
): HandlerShape | undefined {
  const request = alike.find((handler) => handler.request)?.request;
  const context = alike.find((handler) => handler.context)?.context;
  if (needs.readsRequest && (!request || isTaken(request.name))) return undefined;
  if (needs.readsParams && (!context || (context.name !== undefined && isTaken(context.name))))
    return undefined;

  const slots = new Map<number, string>();
  if (needs.readsRequest && request) {
    const taken = request.key === request.name ? request.name : `${request.key ?? ""}: ${request.name}`;
    const isOwn = request.key !== undefined;
    const joins = isOwn && needs.readsParams && context?.index === request.index;
    const pattern = `{ ${taken}${joins ? ", params" : ""} }`;
    slots.set(request.index, isOwn ? pattern : parameterText(request.name, request.type));
  }
  if (needs.readsParams && context && !slots.has(context.index))
    slots.set(context.index, parameterText(context.name, context.type));
  const last = Math.max(-1, ...slots.keys());
  const parameters = Array.from(
    { length: last + 1 },
    (_, index) => slots.get(index) ?? unusedAt(index, alike, request),
  );
  if (new Set(parameters).size < parameters.length) return undefined;

  const before = inDefaultIndent(forMethod(wrapper.before, model.method, needs.method), style);
  const after = inDefaultIndent(forMethod(wrapper.after, model.method, needs.method), style);
  const depth = /\n[ \t]*$/.test(before) ? 1 : 0;
  const shown = alike.map((handler) => handler.context?.awaits).find((awaits) => awaits !== undefined);
  const awaitsParams = shown ?? promiseParams;
  const isAsync = needs.isAsync || model.isAsync || (needs.readsParams && awaitsParams);
  return {
    opening: `export const ${needs.method}${typeAnnotation(model.annotation)} = ${before}${isAsync ? "async " : ""}(${parameters.join(", ")}) => {`,
    closing: `${defaultStyle.indent.repeat(depth)}}${after};`,
    depth,
    request: request?.name ?? "request",
    params: context?.name === undefined ? "params" : `${context.name}.params`,
    awaitsParams,
    usesContextType: false,
    wrapper: { name: wrapper.name, model: model.method, hasArguments: wrapper.hasArguments },
  };
}

function parameterText(name: string | undefined, type: string | undefined): string {
  return `${name ?? "{ params }"}${typeAnnotation(type)}`;
}

function typeAnnotation(type: string | undefined): string {
  return type === undefined ? "" : `: ${type}`;
}

/** A parameter that only keeps its place. */
function unusedAt(index: number, alike: readonly HandlerForm[], request: HandlerForm["request"]): string {
  const name = alike.map(({ parameters }) => parameters[index]).find((found) => found !== undefined);
  const type = request?.index === index && request.key === undefined ? typeAnnotation(request.type) : "";
  return `_${(name ?? `unused${String(index)}`).replace(/^_+/, "")}${type}`;
}

/** A wrapper that is told the method is told the new one. */
function forMethod(text: string, from: Method, to: Method): string {
  return text.replace(new RegExp(`(["'])${from}\\1`, "g"), `$1${to}$1`);
}

function inDefaultIndent(text: string, { indent }: TextStyle): string {
  return text.replace(/\r\n/g, "\n").replace(/^[ \t]+/gm, (blank, offset: number) => {
    if (offset === 0) return blank;
    let depth = 0;
    while (blank.startsWith(indent, depth * indent.length)) depth += 1;
    return defaultStyle.indent.repeat(depth);
  });
}

/** What became of the wrappers, in as few sentences as there are of them. */
export function wrapperWarnings(handlers: readonly { method: Method; shape: HandlerShape }[]): Warning[] {
  const uses = new Map<string, { use: WrapperUse; methods: Method[] }>();
  for (const { method, shape } of handlers) {
    if (!shape.wrapper) continue;
    const key = `${shape.wrapper.name} ${shape.wrapper.model ?? ""}`;
    uses.set(key, { use: shape.wrapper, methods: [...(uses.get(key)?.methods ?? []), method] });
  }
  return [...uses.values()].map(({ use, methods }) => wrapperWarning(use, methods));
}

function wrapperWarning({ name, model, hasArguments }: WrapperUse, methods: readonly Method[]): Warning {
  const [subject, isOne] = [methods.join(", "), methods.length === 1];
  if (model === undefined) {
    return {
      code: "WRAPPER_SEEN",
      message: `The handlers beside ${subject} go through ${name}, and what it hands to them is not clear: ${subject} ${isOne ? "is a plain function" : "are plain functions"} without it.`,
    };
  }
  return {
    code: "WRAPPER_USED",
    message: hasArguments
      ? `${subject} ${isOne ? "goes" : "go"} through ${name} with the same arguments as ${model}: check that they are right there.`
      : `${subject} ${isOne ? "goes" : "go"} through ${name}, as ${model} does.`,
  };
}
