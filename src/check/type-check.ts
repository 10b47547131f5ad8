import { existsSync } from "node:fs";
import path from "node:path";
import { binOf } from "../format/bin-of.js";
import type { RenderedFile } from "../model.js";
import { manifestIn, packageFolder, realFolder } from "../project/folders.js";
import { member } from "../project/manifest.js";
import { readPathOptions } from "../project/tsconfig-paths.js";
import { isCode } from "../render/render.js";
import { readDiagnostics, type Diagnostic } from "./diagnostics.js";
import {
  canaryFile,
  canaryText,
  configFile,
  globalsFile,
  globalsText,
  scratchConfig,
  shapesFile,
  shapesText,
  type CheckedRoute,
} from "./type-check-files.js";

/** What a TypeScript compiler found in files. */
export interface TypesChecked {
  /** What is wrong in the files themselves. */
  readonly diagnostics: readonly Diagnostic[];
  /** What is wrong with the shape of a route's handlers. */
  readonly shapes: readonly { readonly route: CheckedRoute; readonly diagnostic: Diagnostic }[];
  /** What kept the compiler from checking anything, in its own words; undefined if nothing did. */
  readonly failure: string | undefined;
  /** What does not parse of the project's tsconfig.json and what that extends, by its path from the root: then nothing else is told. */
  readonly config?: Diagnostic;
}

interface TypeCheck {
  /** The project's root, absolute. */
  readonly root: string;
  /** The folder of the project's TypeScript. */
  readonly typescript: string;
  /** The script of the process that holds the scratch folder. */
  readonly keeper: string;
  readonly promiseParams: boolean;
  readonly routeContext: boolean;
}

/** The folder of the project's own TypeScript, and its version; undefined if it is not installed. */
export function projectTypeScript(root: string): { folder: string; version: string } | undefined {
  const folder = packageFolder(root, "typescript");
  const version = folder === undefined ? undefined : member(manifestIn(folder), "version");
  return folder === undefined ? undefined : { folder, version: typeof version === "string" ? version : "" };
}

/**
 * Compiles files as if they were in the project, by its own `tsc` command and flags: in a scratch folder outside of it, which
 * is gone afterwards. The command, because TypeScript 7 has no other interface.
 *
 * @param files as they would be written, by paths relative to the project's root.
 * @param routes those of them that are route files.
 */
export async function checkTypes(
  files: readonly RenderedFile[],
  routes: readonly CheckedRoute[],
  { root: asked, typescript, keeper, promiseParams, routeContext }: TypeCheck,
): Promise<TypesChecked> {
  // A compiler tells real paths.
  const root = realFolder(asked);
  const { openScratch } = await import("./open-scratch.js");
  const scratch = await openScratch(keeper, root);
  try {
    const code = files.filter(({ path: file }) => isCode(file));
    for (const { path: file, text } of code) scratch.write(file, text);
    const shapes = shapesText(routes, { promiseParams });
    scratch.write(shapesFile, shapes.text);
    scratch.write(globalsFile, globalsText(routes, { routeContext }));
    scratch.write(canaryFile, canaryText);
    const manifest = manifestIn(root);
    scratch.write("package.json", JSON.stringify({ type: member(manifest, "type") }));
    const given = {
      hasConfig: existsSync(path.join(root, "tsconfig.json")),
      paths: readPathOptions(root),
      imports: importAliases(member(manifest, "imports")),
    };
    const places = { root: slashed(root), scratch: slashed(scratch.root) };
    const tsc = [
      binOf(typescript, "tsc"),
      "--project",
      path.join(scratch.root, configFile),
      "--pretty",
      "false",
    ];
    const compile = async (names: readonly string[]) => {
      const config = scratchConfig(places, given, [...names, shapesFile, globalsFile, canaryFile]);
      scratch.write(configFile, JSON.stringify(config, null, 2));
      return scratch.run(process.execPath, tsc);
    };
    const own = new Set(code.map((file) => file.path));
    const isOwn = ({ file }: Diagnostic) => file !== undefined && own.has(file);
    const unparsed: Diagnostic[] = [];
    for (;;) {
      const { output } = await compile([...own]);
      const found = readDiagnostics(output);
      const config = found?.find(isUnparsedConfig);
      if (config) {
        const file = slashed(path.relative(root, path.resolve(scratch.root, config.file ?? "")));
        return { diagnostics: [], shapes: [], failure: undefined, config: { ...config, file } };
      }
      const inOwn = found?.filter(isOwn) ?? [];
      // Where anything does not parse, nothing else is looked at: then once more, without what that is of ours.
      const isChecked = found?.some(({ file }) => file === canaryFile) === true;
      if (!isChecked && inOwn.length > 0) {
        unparsed.push(...inOwn);
        for (const { file } of inOwn) own.delete(file ?? "");
        continue;
      }
      return {
        diagnostics: [...unparsed, ...inOwn],
        shapes: (found ?? []).flatMap((diagnostic) => {
          const route =
            diagnostic.file === shapesFile ? routes[diagnostic.line - shapes.firstLine] : undefined;
          return route && own.has(route.path) ? [{ route, diagnostic }] : [];
        }),
        failure: isChecked ? undefined : failureIn(found, output),
      };
    }
  } finally {
    await scratch.close();
  }
}

/** A compiler goes on without the flags that it could not read, and finds what is not there. Its errors of syntax begin with 1. */
function isUnparsedConfig({ file, code }: Diagnostic): boolean {
  return file?.endsWith(".json") === true && /^TS1\d{3}$/.test(code);
}

/** What kept a compiler from looking at types: the first that it says, which is about the project. */
function failureIn(found: readonly Diagnostic[] | undefined, output: string): string {
  const [first] = found ?? [];
  if (!first) return output.trim();
  const { file, line, column, code, lines } = first;
  const place = file === undefined ? "" : `${file}:${String(line)}:${String(column)} `;
  return `${place}${lines.join(" ")} (${code})`;
}

/** The plain ones of `imports` in a package.json, e.g. `"#lib/*": "./src/lib/*"`. Source: Node.js, "Subpath imports". */
function importAliases(imports: unknown): Record<string, string> {
  if (typeof imports !== "object" || imports === null) return {};
  return Object.fromEntries(
    Object.entries(imports).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}

function slashed(place: string): string {
  return place.replaceAll("\\", "/");
}
