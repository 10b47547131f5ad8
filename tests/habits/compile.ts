import path from "node:path";
import fs from "fs-extra";
import { run } from "../../scripts/run.mjs";
import { repository } from "../support/pipeline.js";
import { oneChecker, strictest } from "../matrix/workspace.js";

/** What every app is held to, besides what its own tsconfig.json says. */
const shared = {
  ...strictest,
  target: "ES2022",
  lib: ["dom", "dom.iterable", "esnext"],
  types: ["node"],
  skipLibCheck: true,
  noEmit: true,
  module: "esnext",
  moduleResolution: "bundler",
  isolatedModules: true,
  incremental: false,
  jsx: "preserve",
};

/** Writes into an app a check that its new route files are what Next asks of a route: handlers of the right shape. */
export async function writeChecks(
  app: string,
  written: readonly string[],
  flags: object = {},
): Promise<void> {
  const routes = written.filter((file) => /\/route\.tsx?$/.test(file));
  const lines = routes.map((file) => {
    const params = [...file.matchAll(/\[(\.\.\.)?([\w-]+)\]/g)].map(
      ([, rest, name = ""]) => `${JSON.stringify(name)}: string${rest === undefined ? "" : "[]"}`,
    );
    return `  check<{ ${params.join("; ")} }>()(await import("./${file.replace(/\.tsx?$/, "")}"));`;
  });
  await fs.writeFile(path.join(app, "check.ts"), checkText.replace("  // checks", lines.join("\n")));
  await fs.writeJson(path.join(app, "tsconfig.check.json"), {
    extends: "./tsconfig.json",
    compilerOptions: { ...shared, ...flags },
    include: ["**/*.ts", "**/*.tsx", ".next/types/**/*.ts"],
  });
}

const checkText = `import type { NextRequest } from "next/server";

type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
type Handler<P> = (request: NextRequest, context: { params: Promise<P> }) => Response | void | Promise<Response | void>;

const check =
  <P>() =>
  <T extends { [Name in Method]?: Handler<P> }>(_module: T): void => undefined;

export async function checkAll(): Promise<void> {
  // checks
}
`;

/**
 * Compiles apps, each with its own paths, and answers what the compiler said: nothing is what it should say.
 *
 * @param folder that the apps are in.
 */
export async function compileApps(folder: string, apps: readonly string[]): Promise<string> {
  const tsc = path.join(repository, "node_modules/typescript-7/bin/tsc");
  const projects = apps.map((app) => `${app}/tsconfig.check.json`);
  const { code, stdout, stderr } = await run(process.execPath, [tsc, "-b", ...oneChecker, ...projects], {
    cwd: folder,
  });
  return code === 0 ? stdout + stderr : `exit ${String(code)}\n${stdout}${stderr}`;
}
