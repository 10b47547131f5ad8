import type { Problem } from "../errors.js";
import { commandNames } from "./commands.js";
import { isMethod } from "./methods.js";
import { folderOf, isCatchAll, isParameter, isProblem, parseSegment, type Segment } from "./segments.js";

/**
 * A route as it was asked for: its segments, and where they start.
 *
 * - `base`: below the folder where the app keeps its handlers (`posts`, `/api/posts`);
 * - `app`: below the app folder itself, because a whole path was pasted (`src/app/api/posts/route.ts`). `appDir` is then
 *   the app folder that the path named.
 */
export interface RoutePath {
  readonly asked: string;
  readonly segments: readonly Segment[];
  readonly anchor: { readonly at: "base" } | { readonly at: "app"; readonly appDir: string };
  /** A leading slash: the text is a URL path, so it has to start with the base's own URL. */
  readonly absolute: boolean;
  readonly extension: "ts" | "tsx" | undefined;
}

type Parsed = { path: RoutePath } | { problems: Problem[] };

/**
 * Reads a route as people write it: `posts/[id]`, `posts/:id`, `docs/*slug?`, `(admin)/posts`, `/api/posts`, or a pasted
 * `src/app/api/posts/route.ts` (or `route.api.ts`, as \`pageExtensions\` may ask for). Backslashes count as slashes, for paths pasted on Windows.
 */
export function parseRoutePath(asked: string): Parsed {
  const refused = refuse(asked);
  if (refused) return { problems: [refused] };

  const text = asked.trim().replaceAll("\\", "/");
  const file = text.includes("route.") ? routeFile.exec(text) : null;
  const whole = file ? (file[1] ?? "") : text;
  const parts = (whole.startsWith(".") ? whole.replace(/^(\.\/)+/, "") : whole).split("/");
  const absolute = parts.length > 1 && parts[0] === "";
  const names = parts.filter((part) => part !== "");
  const pasted = pastedAppDir(names, file !== null);
  const own = pasted ? names.slice(pasted.length) : names;

  const problems: Problem[] = [];
  const segments: Segment[] = [];
  for (const name of own) {
    const segment = parseSegment(name);
    if (isProblem(segment)) problems.push(segment);
    else segments.push(segment);
  }
  problems.push(...orderProblems(segments));
  if (problems.length > 0) return { problems: problems.map((problem) => inRoute(asked, problem)) };

  return {
    path: {
      asked,
      segments,
      anchor: pasted ? { at: "app", appDir: pasted.join("/") } : { at: "base" },
      absolute: absolute && !pasted,
      extension: file?.[2] === "tsx" ? "tsx" : file ? "ts" : undefined,
    },
  };
}

const routeFile = /^(?:(.*)\/)?route\.(?:(?!test\.|spec\.|d\.)[\w-]+\.)?(tsx?)\/*$/;

/** Most routes are names with slashes, of which there is nothing to refuse but a word that is taken: V8 compiles one pattern for them. */
const plainRoute = /^\/?[\w-][\w/-]*$/;

/** What is wrong with the text as a whole, before it is cut into segments. */
function refuse(asked: string): Problem | undefined {
  const text = asked.trim();
  return plainRoute.test(asked) ? refuseTaken(text) : (refuseForm(asked, text) ?? refuseTaken(text));
}

