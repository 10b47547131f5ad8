import { isPlatformRequest } from "../project/handler-parameters.js";
import { defaultStyle, type TextStyle } from "../project/text-style.js";
import type { Method } from "../spec/methods.js";
import type { ContextType } from "./context-types.js";
import type { HandlerExamples } from "./handler-examples.js";
import { peersOf, type Peers } from "./handler-peers.js";
import { typeFrom, type ImportNeed } from "./import-lines.js";
import type { ParameterManner } from "./manner.js";
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
  /** The lines that declare the type of the context, if the file needs one of its own. */
  readonly contextType: readonly string[];
  /** What its head has to import. */
  readonly imports: readonly ImportNeed[];
  /** What a caller hands it; undefined where a wrapper decides that. */
  readonly takes: HandlerTakes | undefined;
  /** What is around it: the wrapper of a handler beside it, or one that could not be used. */
  readonly wrapper: WrapperUse | undefined;
}

/** What a handler that is not wrapped takes: a request of a type, and the context with the parameters. */
export interface HandlerTakes {
  readonly request: string | undefined;
  readonly context: boolean;
}

/** What became of the wrapper of the handlers beside a new one. */
export interface WrapperUse {
  readonly name: string;
  /** The handler whose call is used; undefined where the wrapper is not understood and left out. */
  readonly model: Method | undefined;
  readonly hasArguments: boolean;
  /** The file that the handler is in; undefined for the route's own. */
  readonly file: string | undefined;
}

/** What a handler needs of its parameters. */
export interface HandlerNeeds {
  readonly method: Method;
  readonly readsRequest: boolean;
  readonly readsParams: boolean;
  readonly isAsync: boolean;
}

/** Where a handler is written, and what a name in it may not be. */
export interface ShapeSetting {
  readonly examples: HandlerExamples;
  /** How the examples are indented. */
  readonly style: TextStyle;
  /** What holds where the examples show nothing. */
  readonly manner: ParameterManner;
  readonly isArrow: boolean;
  readonly context: ContextType;
  readonly promiseParams: boolean;
  /** Whether the handlers use a name for something else. */
  readonly isTaken: (name: string) => boolean;
}

/** How a handler is written where there is no other to be like. */
export const noExamples: Pick<ShapeSetting, "examples" | "style"> = {
  examples: { handlers: [], unclear: undefined, file: undefined },
  style: defaultStyle,
};

/**
 * Writes a handler the way that the handlers beside it are written: function or constant, wrapped or not, with their
 * request and their context. Where their wrapper is not understood it is a plain function, and a warning says so. Pure.
 */
export function handlerShape(needs: HandlerNeeds, setting: ShapeSetting): HandlerShape {
  const { handlers, unclear, file } = setting.examples;
  const peers = peersOf(needs.method, handlers);
  const [model] = peers.alike;
  if (model?.kind === "wrapper" && model.wrapper) {
    const { name } = model.wrapper;
    const others = peers.all.filter(({ wrapper }) => wrapper?.name === name);
    const wrapped = wrapperShape(needs, model, model.wrapper, [...peers.alike, ...others], setting);
    if (wrapped) return wrapped;
  }
  const unknown = unclear ?? (model?.kind === "wrapper" ? model.wrapper?.name : peers.opaque?.from);
  const seen =
    unknown === undefined ? undefined : { name: unknown, model: undefined, hasArguments: false, file };
  return { ...plainShape(needs, peers, setting), wrapper: seen };
}

function plainShape(
  needs: HandlerNeeds,
  { alike, all }: Peers,
  setting: ShapeSetting,
): Omit<HandlerShape, "wrapper"> {
  const { promiseParams, isTaken, manner } = setting;
  const seen = [...alike, ...all].find(
    ({ request }) => request?.type !== undefined && isPlatformRequest(request.type),
  )?.request;
  const wanted = [seen?.name, manner.request.name].find((name) => name !== undefined && !isTaken(name));
  const request = wanted ?? "request";
  const requestType = seen?.type ?? manner.request.type;
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
  const name = context ? context.name : [manner.context].find((each) => each !== undefined && !isTaken(each));
  const contextParameter = parameterText(name, context ? context.type : setting.context.text);
  const takesRequest = needs.readsRequest || needs.readsParams;
  const parameters = [
    ...(takesRequest ? [`${needs.readsRequest ? "" : "_"}${request}: ${requestType}`] : []),
    ...(needs.readsParams ? [contextParameter] : []),
  ];
  const model = alike.find(({ kind }) => kind !== "wrapper");
  const isArrow = model ? model.kind === "arrow" : setting.isArrow;
  // The type of the constant gives the parameters theirs.
  const annotation = isArrow
    ? typeAnnotation(model?.annotation && forMethod(model.annotation, model.method, needs.method))
    : "";
  const signature = parameters.join(", ");
  const asynchronous = needs.isAsync ? "async " : "";
  return {
    opening: isArrow
      ? `export const ${needs.method}${annotation} = ${
          needs.isAsync || model?.isAsync === true ? "async " : ""
        }(${signature}) => {`
      : `export ${asynchronous}function ${needs.method}(${signature}) {`,
    closing: isArrow ? "};" : "}",
    depth: 0,
    request,
    params: name === undefined ? "params" : `${name}.params`,
    takes: { request: takesRequest ? requestType : undefined, context: needs.readsParams },
    awaitsParams: promiseParams,
    contextType: needs.readsParams && context === undefined ? setting.context.declaration : [],
    imports: takesRequest && requestType === "NextRequest" ? [typeFrom("next/server", "NextRequest")] : [],
  };
}
