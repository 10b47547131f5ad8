import { habitTable, type HabitName } from "../spec/habits.js";
import { valueOf, type Habits } from "../project/habits/habits.js";
import type { TextStyle } from "../project/text-style.js";
import type { AnswerManner } from "./answer-texts.js";
import type { TypeImports } from "./import-lines.js";
import { remembered } from "../remembered.js";

/** How code at one place of an app is written: the habits there, as decisions. */
export interface Manner {
  readonly style: TextStyle;
  readonly answers: AnswerManner;
  /** What a DELETE answers, as the habit is written. */
  readonly deleted: string;
  readonly typeImports: TypeImports;
  readonly extension: "ts" | "tsx";
  readonly parameters: ParameterManner;
}

/** How handlers that are not wrapped take what they take. */
export interface ParameterManner {
  readonly request: { readonly name: string; readonly type: string };
  /** The name of the second parameter; undefined where `params` is taken out of it in its place. */
  readonly context: string | undefined;
  readonly typing: ContextTyping;
}

/** How the type of the second parameter is written: in its place, by Next's own type, or by one that the file declares. */
export type ContextTyping =
  | { readonly kind: "inline" | "RouteContext" }
  | { readonly kind: "type" | "interface"; readonly name: string };

/** The decisions that follow from habits. Pure. */
export const mannerOf = remembered(mannerFrom);

function mannerFrom(habits: Habits): Manner {
  const value = (name: HabitName) => valueOf(habits, name);
  return {
    style: styleFrom(value),
    answers: {
      class: value("response").includes("NextResponse") ? "NextResponse" : "Response",
      form: value("response").startsWith("new ") ? "stringify" : "json",
      error: value("error"),
    },
    deleted: value("deleted"),
    typeImports: oneOf(value("typeImports"), ["inline", "value"], "separate"),
    extension: oneOf(value("extension"), ["tsx"], "ts"),
    parameters: {
      request: { name: value("requestName"), type: value("request") },
      context: value("context") === habitTable.context.builtIn ? undefined : value("context"),
      typing: typingFrom(value("params")),
    },
  };
}

function styleFrom(value: (name: HabitName) => string): TextStyle {
  const indent = value("indent");
  return {
    quote: value("quotes") === "single" ? "'" : '"',
    semicolons: value("semicolons") !== "no",
    indent: indent === "tab" ? "\t" : " ".repeat(Number(indent)),
    lineBreak: value("lineBreak") === "crlf" ? "\r\n" : "\n",
    trailingCommas: oneOf(value("trailingCommas"), ["es5", "none"], "all"),
    finalNewline: value("finalNewline") !== "no",
  };
}

/** Names that say what the type is for in any route; others are about the one that they stand in. */
const generalNames = /^(Route|Handler|Request)?(Context|Params|Props|Ctx|Args)(Type)?$/;

function typingFrom(text: string): ContextTyping {
  const [, kind, name] = text.includes(" ") ? (/^(type|interface) (\w+)$/.exec(text) ?? []) : [];
  if (name === undefined) return { kind: text === "RouteContext" ? "RouteContext" : "inline" };
  const isGeneral = generalNames.test(name) && name !== "RouteContext";
  return { kind: kind === "interface" ? "interface" : "type", name: isGeneral ? name : "Context" };
}

function oneOf<const Known extends string, const Else extends string>(
  text: string,
  known: readonly Known[],
  otherwise: Else,
): Known | Else {
  return known.find((each) => each === text) ?? otherwise;
}
