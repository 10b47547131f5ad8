/**
 * The habits of writing that an app's own route files show, once. Their names, what each decides, which values it takes
 * and what holds where nothing is seen: the option, the config, the help and the report come from here.
 *
 * `values` are all that there are; `pattern` tells what else is one. A habit without either takes only what is seen.
 */
export const habitTable = {
  handlers: {
    decides: "how a handler is declared; a wrapper by its name, e.g. withAuth",
    values: ["function", "arrow"],
    pattern: /^[\w$.]+$/,
    builtIn: "function",
  },
  request: { decides: "the type of the request", values: ["Request", "NextRequest"], builtIn: "Request" },
  requestName: {
    decides: "the name of the request",
    values: ["request", "req"],
    pattern: /^[A-Za-z$][\w$]*$/,
    builtIn: "request",
  },
  context: {
    decides: "the second parameter: taken apart, or its name",
    values: ["{ params }", "context", "ctx"],
    pattern: /^[A-Za-z$][\w$]*$/,
    builtIn: "{ params }",
  },
  params: {
    decides: "the type of the second parameter: written in place, Next's own, or a named one",
    values: ["inline", "RouteContext", "type Context", "interface Context"],
    pattern: /^(type|interface) [A-Z][\w$]*$/,
    builtIn: "type Context",
  },
  response: {
    decides: "how JSON is answered",
    values: ["Response.json", "NextResponse.json", "new Response", "new NextResponse"],
    builtIn: "Response.json",
  },
  error: {
    decides: "the body of an error",
    values: ["{ error }", "{ message }", "{ error, success: false }", "{ error: { message } }", "text"],
    pattern: /^\{ ([\w$]+: (true|false), )*[\w$]+(: \{ [\w$]+ \})?(, [\w$]+: (true|false))* \}$/,
    builtIn: "{ error }",
  },
  deleted: {
    decides: "what a DELETE answers: the id by its key, a status, or a fixed object",
    values: ["{ deleted }", "204", "{ success: true }"],
    pattern: /^\{ [\w$]+(: true)? \}$/,
    builtIn: "{ deleted }",
  },
  imports: {
    decides: "how a file of a folder above is imported: relative, or by an alias of tsconfig.json",
    values: ["relative"],
    pattern: /^[^\s./*"'`][^\s*"'`]*\/\*$/,
    builtIn: "relative",
  },
  typeImports: {
    decides: "how a type is imported: `import type { A }`, `import { type A }`, `import { A }`",
    values: ["separate", "inline", "value"],
    builtIn: "separate",
  },
  logger: {
    decides: "what a catch block calls, with `message` and `error` in their places",
    values: ["console.error(message, error)"],
    pattern:
      /^[\w$.]+\((?:message|error|\{ (?:[\w$]+: )?error \})(?:, (?:message|error|\{ (?:[\w$]+: )?error \}))*\)$/,
    builtIn: "console.error(message, error)",
  },
  guard: { decides: "what --auth calls first in a handler", values: [], builtIn: "none" },
  extension: { decides: "the ending of the file", values: ["ts", "tsx"], builtIn: "ts" },
  quotes: { decides: "the quotes", values: ["double", "single"], builtIn: "double" },
  semicolons: { decides: "whether statements end in a semicolon", values: ["yes", "no"], builtIn: "yes" },
  indent: {
    decides: "one level of indentation: how many spaces, or a tab",
    values: ["2", "4", "tab"],
    pattern: /^[2-8]$/,
    builtIn: "2",
  },
  trailingCommas: {
    decides: "commas behind the last item of a broken list",
    values: ["all", "es5", "none"],
    builtIn: "all",
  },
  lineBreak: { decides: "the line breaks", values: ["lf", "crlf"], builtIn: "lf" },
  finalNewline: { decides: "whether the file ends in a line break", values: ["yes", "no"], builtIn: "yes" },
} as const satisfies Record<string, HabitRow>;

/** What a habit decides and can be: one of the values, or what the pattern lets through; without either, anything. */
export interface HabitRow {
  readonly decides: string;
  readonly values: readonly string[];
  readonly pattern?: RegExp;
  readonly builtIn: string;
}

export type HabitName = keyof typeof habitTable;

export const habitNames = Object.keys(habitTable) as HabitName[];

export function isHabit(text: string): text is HabitName {
  return Object.hasOwn(habitTable, text);
}

/** Whether a habit can have a value. Whether the app has it too (its wrapper, its logger) is not known here. */
export function isHabitValue(name: HabitName, value: string): boolean {
  const { values, pattern }: HabitRow = habitTable[name];
  return values.includes(value) || (pattern?.test(value) ?? values.length === 0);
}
