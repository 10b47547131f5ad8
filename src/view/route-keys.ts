import type { ViewKeys } from "./view-keys.js";

/** One handler: in the list of all, and in the partial that writes its body. */
export const handlerKeys = {
  method: { is: "string", means: "the method" },
  mutates: { is: "boolean", means: "whether the method changes something" },
  isGuarded: { is: "boolean", means: "whether a guard, or a wrapper, makes sure of the caller" },
  partial: { is: "string", means: "the partial that writes its body" },
  opening: { is: "string", means: "the line before its body" },
  closing: { is: "string", means: "the line behind its body" },
  depth: {
    is: "number",
    means: "how many levels its body stands deeper than usual: 1 in a call that is broken over lines",
  },
  request: { is: "string", means: "the variable that holds the request" },
  guard: { is: "string[]", means: "the lines that let only known callers go on" },
  setup: { is: "string[]", means: "the lines behind those: waiting for a request, taking the parameters" },
  readsJson: { is: "boolean", means: "whether it reads a JSON body" },
  readsId: { is: "boolean", means: "whether the id of the item is in that body" },
  status: { is: "number", means: "the status of its success, where methods share a partial" },
  brokenReference: {
    is: "string",
    means:
      "the answer where what is written refers to what is not there, or is referred to; empty where that cannot be",
  },
  log: {
    is: "(detail?: string) => string",
    means:
      "writes the call that logs a caught `error`, in a handler's `catch`; `detail` is one more expression to log",
  },
} as const satisfies ViewKeys;

/** A parameter of the path. */
export const parameterKeys = {
  key: { is: "string", means: "the key in `params`: the text between the brackets" },
  local: { is: "string", means: "the variable that holds it in a handler" },
  kind: { is: "string", means: "`dynamic`, `catch-all` or `optional-catch-all`" },
} as const satisfies ViewKeys;

/** What the templates of all files see that are made for one route, but for that of its data module. */
export const routeKeys = {
  version: { is: "number", means: "the version of this interface" },
  url: { is: "string", means: "the path of its URL, without the base path" },
  folder: { is: "string", means: "the folder of the route, from the project's root" },
  methods: {
    is: "string[]",
    means: "the methods that the route offers afterwards, those that are there already too",
  },
  parameters: { is: "ParameterView[]", means: "the parameters of the path, in their order" },
  paramsType: { is: "string", means: "the type of `params` itself" },
  promiseParams: { is: "boolean", means: "whether this app's Next.js hands `params` over as a Promise" },
  module: { is: "string", means: "how a file beside the route file imports it" },
  imports: { is: "string[]", means: "the import statements that the route file needs" },
  segmentConfig: { is: "string[]", means: "the segment config that this app's Next.js needs" },
  contextType: {
    is: "string[]",
    means: "the lines that declare the type of the second parameter, where the app declares it",
  },
  before: { is: "string[]", means: "partials that belong before the handlers" },
  handlers: { is: "HandlerView[]", means: "the handlers that are written, in the order of the methods" },
  handler: {
    is: "HandlerView",
    means: "the one that is written, in its partial and what that includes",
    isHandedOver: true,
  },
  test: {
    is: "TestView",
    means: "what the test of the route needs, in the file that `--test` writes",
    isHandedOver: true,
  },
  testCase: { is: "TestCaseView", means: "the case that is written, in its partial", isHandedOver: true },
  after: { is: "string[]", means: "partials that belong behind the handlers: the functions that they call" },
  json: {
    is: "(body: string, options?: AnswerOptions) => string",
    means: "writes an answer in JSON, as the app does; `body` is an expression",
  },
  plain: {
    is: "(body: string, options?: AnswerOptions) => string",
    means: "writes an answer that is a text, or `null` for nothing",
  },
  error: {
    is: "(sentence: string, status: number, options?: ErrorOptions) => string",
    means: "writes an error in the app's shape; the sentence is for the client",
  },
  deleted: { is: "string", means: "what a DELETE answers when it is done" },
  resource: { is: "ResourceView", means: "the names of the resource" },
  calls: { is: "CallsView", means: "the calls of the data module" },
  id: { is: "string", means: "the variable that holds the id of an item" },
  checksId: { is: "boolean", means: "whether the id of an item is checked before it is looked for" },
  hasDuplicates: { is: "boolean", means: "whether a write can meet a key that is taken, which is a 409" },
  location: { is: "string", means: "the URL of what was created, an expression" },
  members: { is: "string", means: "the parameters as members of an object, each with a comma behind it" },
  answer: { is: "string", means: "the members of a plain JSON answer" },
  greeting: { is: "string", means: "a plain text answer, an expression" },
  cookie: {
    is: "string",
    means: "the cookie that the template `cookies` keeps: another one than the guard's",
  },
  textType: { is: "string", means: "the headers of a text, an object" },
  allow: { is: "string", means: "the methods for `Allow`" },
  ownsOptions: { is: "boolean", means: "whether the file exports its own OPTIONS" },
  refused: { is: "string[]", means: "the methods that a 405 answers" },
} as const satisfies ViewKeys;
