import path from "node:path/posix";
import type { PathOptions } from "../project/path-aliases.js";
import { methods } from "../spec/methods.js";

/** A route file that is to be checked. Paths are relative to the scratch root, with `/`. */
export interface CheckedRoute {
  readonly path: string;
  /** Its URL, and the type of `params` itself. */
  readonly url: string;
  readonly paramsType: string;
}

interface Places {
  /** The project's root and the scratch folder that stands for it, absolute, with `/`. */
  readonly root: string;
  readonly scratch: string;
}

/** The files that are written beside what is checked. */
export const configFile = "tsconfig.json";
export const shapesFile = "create-api-route-shapes.ts";
export const globalsFile = "create-api-route-globals.d.ts";
export const canaryFile = "create-api-route-canary.ts";

/** An error that a compiler finds if it looks at types at all: where a file does not parse, it looks at nothing else. */
export const canaryText = "export const canary: string = 1;\n";

/**
 * The tsconfig.json of the scratch folder: the project's own, with its flags, but for these files. A relative import that leads
 * to nothing here leads to the project (`rootDirs`), and so does an alias. Pure.
 *
 * @param hasConfig whether the project has a tsconfig.json.
 * @param paths what that says of aliases.
 * @param imports the `imports` of its package.json that are aliases.
 * @param files those to be checked, relative to the scratch root.
 */
export function scratchConfig(
  { root, scratch }: Places,
  given: { hasConfig: boolean; paths: PathOptions | undefined; imports: Readonly<Record<string, string>> },
  files: readonly string[],
): object {
  const both = (place: string) => {
    const below = path.relative(root, place);
    return below.startsWith("..") ? [place] : [path.join(scratch, below), place];
  };
  const { paths, imports, hasConfig } = given;
  const own = Object.entries(paths?.paths ?? {}).map(([pattern, places]) => [
    pattern,
    places.flatMap((place) => both(path.resolve(paths?.from ?? root, place))),
  ]);
  const named = Object.entries(imports).map(([pattern, place]) => [pattern, both(path.resolve(root, place))]);
  const aliases = { ...Object.fromEntries(named), ...Object.fromEntries(own) } as Record<string, string[]>;
  return {
    ...(hasConfig ? { extends: `${root}/tsconfig.json` } : {}),
    compilerOptions: {
      ...(hasConfig ? {} : defaultOptions),
      ...(Object.keys(aliases).length > 0 ? { paths: aliases } : {}),
      rootDirs: [scratch, root],
      noEmit: true,
      composite: false,
      incremental: false,
      skipLibCheck: true,
      // Of no use to a check, and in the way of what stands above.
      tsBuildInfoFile: null,
      rootDir: null,
      outDir: null,
      declarationDir: null,
      emitDeclarationOnly: null,
    },
    files,
    // What the project declares for all of its files; what `next build` has made, or has not made yet, is left out.
    include: [`${root}/**/*.d.ts`],
    exclude: ["node_modules", ".next", ".git", "dist", "build", "out", "next-env.d.ts"].map(
      (name) => `${root}/${name.includes(".d.") ? name : `**/${name}`}`,
    ),
  };
}

/** As create-next-app writes it, for a project without a tsconfig.json. */
const defaultOptions = {
  target: "ES2017",
  lib: ["dom", "dom.iterable", "esnext"],
  strict: true,
  esModuleInterop: true,
  module: "esnext",
  moduleResolution: "bundler",
  resolveJsonModule: true,
  isolatedModules: true,
  jsx: "preserve",
};

/**
 * What Next.js asks of the handlers of a route, for each route on a line of its own: what is said of the line is said of
 * that route. Source: Next.js, the `RouteHandlerConfig` of .next/types/validator.ts, and .next/types/app/** before 15. Pure.
 */
export function shapesText(
  routes: readonly CheckedRoute[],
  { promiseParams }: { promiseParams: boolean },
): { text: string; firstLine: number } {
  const head = [
    'import type { NextRequest } from "next/server";',
    `type Method = ${methods.map((method) => JSON.stringify(method)).join(" | ")};`,
    "type Answer = Response | void;",
    `type Context<P> = { params: ${promiseParams ? "Promise<P>" : "P"} };`,
    "type Handlers<P> = { [M in Method]?: (request: NextRequest, context: Context<P>) => Answer | Promise<Answer> };",
  ];
  const lines = routes.map(
    ({ path: file, paramsType }, index) =>
      `export const route${String(index)}: Handlers<${paramsType}> = {} as unknown as typeof import("./${file.replace(/\.tsx?$/, "")}");`,
  );
  return { text: [...head, ...lines, ""].join("\n"), firstLine: head.length + 1 };
}

/** What is there without an import, once `next build` or `next typegen` has run. Pure. */
export function globalsText(
  routes: readonly CheckedRoute[],
  { routeContext }: { routeContext: boolean },
): string {
  const references = ['/// <reference types="next" />', '/// <reference types="next/image-types/global" />'];
  if (!routeContext) return [...references, "export {};", ""].join("\n");
  return [
    ...references,
    "interface ParamMap {",
    ...routes.map(({ url, paramsType }) => `  ${JSON.stringify(url)}: ${paramsType};`),
    "}",
    "declare global {",
    "  interface RouteContext<Route extends keyof ParamMap> {",
    "    params: Promise<ParamMap[Route]>;",
    "  }",
    "}",
    "export {};",
    "",
  ].join("\n");
}
