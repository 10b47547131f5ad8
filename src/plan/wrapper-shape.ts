import type { HandlerForm, Wrapper } from "../project/handler-forms.js";
import { defaultStyle, type TextStyle } from "../project/text-style.js";
import type { Method } from "../spec/methods.js";
import { wordsOf } from "../spec/words.js";
import type { HandlerNeeds, HandlerShape, ShapeSetting } from "./handler-shape.js";
import { wrapperLayout, type WrappedHandler, type WrapperLayout } from "./wrapper-layout.js";
import { parameterText, typeAnnotation } from "./parameter-texts.js";

/** The same call with the same arguments, or undefined if what it hands to its function is not all seen. Pure. */
export function wrapperShape(
  needs: HandlerNeeds,
  model: HandlerForm,
  wrapper: Wrapper,
  alike: readonly HandlerForm[],
  { style, promiseParams, isTaken, examples: { file } }: ShapeSetting,
): HandlerShape | undefined {
  if (isOfMethod(wrapper.name, alike)) return undefined;
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

  const shown = alike.map((handler) => handler.context?.awaits).find((awaits) => awaits !== undefined);
  const awaitsParams = shown ?? promiseParams;
  const isAsync = needs.isAsync || model.isAsync || (needs.readsParams && awaitsParams);
  const head = `${isAsync ? "async " : ""}(${parameters.join(", ")}) => {`;
  const left = `export const ${needs.method}${typeAnnotation(
    model.annotation && forMethod(model.annotation, model.method, needs.method),
  )} = `;
  const call = needs.readsParams && !model.context ? typedLike(wrapper, alike) : wrapper;
  const text = (part: string) => forMethod(part, model.method, needs.method);
  const layout =
    file === undefined
      ? asItStands({ left, before: text(call.before), after: text(call.after), head }, style)
      : wrapperLayout({ left, before: text(call.before), after: text(call.after), head });
  return {
    ...layout,
    request: request?.name ?? "request",
    params: context?.name === undefined ? "params" : `${context.name}.params`,
    awaitsParams,
    takes: undefined,
    contextType: [],
    // Its types are those of all that its function can take.
    imports: (wrapper.imports ?? []).filter(({ local }) => namesIn(layout).has(local)),
    wrapper: { name: wrapper.name, model: model.method, hasArguments: wrapper.hasArguments, file },
  };
}

function namesIn({ opening, closing }: WrapperLayout): Set<string> {
  return new Set(`${opening}${closing}`.match(/[\w$]+/g));
}

/** The call of a handler in the same file, broken over lines as it is there. */
function asItStands({ left, ...call }: WrappedHandler, style: TextStyle): WrapperLayout {
  const before = inDefaultIndent(call.before, style);
  const after = inDefaultIndent(call.after, style);
  // The function begins in the last line of it, and closes where that line stands.
  const [, indent = ""] = /\n( *).*$/.exec(before) ?? [];
  const depth = indent.length / defaultStyle.indent.length;
  return {
    opening: `${left}${before}${call.head}`,
    closing: `${defaultStyle.indent.repeat(depth)}}${after};`,
    depth,
  };
}

/** The same call as one that is told the types of the parameters: `withAuth<{ id: string }>(` for `withAuth(`. */
function typedLike(wrapper: Wrapper, alike: readonly HandlerForm[]): Wrapper {
  const untyped = ({ before, after }: Wrapper) =>
    `${before} ${after}`.replace(/<[^()]*>(?=\()/g, "").replace(/\s|,(?=\s*\))/g, "");
  const told = alike.find(
    ({ context, wrapper: other }) => context && other && untyped(other) === untyped(wrapper),
  );
  return told?.wrapper ?? wrapper;
}

/** A parameter that only keeps its place. */
function unusedAt(index: number, alike: readonly HandlerForm[], request: HandlerForm["request"]): string {
  const name = alike
    .map(({ parameters }) => parameters[index])
    .find((found) => found !== undefined && found !== "");
  const type = request?.index === index && request.key === undefined ? typeAnnotation(request.type) : "";
  return `_${(name ?? `unused${String(index)}`).replace(/^_+/, "")}${type}`;
}

/** A wrapper that is told the method is told the new one. */
export function forMethod(text: string, from: Method, to: Method): string {
  return text.replace(new RegExp(`(["'])${from}\\1`, "g"), `$1${to}$1`);
}

/** Code in the templates' indentation. */
function inDefaultIndent(text: string, { indent }: TextStyle): string {
  return text.replace(/\r\n/g, "\n").replace(/^[ \t]+/gm, (blank, offset: number) => {
    if (offset === 0) return blank;
    let depth = 0;
    while (blank.startsWith(indent, depth * indent.length)) depth += 1;
    return defaultStyle.indent.repeat(depth);
  });
}

/** Whether a wrapper is named after the only method that goes through it: `router.get`, `createGetHandler`. */
function isOfMethod(name: string, alike: readonly HandlerForm[]): boolean {
  const [method, ...others] = new Set(alike.map((handler) => handler.method));
  return others.length === 0 && method !== undefined && wordsOf(name).includes(method.toLowerCase());
}
