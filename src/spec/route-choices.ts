import type { ErrorCode, Problem } from "../errors.js";
import { authNames, authWithRoles, isAuth, noAuth, type AuthChoice } from "./auth.js";
import { closest, didYouMean } from "./closest.js";
import { dataNames, isData, type DataChoice } from "./data-sources.js";
import { inOrder, isMethod, methods as allMethods, type Method } from "./methods.js";
import type { Fault, NameOf, RouteRequest } from "./route-request.js";
import { isValidation, validationNames, type ValidationChoice } from "./validation.js";
import {
  builtIn,
  defaultTemplate,
  hasDataModule,
  ownTemplateName,
  ownTemplateNames,
  type ChosenTemplate,
  type KnownTemplates,
} from "./templates.js";
import { isRunner, noTest, runnerNames, type TestChoice } from "./tests.js";

/** Reads `GET,POST`, `get post` and repeated options. Every unknown name is a fault of its own. */
export function parseMethods(
  texts: readonly string[],
  nameOf: NameOf,
): { methods: Method[]; faults: Fault[] } {
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
  return {
    code: "METHOD_UNKNOWN",
    message: `"${word}" is not a method that a route handler can export.`,
    hint: `${didYouMean(word.toUpperCase(), allMethods)}The methods are ${allMethods.join(", ")}.`,
  };
}

/** Reads the name of a template, in any case. */
export function parseTemplate(
  text: string | undefined,
  known: KnownTemplates,
): { template: ChosenTemplate; problems: Problem[] } {
  const asked = text?.trim() ?? defaultTemplate;
  const name = asked.toLowerCase();
  const template = known.get(name);
  if (template) return { template, problems: [] };
  const names = [...known.keys()];
  const problem = unknown("TEMPLATE_UNKNOWN", "template", name, names);
  const isSlip = asked === "" || ownTemplateName.test(asked) || closest(name, names) !== undefined;
  return { template: builtIn(defaultTemplate), problems: [isSlip ? problem : unusable(problem, asked)] };
}

/** A folder of the project may have that name, and yet be no template. */
function unusable({ hint, ...problem }: Problem, asked: string): Problem {
  return {
    ...problem,
    message: `"${asked}" is no template: one is ${ownTemplateNames}.`,
    hint: `If a folder of templates is called so, rename it, e.g. to \`my-api\`. ${hint}`,
  };
}

/** Reads the name of an auth provider, in any case; `none` is no guard, and none named is the app's own or the default. */
export function parseAuth(given: string | true | undefined): {
  name: AuthChoice | undefined;
  problems: Problem[];
} {
  if (given === undefined) return { name: undefined, problems: [] };
  if (given === true) return { name: "any", problems: [] };
  const name = given.trim().toLowerCase();
  if (name === noAuth) return { name: undefined, problems: [] };
  if (isAuth(name)) return { name, problems: [] };
  const problem = unknown("AUTH_UNKNOWN", "auth provider", name, [...authNames, noAuth]);
  return { name: undefined, problems: [problem] };
}

/** What a role can be called: it goes into code and into messages as it is. */
const roleName = /^\w[\w:.-]*$/;

/** Reads the role that a caller has to have; it takes a guard that asks who the caller is. */
export function parseRole(
  { role, auth }: Pick<RouteRequest, "role" | "auth">,
  nameOf: NameOf,
): { name: string | undefined; problems: Problem[] } {
  if (role === undefined) return { name: undefined, problems: [] };
  const name = role.trim();
  if (!roleName.test(name)) {
    const problem: Problem = {
      code: "USAGE",
      message: `${JSON.stringify(role)} is no name of a role.`,
      hint: "Name one of the app's, e.g. admin: letters, digits and _ - . : can be in it.",
    };
    return { name: undefined, problems: [problem] };
  }
  const asked = parseAuth(auth);
  if (asked.name !== undefined || asked.problems.length > 0) return { name, problems: [] };
  const problem: Problem = {
    code: "USAGE",
    message: `${nameOf("role")} needs a guard that asks who the caller is, and none is asked for.`,
    hint: `Add ${nameOf("auth")}, e.g. --auth ${authWithRoles[0] ?? ""}.`,
  };
  return { name: undefined, problems: [problem] };
}

/** Reads the name of a test runner, in any case; `none` is no test, and none named is the one that the app has. */
export function parseTest(given: string | true | undefined): {
  name: TestChoice | undefined;
  problems: Problem[];
} {
  if (given === undefined) return { name: undefined, problems: [] };
  if (given === true) return { name: "any", problems: [] };
  const name = given.trim().toLowerCase();
  if (name === noTest) return { name: undefined, problems: [] };
  if (isRunner(name)) return { name, problems: [] };
  const problem = unknown("TEST_UNKNOWN", "test runner", name, [...runnerNames, noTest]);
  return { name: undefined, problems: [problem] };
}

/** Reads the name of a schema library, in any case; none named is the app's own. */
export function parseValidation(given: string | undefined): {
  name: ValidationChoice;
  problems: Problem[];
} {
  return chosen(given, isValidation, (name) =>
    unknown("VALIDATION_UNKNOWN", "schema library", name, validationNames),
  );
}

/** Reads the name of a data source, in any case; none named is the one that the app shows. */
export function parseData(given: string | undefined): { name: DataChoice; problems: Problem[] } {
  return chosen(given, isData, (name) => unknown("DATA_UNKNOWN", "data source", name, dataNames));
}

/** One of the names of a table, in any case; none given leaves it to the app. */
function chosen<Name extends string>(
  given: string | undefined,
  isName: (text: string) => text is Name,
  problem: (text: string) => Problem,
): { name: Name | "any"; problems: Problem[] } {
  const name = given?.trim().toLowerCase();
  if (name === undefined) return { name: "any", problems: [] };
  return isName(name) ? { name, problems: [] } : { name: "any", problems: [problem(name)] };
}

/** Fields are said, and the template has no resource that could have them. */
export function fieldsUnused(texts: readonly string[], template: ChosenTemplate, nameOf: NameOf): Problem[] {
  if (texts.length === 0 || hasDataModule(template.base)) return [];
  return [
    {
      code: "USAGE",
      message: `The template ${template.name} has no resource, and ${nameOf("fields")} says what one has.`,
      hint: `Leave out ${nameOf("fields")}, or use the template ${defaultTemplate}.`,
    },
  ];
}

function unknown(code: ErrorCode, what: string, word: string, names: readonly string[]): Problem {
  const known = names.length === 1 ? `There is only ${names.join("")}.` : `There are ${names.join(", ")}.`;
  return {
    code,
    message: `"${word}" is no ${what}.`,
    hint: `${didYouMean(word, names)}${known}`,
  };
}