/** What is no route, for what it is made of. */
function refuseForm(asked: string, text: string): Problem | undefined {
  const shown = JSON.stringify(asked);
  if (text === "") {
    return {
      code: "ROUTE_MISSING",
      message: "The route is empty.",
      hint: "Name it, e.g. `create-api-route posts`.",
    };
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(asked)) {
    return { code: "ROUTE_INVALID", message: `${shown} has a control character in it.`, hint: "Remove it." };
  }
  if (/^[A-Za-z]:([\\/]|$)/.test(text) || /^[\\/]{2}/.test(text)) {
    return outside(`${shown} is a path on the disk, not a route.`);
  }
  if (text.split(/[\\/]/).includes("..")) return outside(`${shown} leads out of the app folder.`);
  if (/^[a-z]+:\/\//i.test(text)) {
    return {
      code: "ROUTE_INVALID",
      message: `${shown} is a URL.`,
      hint: "Write its path alone, e.g. `/api/posts`.",
    };
  }
  const query = /^([^?]*)\?[^/]*=/.exec(text);
  if (query) {
    return {
      code: "ROUTE_INVALID",
      message: `${shown} has a query in it, which is no part of a route.`,
      hint: `Write \`${query[1] ?? ""}\`: the handler reads the query from the request.`,
    };
  }
  if (text === ".") {
    return {
      code: "ROUTE_INVALID",
      message: `${shown} is a folder on the disk, not a route.`,
      hint: "Name a route, e.g. `posts`; the folder of the handlers itself is `./`. An app elsewhere is named by --cwd.",
    };
  }
  if (/(^|[\\/])route\.(js|jsx|mjs|mts|cjs|cts)$/.test(text)) {
    return {
      code: "ROUTE_INVALID",
      message: `${shown} is not TypeScript.`,
      hint: "Write `route.ts` or `route.tsx`.",
    };
  }
  if (/(^|[\\/])(page\.[jt]sx?|(layout|template|loading|error|not-found|default)\.[jt]sx)$/.test(text)) {
    return {
      code: "ROUTE_INVALID",
      message: `${shown} is a file of a page, not a route.`,
      hint: "Write the path of a route file, e.g. `app/api/posts/route.ts`, or the route alone, e.g. `posts`.",
    };
  }
  return undefined;
}

/** A word that has another meaning. */
function refuseTaken(text: string): Problem | undefined {
  if (commandNames.includes(text)) {
    return {
      code: "ROUTE_RESERVED",
      message: `"${text}" is reserved for a command of this tool.`,
      hint: `For a route of that name write \`./${text}\`.`,
    };
  }
  if (isMethod(text)) {
    return {
      code: "ROUTE_INVALID",
      message: `"${text}" is a method, not a route.`,
      hint: `Methods are joined by commas: \`-m GET,POST\`. For a route of that name write \`./${text}\`.`,
    };
  }
  return undefined;
}

function outside(message: string): Problem {
  return {
    code: "ROUTE_OUTSIDE_APP",
    message,
    hint: "Write the route from the folder of the handlers, e.g. `posts` or `blog/posts`.",
  };
}

/** The app folder that a pasted path starts with. `app/…` alone is one only if what follows leaves no doubt. */
function pastedAppDir(names: readonly string[], isFile: boolean): string[] | undefined {
  const [first, second] = names;
  if (first === "src" && second === "app") return ["src", "app"];
  const certain = isFile || second === "api" || second?.startsWith("(") === true;
  return first === "app" && certain ? ["app"] : undefined;
}

/** The rules of Next's own route sorter, which 15 and 16 apply only when a request comes in. */
export function orderProblems(segments: readonly Segment[]): Problem[] {
  const problems: Problem[] = [];
  const middle = segments.slice(0, -1).find(isCatchAll);
  if (middle) {
    problems.push({
      code: "CATCH_ALL_NOT_LAST",
      message: `"${folderOf(middle)}" takes the rest of the URL, so nothing can follow it.`,
      hint: "Put the catch-all last.",
    });
  }

  const seen = new Map<string, Segment>();
  for (const segment of segments.filter(isParameter)) {
    // Next compares the names without their non-word characters.
    const key = segment.name.replace(/\W/g, "");
    const earlier = seen.get(key);
    if (earlier) {
      problems.push({
        code: "PARAM_REPEATED",
        message:
          earlier.name === segment.name
            ? `The parameter "${segment.name}" stands twice in one route.`
            : `The parameters "${earlier.name}" and "${segment.name}" are the same to Next.js.`,
        hint: "Give each parameter a name of its own.",
      });
    }
    seen.set(key, segment);
  }
  return problems;
}

function inRoute(asked: string, problem: Problem): Problem {
  return problem.message.includes(asked)
    ? problem
    : { ...problem, message: `${JSON.stringify(asked)}: ${problem.message}` };
}
