import { remembered } from "../remembered.js";

/** How an app answers. */
export interface AnswerManner {
  /** The class of its responses. */
  readonly class: "Response" | "NextResponse";
  /** Whether JSON is answered by the class's `json`, or by a response that is made with the text of it. */
  readonly form: "json" | "stringify";
  /** The body of an error, as the habit is written, e.g. `{ message, success: false }` or `text`. */
  readonly error: string;
}

/** What an answer has besides its body. */
export interface AnswerOptions {
  /** A number, or an expression of one; 200 goes without saying. */
  readonly status?: number | string;
  /** An expression: an object literal, or a variable that holds one. */
  readonly headers?: string;
}

/** What an answer with an error has besides its sentence. */
export interface ErrorOptions {
  /** The expression with what is wrong in detail. */
  readonly issues?: string;
  readonly headers?: string;
}

/** The expressions that templates answer with, each in one line. */
export interface AnswerTexts {
  readonly json: (body: string, options?: AnswerOptions) => string;
  /** @param body an expression of a text, or of null. */
  readonly plain: (body: string, options?: AnswerOptions) => string;
  /** @param sentence what the client is told. */
  readonly error: (sentence: string, status: number, options?: ErrorOptions) => string;
}

/** Writes answers as the app does. Pure. */
export const answerTexts = remembered(textsFor);

function textsFor(manner: AnswerManner): AnswerTexts {
  const plain: AnswerTexts["plain"] = (body, options = {}) =>
    `new ${manner.class}(${[body, ...initOf(options)].join(", ")})`;
  const json: AnswerTexts["json"] = (body, options = {}) =>
    manner.form === "json"
      ? `${manner.class}.json(${[body, ...initOf(options)].join(", ")})`
      : plain(`JSON.stringify(${body})`, { ...options, headers: withJsonType(options.headers) });
  const error: AnswerTexts["error"] = (sentence, status, { issues, headers } = {}) => {
    const options = { status, ...(headers === undefined ? {} : { headers }) };
    const body = errorBodyOf(manner, sentence, issues);
    return body.isText ? plain(body.text, options) : json(body.text, options);
  };
  return { json, plain, error };
}

/** The body of an error: an object, or a text where that is the app's habit. What is wrong in detail needs an object. */
export function errorBodyOf(
  manner: Pick<AnswerManner, "error">,
  sentence: string,
  issues?: string,
): { text: string; isText: boolean } {
  const text = JSON.stringify(sentence);
  if (manner.error === "text" && issues === undefined) return { text, isText: true };
  const shape = manner.error === "text" ? "{ error }" : manner.error;
  return { text: errorBody(shape, text, issues), isText: false };
}

/** `{ error: { message }, success: false }` with a text for the one key that has no value, and beside it what is wrong. */
function errorBody(shape: string, text: string, issues: string | undefined): string {
  const filled = shape.replace(
    /(^|, |\{ )(\w+)(?=,| \})/,
    (_, before: string, key: string) => `${before}${key}: ${text}`,
  );
  if (issues === undefined) return filled;
  const end = filled.includes("{ ", 1) ? filled.indexOf(" }") : filled.lastIndexOf(" }");
  return `${filled.slice(0, end)}, issues: ${issues}${filled.slice(end)}`;
}

function initOf({ status, headers }: AnswerOptions): string[] {
  const members = [
    ...(status === undefined || status === 200 ? [] : [`status: ${String(status)}`]),
    ...(headers === undefined ? [] : [headers === "headers" ? headers : `headers: ${headers}`]),
  ];
  return members.length === 0 ? [] : [`{ ${members.join(", ")} }`];
}

/** A response that is made by hand says itself that it is JSON. */
function withJsonType(headers: string | undefined): string {
  const own =
    headers === undefined ? [] : headers.startsWith("{") ? [headers.slice(1, -1).trim()] : [`...${headers}`];
  return `{ ${['"Content-Type": "application/json"', ...own].join(", ")} }`;
}
