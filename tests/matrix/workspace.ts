import path from "node:path";
import fs from "fs-extra";
import { installedApp } from "../../scripts/next-app.mjs";
import { run } from "../../scripts/run.mjs";
import { methods } from "../../src/spec/methods.js";
import { repository } from "../support/pipeline.js";
import { providerTypes } from "../support/every-provider.js";
import type { Text } from "./texts.js";

/** Next's own types for the second argument of a handler: a Promise since 15. Source: .next/types/validator.ts. */
const contexts = { promise: "Promise<P>", plain: "P" } as const;

const parameterTypes: Readonly<Record<Text["combination"]["route"], string>> = {
  posts: "{}",
  "users/[id]/posts": "{ id: string }",
  "posts/[id]": "{ id: string }",
  "users/[id]/posts/[postId]": "{ id: string; postId: string }",
  "docs/[...slug]": "{ slug: string[] }",
  "users/[id]/docs/[[...slug]]": "{ id: string; slug?: string[] }",
};

/**
 * Writes texts into a folder in which Next of one major is installed, so that its types are found, and beside them a check
 * that each route is one by Next's rules: handlers of the right shape, and no export that Next does not know.
 *
 * Route files whose data module is the same share it: only their names differ from what the tool writes.
 */
export async function writeTexts(app: string, name: string, texts: readonly Text[]): Promise<string> {
  const folder = path.join(await installedApp(app), `${name}-${String(process.pid)}`);
  const dataFolders = new Map<string, string>();
  const made = new Set<string>();
  const checks: string[] = [];
  for (const [index, { files, context, combination }] of texts.entries()) {
    const data = [...files].find(([file]) => file.endsWith("data.ts"))?.[1] ?? "";
    const home = dataFolders.get(`${combination.route}${data}`) ?? `d${String(dataFolders.size)}`;
    if (!dataFolders.has(`${combination.route}${data}`)) dataFolders.set(`${combination.route}${data}`, home);
    for (const [file, text] of files) {
      const place = file.replace(/route\.ts$/, `route${String(index)}.ts`);
      const whole = path.join(folder, home, place);
      // Ten thousands of small files: to wait for each would take longer than to write it.
      if (!made.has(path.dirname(whole))) fs.ensureDirSync(path.dirname(whole));
      made.add(path.dirname(whole));
      fs.writeFileSync(whole, text);
      if (place === file) continue;
      checks.push(
        `check<${context}<${parameterTypes[combination.route]}>>()(await import("./${home}/${place.slice(0, -3)}"));`,
      );
    }
  }
  await fs.outputFile(path.join(folder, "check.ts"), checkText(checks));
  await fs.outputFile(path.join(folder, "providers.d.ts"), providerTypes);
  return folder;
}

function checkText(checks: readonly string[]): string {
  return `import type { NextRequest } from "next/server";

type Method = ${methods.map((method) => `"${method}"`).join(" | ")};
type Handler<Params> = (request: NextRequest, context: { params: Params }) => Response | void | Promise<Response | void>;
type Module<Params> = { [Name in Method]?: Handler<Params> } & { dynamic?: "force-dynamic" };
export type Async<P> = Module<${contexts.promise}>;
export type Plain<P> = Module<${contexts.plain}>;
type Strange<T> = Exclude<keyof T, Method | "dynamic">;

/** What Next checks of a route: the shape of its handlers, and that it exports nothing else. */
const check =
  <M>() =>
  <T extends M>(_module: T & ([Strange<T>] extends [never] ? unknown : { strangeExport: never })): void => undefined;

export async function checkAll(): Promise<void> {
${checks.map((line) => `  ${line}`).join("\n")}
}
`;
}

/** The strictest flags that a TypeScript knows. */
export const strictest = {
  strict: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  verbatimModuleSyntax: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  erasableSyntaxOnly: true,
};

const shared = {
  lib: ["dom", "dom.iterable", "esnext"],
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
  module: "esnext",
  moduleResolution: "bundler",
  resolveJsonModule: true,
  isolatedModules: true,
  incremental: false,
};

/** TypeScript 7 has four, which look at much of the same each: on few cores they take longer than one. */
export const oneChecker = ["--checkers", "1"] as const;

/** Runs a TypeScript over a folder of texts and answers what it said; nothing is what it should say. */
export function compile(folder: string, typescript: TypeScript, options: object): Promise<string> {
  return compileAll(typescript, [{ folder, options }]);
}

/** A TypeScript of this checkout, by its folder in node_modules. */
type TypeScript = "typescript-5-early" | "typescript-5" | "typescript" | "typescript-7";

/**
 * The same for several folders, or for one with several sets of options, in one process: what they share of the packages'
 * types is read once.
 */
export async function compileAll(
  typescript: TypeScript,
  projects: readonly { folder: string; options: object }[],
): Promise<string> {
  const configs: string[] = [];
  for (const [index, { folder, options }] of projects.entries()) {
    const config = path.join(folder, `tsconfig.${typescript}.${String(index)}.json`);
    await fs.writeJson(config, {
      compilerOptions: { ...shared, ...options },
      include: ["**/*.ts", "**/*.tsx"],
    });
    configs.push(config);
  }
  const tsc = path.join(repository, "node_modules", typescript, "bin", "tsc");
  const { code, stdout, stderr } = await run(
    process.execPath,
    [
      "--max-old-space-size=8000",
      tsc,
      "-b",
      ...configs,
      ...(typescript === "typescript-7" ? oneChecker : []),
    ],
    { cwd: projects[0]?.folder ?? repository },
  );
  return code === 0 ? stdout + stderr : `exit ${String(code)}\n${stdout}${stderr}`;
}
