import { readFileSync } from "node:fs";
import path from "node:path";
import type { Project, RouteThere } from "../../src/model.js";
import { exportsOf } from "../../src/project/module-exports.js";
import { routeFileOf } from "../../src/project/route-file.js";
import { projectOf, repository } from "./pipeline.js";
import { treeOf } from "./tree.js";
import { parsed } from "./parsed.js";

const folder = path.join(repository, "tests/fixtures/odd-routes");

/** A route file as somebody wrote it. */
export interface OddRoute {
  /** Its place among the fixtures, e.g. `posts/[id]/arrow-constant.ts`. */
  readonly name: string;
  readonly text: string;
  /** The route that it stands for. */
  readonly route: string;
  readonly project: Project;
}

/** The fixtures, by their names; those that begin with `_` are what others import. */
export function oddRoutes(): OddRoute[] {
  return [...treeOf(folder)].flatMap(([name, text]) => {
    if (!/\/[^_/][^/]*\.tsx?$/.test(`/${name}`) || name.endsWith(".d.ts")) return [];
    const isEarly = name.startsWith("next-14/");
    const route = path.posix.dirname(name).replace(/^next-14\//, "");
    return [{ name, text, route, project: projectOf(isEarly ? "14.2.35" : "16.4.6") }];
  });
}

/** What stands beside the odd routes and is compiled with them. */
export function besideOddRoutes(): Map<string, string> {
  return new Map([...treeOf(folder)].filter(([name]) => /(^|\/)_|\.d\.ts$/.test(name)));
}

/** An odd route, or what became of it, as the survey reads it; of `export *`, only what is relative is looked into. */
export function thereOf({ name, route }: OddRoute, text: string): RouteThere {
  const file = `app/api/${route}/route${path.extname(name)}`;
  const syntax = parsed(text, { jsx: name.endsWith("x") });
  const behind = exportsOf(syntax).openTo.map((source) => ({ source, names: namesOf(source, name) }));
  const names = behind.flatMap((each) => each.names ?? []);
  const unread = behind.filter((each) => each.names === undefined).map(({ source }) => source);
  return { path: file, text, file: routeFileOf(file, text, syntax, { names, unread }) };
}

function namesOf(source: string, from: string): string[] | undefined {
  if (!source.startsWith("./")) return undefined;
  const text = readFileSync(path.join(folder, path.dirname(from), `${source}.ts`), "utf8");
  return [...exportsOf(parsed(text, { jsx: false })).names];
}
