import { methodTable } from "../../spec/methods.js";
import type { HabitName } from "../../spec/habits.js";
import { importsOf, type ImportStatement } from "../imports.js";
import { nameOf, part, type SyntaxNode } from "../../syntax/module-syntax.js";
import type { HandlerForm, OpaqueHandler } from "../handler-forms.js";
import { isPlatformRequest } from "../handler-parameters.js";
import { isLibraryRoute } from "../library-routes.js";
import type { RouteFile } from "../route-file.js";
import type { TextStyle } from "../text-style.js";
import { answersIn } from "./answers.js";
import { deletionOf } from "./deletions.js";
import { errorShapeOf } from "./error-bodies.js";
import type { GuardSeen } from "./guards.js";
import { loggersIn } from "./loggers.js";

/** One thing in a file that shows a habit. */
export interface Sign {
  readonly habit: HabitName;
  readonly value: string;
  /** Whether the handler changes something; undefined for what has nothing to do with one handler. */
  readonly mutates?: boolean;
}

/**
 * What a route file shows of the app's habits. Pure.
 *
 * @param guards what its handlers call first.
 */
export function signsOf(file: RouteFile, guards: readonly Pick<GuardSeen, "name">[]): Sign[] {
  const { path, syntax, exports, handlers, style } = file;
  const imports = importsOf(syntax);
  const answers = answersIn(syntax.program, syntax);
  const all = (habit: HabitName, values: readonly (string | undefined)[]): Sign[] =>
    values.flatMap((value) => (value === undefined ? [] : [{ habit, value }]));
  const deletions = exports.all.flatMap(({ name, value }) =>
    name === "DELETE" && value ? [deletionOf(value, syntax)] : [],
  );
  return [
    ...handlers.flatMap((handler) => handlerSigns(handler, file)),
    ...all(
      "response",
      answers.map(({ class: made, form }) =>
        form === "json" ? `${made}.json` : form === "stringify" ? `new ${made}` : undefined,
      ),
    ),
    ...all("error", answers.map(errorShapeOf)),
    ...all("deleted", deletions),
    ...all("logger", loggersIn(syntax)),
    ...all(
      "guard",
      guards.map(({ name }) => name),
    ),
    ...all("imports", imports.map(importSign)),
    ...all("typeImports", imports.flatMap(typeImportSigns)),
    { habit: "extension", value: path.endsWith("x") ? "tsx" : "ts" },
    ...styleSigns(style),
  ];
}

function handlerSigns(handler: HandlerForm | OpaqueHandler, file: RouteFile): Sign[] {
  const { mutates } = methodTable[handler.method];
  if (handler.kind === "opaque") {
    const isOwn = handler.from !== undefined && !isLibraryRoute(file.path.split("/"));
    return isOwn ? [{ habit: "handlers", value: handler.from, mutates }] : [];
  }
  const { kind, wrapper, request, context } = handler;
  const isPlain = kind !== "wrapper";
  const typing = isPlain && context?.type !== undefined ? typingOf(context.type, file) : undefined;
  return [
    { habit: "handlers", value: wrapper?.name ?? kind, mutates },
    ...(request?.type !== undefined && isPlatformRequest(request.type)
      ? [{ habit: "request" as const, value: request.type }]
      : []),
    ...(request && isPlain ? [{ habit: "requestName" as const, value: request.name }] : []),
    ...(context && isPlain ? [{ habit: "context" as const, value: context.name ?? "{ params }" }] : []),
    ...(typing === undefined ? [] : [{ habit: "params" as const, value: typing }]),
  ];
}

/** How the type of the second parameter is written. */
function typingOf(type: string, { syntax }: RouteFile): string | undefined {
  if (type.startsWith("RouteContext<")) return "RouteContext";
  if (/^\{.*\bparams\??:/.test(type)) return "inline";
  if (!/^\w+$/.test(type)) return undefined;
  const declared = syntax.program.body.map((statement) => part(statement, "declaration") ?? statement);
  const found: SyntaxNode | undefined = declared.find(
    (each) => /^TS(TypeAlias|Interface)Declaration$/.test(each.type) && nameOf(part(each, "id")) === type,
  );
  if (!found) return undefined;
  return `${found.type === "TSInterfaceDeclaration" ? "interface" : "type"} ${type}`;
}

/**
 * A file of a folder above, or one by an alias; a sibling is relative in every app, and a package says nothing. So is the data
 * module of an item, as it belongs to the routes beside it.
 */
function importSign({ source }: ImportStatement): string | undefined {
  if (/^(\.\.\/)+data$/.test(source)) return undefined;
  if (source.startsWith("../")) return "relative";
  const [, alias] = /^([@~#]|[@~#]\w+)\//.exec(source) ?? [];
  // `@scope/name` is a package; an alias that looks like one is told by tsconfig.json, and not needed here.
  return alias !== undefined && /^([@~#]|~\w+|#\w+)$/.test(alias) ? `${alias}/*` : undefined;
}

function typeImportSigns({ source, isType, names }: ImportStatement): string[] {
  if (source !== "next/server") return [];
  return names.flatMap((each) =>
    each.name !== "NextRequest" ? [] : [isType ? "separate" : each.isType ? "inline" : "value"],
  );
}

function styleSigns(style: TextStyle): Sign[] {
  return [
    { habit: "quotes", value: style.quote === '"' ? "double" : "single" },
    { habit: "semicolons", value: style.semicolons ? "yes" : "no" },
    { habit: "indent", value: style.indent === "\t" ? "tab" : String(style.indent.length) },
    { habit: "trailingCommas", value: style.trailingCommas },
    { habit: "lineBreak", value: style.lineBreak === "\n" ? "lf" : "crlf" },
    { habit: "finalNewline", value: style.finalNewline ? "yes" : "no" },
  ];
}
