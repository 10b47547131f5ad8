import { placed, type ErrorCode, type Place, type Problem } from "../errors.js";
import { createOptions, type OptionName } from "../options.js";
import { authNames, isAuth, noAuth, type AuthChoice } from "./auth.js";
import { closest } from "./closest.js";
import type { HabitWish } from "./habit-wishes.js";
import { inOrder, isMethod, methods as allMethods, methodTable, type Method } from "./methods.js";
import { kindOf, routeKinds, type RouteKind } from "./route-kinds.js";
import { parseRoutePath, type RoutePath } from "./route-path.js";
import { folderOf, isParameter, isProblem, parseSegment, type Segment } from "./segments.js";
import {
  defaultTemplate,
  isTemplate,
  methodsOfTemplate,
  templateNames,
  type TemplateName,
} from "./templates.js";
import { camelCase, singularOf, wordsOf } from "./words.js";

/** One route that is wanted, complete: nothing is left to ask. */
export interface RouteSpec {
  readonly path: RoutePath;
  readonly kind: RouteKind;
  /** In the order of the method table, at least one. */
  readonly methods: readonly Method[];
  readonly template: TemplateName;
  /** What guards every handler; undefined leaves them public. */
  readonly auth: AuthChoice | undefined;
  /** Whether the methods that are not offered answer 405. */
  readonly fallbacks: boolean;
  /** The habits that were asked for with it; they go before those of the run. */
  readonly habits?: readonly HabitWish[];
  /** Where it was asked for, if that was in a file. */
  readonly at?: Place;
}

/** What the command line says, still as text. `true` is an option that was given without its value. */
export interface RouteRequest {
  readonly routes: readonly string[];
  readonly methods: readonly string[];
  readonly dynamic: string | true | undefined;
  readonly catchAll: string | true | undefined;
  readonly optional: boolean;
  readonly crud: boolean;
  readonly template: string | undefined;
  readonly auth: string | true | undefined;
  readonly fallbacks: boolean;
}

/** What is wrong, and the parts of the request that say it. */
interface Fault {
  readonly fields: readonly (keyof RouteRequest)[];
  /** Which of the texts of the first of these parts. */
  readonly item?: number;
  readonly problem: Problem;
}

/**
 * Where a part of the request stands in a file, and which of its texts; without a part, where the request does. Undefined
 * for what is from no file.
 */
type PlaceOf = (field?: keyof RouteRequest, item?: number) => Place | undefined;

/** How a message calls a part of the request: as a file does that has it, else as an option. */
type NameOf = (field: OptionName & keyof RouteRequest) => string;

/**
 * Turns the request into specs, together with everything that is wrong with it. Pure.
 *
 * @param placeOf for a request from a file: a problem has the place of the first of its parts that has one.
 */
export function parseRouteSpecs(
  request: RouteRequest,
  placeOf: PlaceOf = () => undefined,
): { specs: RouteSpec[]; problems: Problem[] } {
  const nameOf: NameOf = (field) => (placeOf(field) ? field : flagOf(field));
  const { specs, faults } = readRequest(request, nameOf);
  const at = placeOf("routes");
  return {
    specs: at === undefined ? specs : specs.map((spec) => ({ ...spec, at })),
    problems: faults.map(({ fields, item, problem }) => {
      const [place] = fields.flatMap((field) => placeOf(field, item) ?? []);
      return placed(problem, place);
    }),
  };
}

function flagOf(name: OptionName): string {
  return /--[\w-]+/.exec(createOptions[name].flags)?.[0] ?? name;
}

