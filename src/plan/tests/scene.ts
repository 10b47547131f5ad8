import { errorBodyOf } from "../answer-texts.js";
import type { HandlerViewed } from "../handler-view.js";
import { loggerText } from "../logger-texts.js";
import type { DataFunction } from "../resource-names.js";
import type { HandlerParts } from "../roles.js";
import type { RouteFacts } from "../route-facts.js";
import type { RouteViewed } from "../route-view.js";
import { urlOf } from "../locate.js";
import type { SampleBody } from "./sample-body.js";
import type { SamplePath } from "./sample-path.js";
import type { Given, Sight, TestCase } from "./test-case.js";

/** What the cases of a handler are made of: the values that its file is made of, and samples of what it is sent. */
export interface Scene {
  readonly facts: RouteFacts;
  readonly viewed: RouteViewed;
  readonly handler: HandlerViewed;
  readonly path: SamplePath;
  readonly body: SampleBody;
  /** The variable with an item of the data module. */
  readonly one: string;
  /** The URL that a new item's address begins with. */
  readonly address: string;
  /** The members of an item that are keys, e.g. `id: "1"`. */
  readonly keys: string;
  /** Whether the runner can let the handler's work fail, and catch what is logged then. */
  readonly canFail: boolean;
  readonly canCatch: boolean;
  /** Whether the guard reads the cookies that the handler works with. */
  readonly sharesCookies: boolean;
  /** The headers of whoever may go on, an object literal; undefined where none are needed. */
  readonly signedIn: string | undefined;
}

/** The arguments that narrow a data function to the parents in the path, and behind them others. */
export function argumentsOf({ path }: Scene, ...others: readonly string[]): string {
  return [...path.parents.map(({ value }) => value), ...others].join(", ");
}

/** The call by somebody who may make it, without a body. */
export function plainCall({ handler }: Scene, request = "request"): string {
  const { request: type, context = false } = handler.shape.takes ?? {};
  const args = [...(type === undefined ? [] : [request]), ...(context ? ["context"] : [])];
  return `${handler.method}(${args.join(", ")})`;
}

/** Whether a handler reads the body of its request. */
export function usesBody({ readsJson, readsText }: HandlerParts): boolean {
  return readsJson !== undefined || readsText !== undefined;
}

/** The class of the request that a handler takes. */
export function requestClass({ shape }: HandlerViewed): "Request" | "NextRequest" {
  return shape.takes?.request === "NextRequest" ? "NextRequest" : "Request";
}

/** The error that a handler answers with, and nothing else. */
export function errorSights({ facts }: Scene, sentence: string, status: number): Sight[] {
  const { text, isText } = errorBodyOf(facts.manner.answers, sentence);
  return [{ kind: "status", is: status }, isText ? { kind: "text", is: text } : { kind: "json", is: text }];
}

/** The error that says what is wrong with what was sent. */
export function issueSights({ facts }: Scene, sentence: string, about: string): Sight[] {
  return [
    { kind: "status", is: 400 },
    {
      kind: "issue",
      sentence,
      about,
      body: (issues) => errorBodyOf(facts.manner.answers, sentence, issues).text,
    },
  ];
}

/** A value as it comes back from the client's side of JSON: a date is a text there. */
export function inJson({ body }: Scene, expression: string): string {
  return body.hasDates ? `asJson(${expression})` : expression;
}

/** What a data function does in a case. */
export function dataGiven(
  call: DataFunction,
  outcome: "works" | "declines" | "fails",
  value = "undefined",
): Given {
  return { kind: "data", call, outcome, value };
}

/** The case in which the work fails: it is logged in full, and the client is told nothing of it. */
export function failureCase(
  scene: Scene,
  call: string,
  options: { detail?: string; sights?: readonly Sight[] } = {},
): TestCase[] {
  const { handler, canFail } = scene;
  const work = handler.parts.calls?.find(isWork);
  if (work === undefined || !canFail) return [];
  const log = logOf(scene, options.detail);
  return [
    {
      name: "answers 500 to a failure, which it logs and keeps to itself",
      given: [dataGiven(work, "fails"), { kind: "log", logger: log.logger }],
      call,
      sees: [...(options.sights ?? errorSights(scene, "Internal server error", 500)), log],
    },
  ];
}

/** Whether a function of the data module does the work, and does not only check what was sent. */
export function isWork(call: DataFunction): boolean {
  return !call.startsWith("parse");
}

/** The same where nothing but the reading of the body can fail. */
export function failedBody(scene: Scene): TestCase[] {
  const { handler } = scene;
  if (!scene.canCatch) return [];
  const log = logOf(scene);
  const init = requestInit(handler.method, scene.signedIn !== undefined, 'body: "Hello"');
  return [
    {
      name: "answers 500 to a body that breaks off, which it logs and keeps to itself",
      given: [
        { kind: "unreadable", request: `const broken = new ${requestClass(handler)}(url, ${init});` },
        { kind: "log", logger: log.logger },
      ],
      call: plainCall(scene, "broken"),
      sees: [...errorSights(scene, "Internal server error", 500), log],
    },
  ];
}

/** The second argument of a Request. */
export function requestInit(method: string, isSignedIn: boolean, ...members: readonly string[]): string {
  return `{ ${[`method: "${method}"`, ...(isSignedIn ? ["headers"] : []), ...members].join(", ")} }`;
}

/** What a handler's `catch` logs of `failure`, with a detail: an expression. */
function logOf({ facts, handler }: Scene, detail?: string): Extract<Sight, { kind: "log" }> {
  const written = loggerText(
    facts.logger.call,
    `${handler.method} ${urlOf(facts.location.segments)}`,
    detail,
  );
  const [, logger = "", args = ""] = /^([\w$.]+)\((.*)\)$/.exec(written) ?? [];
  // `failed (${"7"})` is what a logger of the app's own is told.
  const said = args.replace(/`([^`$]*)\$\{"(\w+)"\}([^`$]*)`/, '"$1$2$3"');
  return { kind: "log", logger, args: asFailure(said) };
}

/** The arguments of the logger with the failure in the place of the caught error: `{ error }` becomes `{ error: failure }`. */
function asFailure(args: string): string {
  return args.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\{ error \}|\berror\b(?!:)/g, (word) =>
    word === "error" ? "failure" : word === "{ error }" ? "{ error: failure }" : word,
  );
}
