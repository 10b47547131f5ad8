import { placed, type Place, type Problem } from "../errors.js";
import { createOptions, type OptionName } from "../options.js";
import type { AuthChoice } from "./auth.js";
import type { HabitWish } from "./habit-wishes.js";
import type { DataChoice } from "./data-sources.js";
import { defaultFields, parseFields, type Field } from "./fields.js";
import { methodTable, type Method } from "./methods.js";
import {
  fieldsUnused,
  parseAuth,
  parseData,
  parseMethods,
  parseRole,
  parseTemplate,
  parseTest,
  parseValidation,
} from "./route-choices.js";
import { appendParameter, collectionAndItem, optionProblems } from "./route-endings.js";
import { kindOf, routeKinds, type RouteKind } from "./route-kinds.js";
import { parseRoutePath, type RoutePath } from "./route-path.js";
import type { Fault, NameOf, PlaceOf, RouteRequest } from "./route-request.js";
import type { ValidationChoice } from "./validation.js";
import type { ChosenTemplate } from "./templates.js";
import type { TestChoice } from "./tests.js";

/** One route that is wanted, complete: nothing is left to ask. */
export interface RouteSpec {
  readonly path: RoutePath;
  readonly kind: RouteKind;
  /** In the order of the method table, at least one. */
  readonly methods: readonly Method[];
  readonly template: ChosenTemplate;
  /** What guards every handler; undefined leaves them public. */
  readonly auth: AuthChoice | undefined;
  /** The role that a caller has to have, beside being known. */
  readonly role: string | undefined;
  /** What a resource has. */
  readonly fields: readonly Field[];
  /** What checks what clients send, and where the resource is kept. */
  readonly validate: ValidationChoice;
  readonly data: DataChoice;
  /** Whether the methods that are not offered answer 405. */
  readonly fallbacks: boolean;
  /** What runs the test that is written beside it; undefined for no test. */
  readonly test: TestChoice | undefined;
  /** The habits that were asked for with it; they go before those of the run. */
  readonly habits?: readonly HabitWish[];
  /** Where it was asked for, if that was in a file. */
  readonly at?: Place;
}

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
  const { template, problems: noTemplate } = parseTemplate(request.template, request.templates);
  const auth = parseAuth(request.auth);
  const role = parseRole(request, nameOf);
  const test = parseTest(request.test);
  const validation = parseValidation(request.validate);
  const data = parseData(request.data);
  const fields = parseFields(request.fields);
  const faultsOf = (fields: Fault["fields"], problems: readonly Problem[]) =>
    problems.map((problem): Fault => ({ fields, problem }));
  const faults = [
    ...asked.faults,
    ...faultsOf(["template"], noTemplate),
    ...faultsOf(["auth"], auth.problems),
    ...faultsOf(["role"], role.problems),
    ...faultsOf(["test"], test.problems),
    ...faultsOf(["fields"], [...fields.problems, ...fieldsUnused(request.fields, template, nameOf)]),
    ...faultsOf(["validate"], validation.problems),
    ...faultsOf(["data"], data.problems),
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
      if (template.kinds?.includes(kind) === false) {
        const problem = wrongKind(template, kind, text);
        faults.push({ fields: ["template", "routes"], problem });
      }
      const chosen = chooseMethods(kind, template, asked.methods, request.crud);
      if (chosen.length === 0) {
        const problem = noMethodLeft(kind, asked.methods, nameOf);
        faults.push({ fields: ["methods", "crud"], problem });
      }
      specs.push({
        path,
        kind,
        methods: chosen,
        template,
        auth: auth.name,
        role: role.name,
        fields: fields.fields.length > 0 ? fields.fields : defaultFields,
        validate: validation.name,
        data: data.name,
        fallbacks: request.fallbacks,
        test: test.name,
      });
    }
  }
  return { specs, faults };
}

/** `-d posts` reads as the parameter "posts": then that is what the hint is about. `-a bearer` is what it looks like. */
function routeMissing({ dynamic, catchAll, auth, test }: RouteRequest): Problem {
  const values = {
    "-d": dynamic,
    "-c": catchAll,
    "-a": parseAuth(auth).problems.length > 0 ? auth : undefined,
    "--test": parseTest(test).problems.length > 0 ? test : undefined,
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

/** With --crud, the asked methods go where they make sense: creating belongs to the collection, changing to the item. */
function chooseMethods(
  kind: RouteKind,
  { defaultMethods }: ChosenTemplate,
  asked: readonly Method[],
  crud: boolean,
): readonly Method[] {
  if (asked.length === 0) return defaultMethods ?? routeKinds[kind].defaultMethods;
  if (!crud) return asked;
  return asked.filter(
    (method) => !methodTable[method].mutates || (method === "POST") === (kind === "collection"),
  );
}

function wrongKind({ name, kinds = [] }: ChosenTemplate, kind: RouteKind, text: string): Problem {
  return {
    code: "USAGE",
    message: `The template ${name} is for ${kinds.map(withArticle).join(" or ")}, and "${text}" makes ${withArticle(kind)}.`,
    hint: "Ask for another template, or name the kind in its template.json.",
  };
}

const withArticle = (kind: RouteKind) => `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind.replaceAll("-", " ")}`;

function noMethodLeft(kind: RouteKind, asked: readonly Method[], nameOf: NameOf): Problem {
  return {
    code: "USAGE",
    message: `${nameOf("crud")} with ${asked.join(", ")} leaves the ${kind} without a method.`,
    hint: `Add one for it to ${nameOf("methods")}, or leave out ${nameOf("crud")}.`,
  };
}
