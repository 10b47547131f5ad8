import type { HandlerForm, OpaqueHandler } from "../project/handler-forms.js";
import { defaultStyle, type TextStyle } from "../project/text-style.js";
import type { Method } from "../spec/methods.js";
import { peersOf, type Peers } from "./handler-peers.js";
import { parameterText, typeAnnotation } from "./parameter-texts.js";
import { forMethod, wrapperShape } from "./wrapper-shape.js";

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
  const annotation = isArrow
    ? typeAnnotation(model.annotation && forMethod(model.annotation, model.method, needs.method))
    : "";
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
