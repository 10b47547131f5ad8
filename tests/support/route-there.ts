import type { RouteThere } from "../../src/model.js";
import type { FilesThere } from "../../src/write/diff.js";
import { routeFileOf, type RouteFile } from "../../src/project/route-file.js";
import { parsed } from "./parsed.js";

/** A route file with this text, as the survey of a project reads it. */
export function routeFile(text: string, path = "app/api/posts/route.ts"): RouteFile {
  const syntax = parsed(text, { jsx: path.endsWith("x") });
  return routeFileOf(path, text, syntax, { names: [], unread: [] });
}

export function routeThere(text: string, path?: string): RouteThere {
  const file = routeFile(text, path);
  return { path: file.path, text, file };
}

/** A project with these files and no others. */
export function filesOf(there: Readonly<Record<string, string>>): FilesThere {
  const parse = (path: string, text: string) => {
    try {
      return parsed(text, { jsx: path.endsWith("x") });
    } catch {
      return { code: "PROJECT_UNREADABLE" as const, message: `${path} does not parse.`, hint: "" };
    }
  };
  return {
    read: (path) => there[path],
    rival: (path) => {
      const bare = path.replace(/\.ts$/, "");
      return [`${bare}.js`, `${bare}/index.ts`].find((other) => there[other] !== undefined);
    },
    parse: (path, text) => Promise.resolve(parse(path, text)),
    edits: () => import("../../src/write/edits.js"),
    parser: () => Promise.resolve((path, text) => parsed(text, { jsx: path.endsWith("x") })),
  };
}
