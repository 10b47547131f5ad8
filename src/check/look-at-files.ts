import type { Place, Problem } from "../errors.js";
import type { RenderedFile } from "../model.js";
import { exportsOf } from "../project/module-exports.js";
import type { ModuleSyntax } from "../syntax/module-syntax.js";
import { isMethod } from "../spec/methods.js";
import type { TemplatePlace } from "../render/template-fault.js";
import type { Finding } from "./findings.js";
import type { Tried } from "./render-tried.js";
import type { TypesChecked } from "./type-check.js";

/** What a route file can export besides handlers. Source: Next.js, "route.js" and "Route Segment Config". */
const segmentConfig: ReadonlySet<string> = new Set([
  "dynamic",
  "dynamicParams",
  "revalidate",
  "fetchCache",
  "runtime",
  "preferredRegion",
  "maxDuration",
  "generateStaticParams",
]);

/** What it takes to look at files that templates wrote, and to say where something is wrong with them. */
export interface FilesReading {
  readonly tried: Tried;
  /** Parses a file's text; it throws a SyntaxError. */
  readonly parse: (path: string, text: string) => ModuleSyntax;
  readonly toPlace: (place: TemplatePlace) => Place;
  /** The command that writes a file. */
  readonly commandOf: (path: string) => string;
}

/** Makes findings of one file, each from what is wrong and the offset of where. */
function finder(file: RenderedFile, { tried, toPlace, commandOf }: FilesReading) {
  const { path, text } = file;
  return (code: Problem["code"], message: string, offset: number): Finding => {
    const place = tried.traceOf(path).placeOf(text, offset);
    const before = text.slice(0, offset);
    const start = before.lastIndexOf("\n") + 1;
    return {
      code,
      message,
      at: place && toPlace(place),
      written: { file: path, line: before.split("\n").length, column: offset - start + 1 },
      line: text.slice(start).split("\n")[0] ?? "",
      command: commandOf(path),
    };
  };
}

/** Exports of a route file that `next build` refuses, with one bundler or the other. Pure. */
export function strangeExports(files: readonly RenderedFile[], reading: FilesReading): Finding[] {
  return files.flatMap((file) => {
    if (file.purpose.kind !== "route") return [];
    const found = finder(file, reading);
    const { all } = exportsOf(reading.parse(file.path, file.text));
    return all
      .filter(({ name }) => !isMethod(name) && !segmentConfig.has(name))
      .map(({ name, statement }) =>
        found(
          "TEMPLATE_TYPES",
          `A route file cannot export ${name}: Next.js takes handlers, segment config and types.`,
          statement.start,
        ),
      );
  });
}

/** What the compiler found, in the files and in the shape of handlers. Pure. */
export function typeFindings(
  files: readonly RenderedFile[],
  { diagnostics, shapes }: TypesChecked,
  reading: FilesReading,
): Finding[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const inFiles = diagnostics.flatMap(({ file = "", line, column, code, lines }) => {
    const rendered = byPath.get(file);
    if (!rendered) return [];
    const before = rendered.text.split("\n").slice(0, line - 1);
    const offset = before.reduce((length, each) => length + each.length + 1, 0) + column - 1;
    return [finder(rendered, reading)("TEMPLATE_TYPES", said(lines, code), offset)];
  });
  const inShapes = shapes.flatMap(({ route, diagnostic: { lines, code } }) => {
    const rendered = byPath.get(route.path);
    if (!rendered) return [];
    const { all } = exportsOf(reading.parse(rendered.path, rendered.text));
    const [, method = all[0]?.name ?? ""] = /property '([A-Z]+)'/.exec(lines.join(" ")) ?? [];
    const offset = all.find(({ name }) => name === method)?.statement.start ?? 0;
    const message = `Next.js takes no such handler for ${method}: ${said(lines.slice(-1), code)}`;
    return [finder(rendered, reading)("TEMPLATE_TYPES", message, offset)];
  });
  return [...inFiles, ...inShapes];
}

function said(lines: readonly string[], code: string): string {
  return `${lines.join(" ")} (${code})`;
}
