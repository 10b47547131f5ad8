import { exportsOf } from "../project/module-exports.js";
import type { ModuleSyntax } from "../project/module-syntax.js";
import type { RouteFile } from "../project/route-file.js";
import type { TextStyle } from "../project/text-style.js";
import type { Method } from "../spec/methods.js";
import { allowLists } from "./allow-lists.js";
import { withoutFallbacks } from "./fallbacks.js";
import { platformNames } from "./globals.js";
import { insertionEdits } from "./insertions.js";
import { mergeImports } from "./merge-imports.js";
import { freeName, identifiersIn, namesDeclaredBy, renameEdits, topLevelNames } from "./names.js";
import { printNamed } from "./named-list.js";
import { piecesOf, type Piece } from "./pieces.js";
import { placesIn } from "./places.js";
import { restyle, withLineBreaks } from "./restyle.js";
import { applyEdits, type TextEdit } from "./text-edits.js";

export type ParseModule = (text: string) => ModuleSyntax;

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
  const ours = restyle(generated, parse(generated), file.style);
  if (file.syntax.program.body.length === 0) {
    const start = file.text.trimEnd();
    const whole = start === "" || start === "\uFEFF" ? start + ours : `${start}\n\n${ours}`;
    return { text: withLineBreaks(whole, file.style), hasUnreadAllow: false };
  }

  const syntax = parse(ours);
  const bound = topLevelNames(file.syntax);
  const taken = new Set([...bound, ...identifiersIn(file.syntax.program).map(({ name }) => name)]);
  const imports = mergeImports(file, syntax, taken);
  const { before, handlers, after } = piecesOf(syntax);
  const kept = reusable([...before, ...after], ours, file);
  const renames = new Map([
    ...imports.renames,
    ...ownRenames([...before, ...handlers.flatMap(({ pieces }) => pieces), ...after], kept, taken),
    ...platformRenames(syntax, file),
  ]);
  const textOf = (piece: Piece) =>
    applyEdits(
      ours.slice(piece.start, piece.end),
      renameEdits(piece.node, renames).map((edit) => moved(edit, -piece.start)),
    );
  const block = (pieces: readonly Piece[]) =>
    pieces
      .filter((piece) => !kept.has(piece))
      .map(textOf)
      .join("\n\n");

  const places = placesIn(file);
  const inserted = [
    { place: places.imports, text: imports.statements.join("\n"), isClose: places.hasImports },
    { place: places.before, text: block(before) },
    ...handlers.map(({ method, pieces }) => ({
      place: places.handler(method),
      text: exportedAs(method, block(pieces), bound, file.style),
    })),
    { place: places.after, text: block(after) },
  ];
  const allow = allowLists(file, adds);
  const edits = [
    ...imports.edits,
    ...insertionEdits(file.text, inserted),
    ...allow.edits,
    ...withoutFallbacks(file, adds),
  ].map((edit) => ({ ...edit, text: withLineBreaks(edit.text, file.style) }));

  const text = applyEdits(file.text, edits);
  verify(file, text, adds, parse);
  return { text, hasUnreadAllow: allow.hasUnread };
}

/** A method whose name stands for something else in the file (`import { POST } from …`) is exported from another name. */
function exportedAs(method: Method, text: string, bound: ReadonlySet<string>, style: TextStyle): string {
  if (!bound.has(method)) return text;
  const name = freeName(`handle${method.charAt(0)}${method.slice(1).toLowerCase()}`, bound);
  const declared = text.replace(
    new RegExp(`^export ((?:async )?(?:function|const) )${method}\\b`, "m"),
    `$1${name}`,
  );
  return `${declared}\n\n${printNamed({ head: "export", names: [`${name} as ${method}`], tail: "" }, style)}`;
}

function moved({ start, end, text }: TextEdit, by: number): TextEdit {
  return { start: start + by, end: end + by, text };
}

/** What the file has already, word for word: then the new handlers use that. */
function reusable(pieces: readonly Piece[], ours: string, file: RouteFile): ReadonlySet<Piece> {
  const there = new Map(
    file.syntax.program.body.flatMap((statement) =>
      namesDeclaredBy(statement).map(
        (name) => [name, file.text.slice(statement.start, statement.end)] as const,
      ),
    ),
  );
  return new Set(
    pieces.filter(({ node, names }) => {
      const [name] = names;
      const text = name === undefined ? undefined : there.get(name);
      if (text === undefined) return false;
      // An export of the same name is the file's own choice: its segment config stays what it is.
      return (
        /^export\b/.test(ours.slice(node.start)) || plain(text) === plain(ours.slice(node.start, node.end))
      );
    }),
  );
}

/** Code without what formatters decide. */
function plain(code: string): string {
  return code
    .replace(/\/\*[^]*?\*\/|(?<![:"'])\/\/.*$/gm, "")
    .replace(/[\s;]/g, "")
    .replace(/,(?=[)\]}])/g, "")
    .replaceAll("'", '"');
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