function readRequest(request: RouteRequest, nameOf: NameOf): { specs: RouteSpec[]; faults: Fault[] } {
  const asked = parseMethods(request.methods, nameOf);
  const template = parseTemplate(request.template);
  const auth = parseAuth(request.auth);
  const faultsOf = (fields: Fault["fields"], problems: readonly Problem[]) =>
    problems.map((problem): Fault => ({ fields, problem }));
  const faults = [
    ...asked.faults,
    ...faultsOf(["template"], template.problems),
    ...faultsOf(["auth"], auth.problems),
    ...faultsOf(["dynamic", "catchAll", "optional"], optionProblems(request, nameOf)),
  ];
  const specs: RouteSpec[] = [];

  if (request.routes.length === 0) faults.push(...faultsOf(["routes"], [routeMissing(request)]));

  for (const text of request.routes) {
    const parsed = parseRoutePath(text);
    if ("problems" in parsed) {
      faults.push(...faultsOf(["routes"], parsed.problems));
      continue;
    }
    const extended = appendParameter(parsed.path, request);
    if ("problems" in extended) {
      const ending = request.dynamic !== undefined ? "dynamic" : "catchAll";
      faults.push(...faultsOf([ending, "optional", "routes"], extended.problems));
      continue;
    }
    const paths = request.crud ? collectionAndItem(extended.path) : [extended.path];
    if (!paths) {
      faults.push({
        fields: ["crud", "routes"],
        problem: {
          code: "USAGE",
          message: `"${text}" has no collection with an item in it, which ${nameOf("crud")} needs.`,
          hint: `Leave out ${nameOf("crud")}, or name the collection, e.g. \`posts\`.`,
        },
      });
      continue;
    }
    for (const path of paths) {
      const kind = kindOf(path.segments);
      const chosen = chooseMethods(kind, template.name, asked.methods, request.crud);
      if (chosen.length === 0) {
        const problem = noMethodLeft(kind, asked.methods, nameOf);
        faults.push({ fields: ["methods", "crud"], problem });
      }
      specs.push({
        path,
        kind,
        methods: chosen,
        template: template.name,
        auth: auth.name,
        fallbacks: request.fallbacks,
      });
    }
  }
  return { specs, faults };
}

/** `-d posts` reads as the parameter "posts": then that is what the hint is about. `-a bearer` is what it looks like. */
function routeMissing({ dynamic, catchAll, auth }: RouteRequest): Problem {
  const values = {
    "-d": dynamic,
    "-c": catchAll,
    "-a": parseAuth(auth).problems.length > 0 ? auth : undefined,
  };
  const [flag = "", taken] = Object.entries(values).find(([, value]) => typeof value === "string") ?? [];
  return {
    code: "ROUTE_MISSING",
    message: "No route was given: the argument [route...] is missing.",
    hint:
      taken === undefined
        ? "Name one, e.g. `create-api-route posts`, or run this in a terminal to be asked. `create-api-route --help` shows more."
        : `"${String(taken)}" was read as the value of ${flag}. Write the route first: \`create-api-route ${String(taken)} ${flag}\`.`,
  };
}

/** Reads `GET,POST`, `get post` and repeated options. Every unknown name is a fault of its own. */
function parseMethods(texts: readonly string[], nameOf: NameOf): { methods: Method[]; faults: Fault[] } {
  const found: Method[] = [];
  const faults: Fault[] = [];
  for (const [item, text] of texts.entries()) {
    for (const word of text.split(/[\s,;|]+/).filter((word) => word !== "")) {
      const name = word.toUpperCase();
      if (isMethod(name)) found.push(name);
      else faults.push({ fields: ["methods"], item, problem: unknownMethod(word) });
    }
  }
  if (texts.length > 0 && found.length === 0 && faults.length === 0) {
    const problem: Problem = {
      code: "METHOD_UNKNOWN",
      message: `${nameOf("methods")} was given without a method.`,
      hint: "Name them, e.g. GET,POST, or leave it out.",
    };
    faults.push({ fields: ["methods"], problem });
  }
  return { methods: inOrder(found), faults };
}

function unknownMethod(word: string): Problem {
  const near = closest(word.toUpperCase(), allMethods);
  return {
    code: "METHOD_UNKNOWN",
    message: `"${word}" is not a method that a route handler can export.`,
    hint: `${near ? `Did you mean ${near}? ` : ""}The methods are ${allMethods.join(", ")}.`,
  };
}

function parseTemplate(text: string | undefined): { name: TemplateName; problems: Problem[] } {
  const name = text?.trim().toLowerCase() ?? defaultTemplate;
  if (isTemplate(name)) return { name, problems: [] };
  return { name: defaultTemplate, problems: [unknown("TEMPLATE_UNKNOWN", "template", name, templateNames)] };
}

function parseAuth(given: string | true | undefined): { name: AuthChoice | undefined; problems: Problem[] } {
  if (given === undefined) return { name: undefined, problems: [] };
  if (given === true) return { name: "any", problems: [] };
  const name = given.trim().toLowerCase();
  if (name === noAuth) return { name: undefined, problems: [] };
  if (isAuth(name)) return { name, problems: [] };
  const problem = unknown("AUTH_UNKNOWN", "auth provider", name, [...authNames, noAuth]);
  return { name: undefined, problems: [problem] };
}

