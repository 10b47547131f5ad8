import { exportsOf } from "../project/module-exports.js";
import { part, type ModuleSyntax } from "../syntax/module-syntax.js";
import type { RouteFile } from "../project/route-file.js";
import { isMethod, type Method } from "../spec/methods.js";
import { allowLists } from "./allow-lists.js";
import { withoutFallbacks } from "./fallbacks.js";
import { platformNames } from "./globals.js";
import { insertions } from "./insertions.js";
import { mergeImports } from "./merge-imports.js";
import { identifiersIn, topLevelNames } from "../project/names.js";
import { freeName } from "./names.js";
import { printNamed } from "./named-list.js";
import { piecesOf, type Piece } from "./pieces.js";
import { placesIn } from "./places.js";
import { renamed, reusable } from "./reuse.js";
import { restyle, withLineBreaks } from "../render/restyle.js";
import { applyEdits } from "../render/text-edits.js";

/** Parses a text that is to stand in the file; it throws a SyntaxError. */
export type ParseModule = (text: string) => ModuleSyntax;

/** A route file with the new handlers in it. */
export interface EditedFile {
  readonly text: string;
  /** Whether the file has an `Allow` header whose list could not be found, and so was not mended. */
  readonly hasUnreadAllow: boolean;
}

/**
 * Adds handlers to a route file that is there. Everything else in it stays as it is, byte for byte, but for what the new
 * handlers make untrue: their 405s go, `Allow` names them, and statements that import from the same modules name more.
 *
 * - What the handlers need (imports, types, constants, functions) is added once; what is there already is used.
 * - A name that stands for something else in the file is not used: ours gets another.
 * - The new code has the file's quotes, semicolons, indentation and line breaks.
 *
 * @param generated a route file with these handlers only, in the templates' style, written for this file (see
 *   plan/handler-shape.ts).
 * @throws Error if the result is not what was wanted: a fault of this tool, and then nothing is to be written.
 */
export function addHandlers(
  file: RouteFile,
  generated: string,
  adds: readonly Method[],
  parse: ParseModule,
): EditedFile {
  const ours = restyle(generated, file.style);
  if (file.syntax.program.body.length === 0)
    return { text: withLineBreaks(behindComments(file.text, ours), file.style), hasUnreadAllow: false };

  const syntax = parse(ours);
  const taken = new Set([
    ...topLevelNames(file.syntax),
    ...identifiersIn(file.syntax.program).map(({ name }) => name),
  ]);
  const imports = mergeImports(file, syntax, taken);
  const { before, handlers, after } = piecesOf(syntax);
  const pieces = [...before, ...handlers.flatMap((handler) => handler.pieces), ...after];
  const borrowed = new Map([...imports.renames, ...platformRenames(syntax, file)]);
  const exported = new Set(exportsOf(syntax).all.map(({ statement }) => statement));
  const helpers = pieces.filter(({ node, names }) => !exported.has(node) || !names.some(isMethod));
  const kept = reusable(helpers, ours, borrowed, file);
  const renames = new Map([
    ...borrowed,
    ...kept.renames,
    ...ownRenames(helpers, kept.pieces, taken),
    ...methodRenames(adds, file, taken),
  ]);
  const textOf = (piece: Piece) => {
    const text = renamed(piece, piece.start, ours, renames);
    const method = piece.names.find((name) => isMethod(name) && renames.has(name));
    return method === undefined ? text : exportedAs(method, renames.get(method) ?? method, text, file);
  };
  const block = (ofPlace: readonly Piece[]) => {
    const added = ofPlace.filter((piece) => !kept.pieces.has(piece));
    const last = added.at(-1)?.node;
    const isClosed = last !== undefined && (part(last, "declaration") ?? last).type === "FunctionDeclaration";
    return { text: added.map(textOf).join("\n\n"), gap: "\n\n" as const, isClosed };
  };

  const places = placesIn(file);
  const atTheirPlaces = (some: typeof handlers) =>
    some.map((handler) => ({ place: places.handler(handler.method), ...block(handler.pieces) }));
  const blocks = [
    {
      place: places.imports,
      text: imports.statements.join("\n"),
      gap: places.hasImports ? ("\n" as const) : ("\n\n" as const),
      isClosed: false,
    },
    { place: places.before, ...block(before) },
    ...atTheirPlaces(handlers.filter(({ method }) => method !== "OPTIONS")),
    { place: places.after, ...block(after) },
    ...atTheirPlaces(handlers.filter(({ method }) => method === "OPTIONS")),
  ];
  const allow = allowLists(file, adds);
  const edits = [
    ...imports.edits,
    ...insertions(file, blocks),
    ...allow.edits,
    ...withoutFallbacks(file, adds),
  ].map((edit) => ({ ...edit, text: withLineBreaks(edit.text, file.style) }));

  const text = applyEdits(file.text, edits);
  verify(file, text, adds, parse);
  return { text, hasUnreadAllow: allow.hasUnread };
}

/** Code for a file that has nothing but comments, if even those. */
function behindComments(text: string, code: string): string {
  const [, mark = "", comments = ""] = /^(\uFEFF?)(.*)$/s.exec(text) ?? [];
  return mark + (comments.trim() === "" ? code : `${comments.trimEnd()}\n\n${code}`);
}

/** Methods whose name stands for something else in the file: the handler has another there, and is exported as the method. */
function methodRenames(
  adds: readonly Method[],
  file: RouteFile,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const declared = topLevelNames(file.syntax);
  const wanted = (method: Method) => `handle${method.charAt(0)}${method.slice(1).toLowerCase()}`;
  return new Map(
    adds.filter((method) => declared.has(method)).map((method) => [method, freeName(wanted(method), taken)]),
  );
}

function exportedAs(method: string, name: string, declaration: string, { style }: RouteFile): string {
  const list = printNamed({ head: "export", names: [`${name} as ${method}`], tail: "" }, style);
  return `${declaration.replace(/^export /m, "")}\n\n${list}`;
}

/** Names of our own that the file uses for something else. Exported names are what they are. */
function ownRenames(
  pieces: readonly Piece[],
  kept: ReadonlySet<Piece>,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const renames = new Map<string, string>();
  const used = new Set([
    ...taken,
    ...pieces.flatMap(({ node }) => identifiersIn(node).map(({ name }) => name)),
  ]);
  for (const piece of pieces) {
    if (kept.has(piece) || piece.node.type.startsWith("Export")) continue;
    for (const name of piece.names) {
      if (!taken.has(name)) continue;
      const free = freeName(name, used);
      used.add(free);
      renames.set(name, free);
    }
  }
  return renames;
}

/** Names of the platform that the file has given to something else, unless its own handlers mean that one. */
function platformRenames(ours: ModuleSyntax, file: RouteFile): Map<string, string> {
  const bound = topLevelNames(file.syntax);
  const meant = new Set(
    file.handlers.map((handler) => (handler.kind === "opaque" ? "" : (handler.request?.type ?? ""))),
  );
  const hidden = identifiersIn(ours.program)
    .map(({ name }) => name)
    .filter((name) => platformNames.has(name) && bound.has(name) && !meant.has(name));
  return new Map(hidden.map((name) => [name, `globalThis.${name}`]));
}

/** The last check before a file is changed: it parses, and it exports what it did and the new methods. */
function verify(file: RouteFile, text: string, adds: readonly Method[], parse: ParseModule): void {
  const names = exportsOf(parse(text)).names;
  const wanted = [...file.exports.names, ...adds];
  const missing = wanted.filter((name) => !names.has(name));
  if (missing.length > 0) throw new Error(`${file.path} would lack ${missing.join(", ")} after the change.`);
}
