import path from "node:path";
import fs from "fs-extra";
import { renderRoutes, repository } from "../support/pipeline.js";
import { besideOddRoutes } from "../support/odd-routes.js";
import { compile, strictest } from "../matrix/workspace.js";

/** A route file to be compiled. */
export interface Compiled {
  /** The route that it stands for, below a folder of its own kind: `posts/[id]`, `next-14/posts/[id]`. */
  readonly folder: string;
  readonly ending: string;
  readonly text: string;
  /** Whether it has handlers whose shape can be held against Next's. */
  readonly hasHandlers: boolean;
}

/** The store that the routes import, with a few things that people add to such a module. */
const data = `${renderRoutes(["posts"]).find(({ path: file }) => file.endsWith("data.ts"))?.text ?? ""}
export const postsPerPage = 20;
const db = { fetchPosts };
export default db;
`;

/**
 * Compiles route files in one run, under the strictest flags but the one that forbids enums and namespaces, and holds
 * their handlers against the shape that Next.js asks for. Source of the shape: .next/types/validator.ts.
 *
 * @returns what the compiler said: nothing, if all is well.
 */
export async function compileRoutes(name: string, routes: readonly Compiled[]): Promise<string> {
  // Inside the repository, so that Next's types are found the ordinary way.
  const workspace = path.join(repository, "tests/.cache", `${name}-${String(process.pid)}`);
  try {
    for (const [file, text] of besideOddRoutes()) await fs.outputFile(path.join(workspace, file), text);
    for (const prefix of ["", "next-14"])
      await fs.outputFile(path.join(workspace, prefix, "posts/data.ts"), data);
    const checks: string[] = [];
    for (const [index, { folder, ending, text, hasHandlers }] of routes.entries()) {
      const module = `${folder}/route${String(index)}`;
      await fs.outputFile(path.join(workspace, `${module}${ending}`), text);
      if (!hasHandlers) continue;
      const context = folder.startsWith("next-14/") ? "Plain" : "Async";
      const params = folder.endsWith("[id]") ? "{ id: string }" : "{}";
      checks.push(`check<${context}<${params}>>()(await import("./${module}"));`);
    }
    await fs.outputFile(path.join(workspace, "check.ts"), checkText(checks));
    return await compile(workspace, "typescript-7", {
      target: "ES2022",
      jsx: "preserve",
      ...strictest,
      erasableSyntaxOnly: false,
    });
  } finally {
    await fs.remove(workspace);
  }
}

function checkText(checks: readonly string[]): string {
  return `import type { NextRequest } from "next/server";

type Method = "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
type Handler<Params> = (request: NextRequest, context: { params: Params }) => Response | void | Promise<Response | void>;
type Module<Params> = { [Name in Method]?: Handler<Params> };
export type Async<P> = Module<Promise<P>>;
export type Plain<P> = Module<P>;

const check = <M>() => <T extends M>(_module: T): void => undefined;

export async function checkAll(): Promise<void> {
${checks.map((line) => `  ${line}`).join("\n")}
}
`;
}