function unknown(code: ErrorCode, what: string, word: string, names: readonly string[]): Problem {
  const near = closest(word, names);
  const known = names.length === 1 ? `There is only ${names.join("")}.` : `There are ${names.join(", ")}.`;
  return {
    code,
    message: `"${word}" is no ${what}.`,
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}${known}`,
  };
}

function optionProblems({ dynamic, catchAll, optional }: RouteRequest, nameOf: NameOf): Problem[] {
  if (dynamic === undefined || (catchAll === undefined && !optional)) return [];
  return [
    {
      code: "USAGE",
      message: `${nameOf("dynamic")} and ${nameOf(
        catchAll === undefined ? "optional" : "catchAll",
      )} cannot both end a route.`,
      hint: "Choose one, or write the segments out, e.g. `posts/[id]/[...slug]`.",
    },
  ];
}

/** Appends what `--dynamic`, `--catch-all` and `--optional` ask for. */
function appendParameter(
  path: RoutePath,
  request: RouteRequest,
): { path: RoutePath } | { problems: Problem[] } {
  const { dynamic, catchAll, optional } = request;
  const given = dynamic ?? catchAll;
  if (given === undefined && !optional) return { path };

  const name = typeof given === "string" ? given : freeName(path, dynamic === undefined ? "slug" : "id");
  const bare = name.replace(/^[[.:*]+|[\]?]+$/g, "");
  const text = dynamic !== undefined ? `[${bare}]` : optional ? `[[...${bare}]]` : `[...${bare}]`;
  const segment = parseSegment(text);
  if (isProblem(segment)) return { problems: [segment] };
  return reparse(path, [...path.segments, segment]);
}

/** `posts` is `posts` and `posts/[id]`; a route that is an item already names its own parameter. */
function collectionAndItem(path: RoutePath): RoutePath[] | undefined {
  const { segments } = path;
  const kind = kindOf(segments);
  if (kind === "collection") {
    return [path, { ...path, segments: [...segments, { kind: "dynamic", name: freeName(path, "id") }] }];
  }
  const collection = segments.slice(0, segments.findLastIndex(isParameter));
  if (kind !== "item" || kindOf(collection) !== "collection") return undefined;
  return [{ ...path, segments: collection }, path];
}

/** `id`, unless the route has a parameter of that name already: then `orderId` for `users/[id]/orders`. */
function freeName({ segments }: RoutePath, wanted: string): string {
  const taken = new Set(segments.filter(isParameter).map(({ name }) => name.replace(/\W/g, "")));
  const resource = segments.findLast(({ kind }) => kind === "static");
  const candidates = [wanted, camelCase([...singularOf(wordsOf(resource?.name ?? "item")), wanted])];
  const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `${wanted}${String(index + 2)}`);
  return [...candidates, ...numbered].find((name) => !taken.has(name)) ?? wanted;
}

/** Checks the lengthened path by the same rules as a written one. */
function reparse(
  path: RoutePath,
  segments: readonly Segment[],
): { path: RoutePath } | { problems: Problem[] } {
  // With the dot, a route that is called like a command is one too; a message names it without.
  const parsed = parseRoutePath(`./${segments.map(folderOf).join("/")}`);
  if ("problems" in parsed) {
    return {
      problems: parsed.problems.map((problem) => ({
        ...problem,
        message: problem.message.replace(/^"\.\//, '"'),
      })),
    };
  }
  return { path: { ...path, segments } };
}

/** With --crud, the asked methods go where they make sense: creating belongs to the collection, changing to the item. */
function chooseMethods(
  kind: RouteKind,
  template: TemplateName,
  asked: readonly Method[],
  crud: boolean,
): readonly Method[] {
  if (asked.length === 0) return methodsOfTemplate(template) ?? routeKinds[kind].defaultMethods;
  if (!crud) return asked;
  return asked.filter(
    (method) => !methodTable[method].mutates || (method === "POST") === (kind === "collection"),
  );
}

function noMethodLeft(kind: RouteKind, asked: readonly Method[], nameOf: NameOf): Problem {
  return {
    code: "USAGE",
    message: `${nameOf("crud")} with ${asked.join(", ")} leaves the ${kind} without a method.`,
    hint: `Add one for it to ${nameOf("methods")}, or leave out ${nameOf("crud")}.`,
  };
}
