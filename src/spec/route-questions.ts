import type { Problem } from "../errors.js";
import type { Choice } from "../option-row.js";
import { createOptions } from "../options.js";
import { isAuth, noAuth, setupOf, type AuthName } from "./auth.js";
import { dataNames, defaultData, type DataName } from "./data-sources.js";
import { inOrder, isMethod, type Method } from "./methods.js";
import type { Prompter } from "./questions.js";
import { flagsOf, isKindOpen, kindChoices, kindOfFlags } from "./route-kind-question.js";
import type { RouteRequest } from "./route-request.js";
import { parseRouteSpecs } from "./route-spec.js";
import { noTest, type RunnerName } from "./tests.js";
import { defaultValidation, validationNames, type ValidationName } from "./validation.js";
import { defaultTemplate, hasDataModule, type ChosenTemplate, type TemplateName } from "./templates.js";

/** What the questions have to know of the app. */
export interface AskedApp {
  /** Where a route would go; undefined where it cannot. */
  readonly placeOf: (request: RouteRequest) => string | undefined;
  /** What is wrong with a request so far. */
  readonly problemsOf: (request: RouteRequest) => readonly Problem[];
  /** What a route could go on to: the folders that are there, as people write them. */
  readonly completions: (text: string) => readonly string[];
  /** The guard of the app's own that is seen near the route. */
  readonly guardNear: (request: RouteRequest) => Promise<string | undefined>;
  /** The auth providers whose guards would work in the app, and the one that is its own. */
  readonly providersHere: () => Promise<{ usable: readonly AuthName[]; own: AuthName | undefined }>;
  /** The sources of the app's own that have the resource, and the schema libraries that it depends on. */
  readonly stackNear: (
    request: RouteRequest,
  ) => Promise<{ sources: readonly DataName[]; libraries: readonly ValidationName[] }>;
  /** The test runner that the app has. */
  readonly runnerHere: () => RunnerName | undefined;
  /** Problems, as they are told between two questions. */
  readonly told: (problems: readonly Problem[]) => string;
}

interface Question {
  /** Whether the request leaves it open. Only the first question changes what the others see. */
  readonly isOpen: (given: RouteRequest, draft: RouteRequest) => boolean;
  readonly ask: (
    draft: RouteRequest,
    earlier: RouteRequest | undefined,
    app: AskedApp,
    prompter: Prompter,
  ) => Promise<Partial<RouteRequest>>;
}

/** In the order in which they are asked: what is for what decides which methods are right. */
export const routeQuestions: readonly Question[] = [
  {
    isOpen: ({ routes }) => routes.length === 0,
    ask: async (draft, earlier, app, prompter) => {
      const route = await prompter.text({
        message: "Which route?",
        initial: earlier?.routes[0] ?? "",
        judge: (text) => judge({ ...draft, routes: [text] }, app),
        completions: app.completions,
      });
      return { routes: [route.trim().replace(/(?<=[^/])\/+$/, "")] };
    },
  },
  {
    isOpen: (_given, draft) => isKindOpen(draft),
    ask: async (draft, earlier, _app, prompter) => {
      const initial = kindOfFlags(earlier ?? draft);
      return flagsOf(await prompter.choose({ message: "What is it?", choices: kindChoices, initial }));
    },
  },
  {
    isOpen: ({ template }) => template === undefined,
    ask: async (draft, earlier, _app, prompter) => {
      const { question } = createOptions.template;
      const choices = templatesFor(draft).map(({ name, summary }) => ({ name, summary }));
      const initial = earlier?.template ?? defaultTemplate;
      const name = await prompter.choose({ message: question, choices: atLeastOne(choices), initial });
      return { template: name === defaultTemplate ? undefined : name };
    },
  },
  {
    isOpen: ({ methods: asked }) => asked.length === 0,
    ask: async (draft, earlier, _app, prompter) => {
      const { question, choices } = createOptions.methods;
      const usual = methodsByDefault(draft);
      const initial = earlier && earlier.methods.length > 0 ? earlier.methods : usual;
      const names = await prompter.chooseSome({ message: question, choices, initial });
      // Line by line they come in any order, and one may come twice.
      const methods = inOrder(names.filter(isMethod));
      return { methods: methods.join() === usual.join() ? [] : methods };
    },
  },
  {
    isOpen: ({ auth }) => auth === undefined,
    ask: async (draft, earlier, app, prompter) => {
      const { question, choices } = createOptions.auth;
      const own = await app.guardNear(draft);
      const here = await app.providersHere();
      // What would be refused is not offered, and what the app has comes first.
      const works = choices.filter(({ name }) => name === noAuth || canGuard(name, here.usable));
      const first = works.filter(({ name }) => name === here.own);
      const offered: Choice[] = [
        ...choices
          .filter(({ name }) => name === "app" && own !== undefined)
          .map((choice) => ({ ...choice, summary: `${String(own)}, as the handlers near the route` })),
        ...first,
        ...works.filter((choice) => !first.includes(choice)),
      ];
      // No guard is an answer too, and `app` is none where the route has moved away from the guard.
      const said = earlier && (typeof earlier.auth === "string" ? earlier.auth : noAuth);
      const usual = own === undefined ? (here.own ?? noAuth) : "app";
      const initial = offered.find(({ name }) => name === said)?.name ?? usual;
      const name = await prompter.choose({ message: question, choices: atLeastOne(offered), initial });
      return { auth: name === noAuth ? undefined : name };
    },
  },
  {
    isOpen: ({ data }, draft) => data === undefined && keepsResource(draft, "resource"),
    ask: async (draft, earlier, app, prompter) => {
      const { question, choices } = createOptions.data;
      const { sources } = await app.stackNear(draft);
      const [usual] = sources;
      // Without one of the app's own there is nothing to choose: the sample store is a start.
      if (usual === undefined) return {};
      const offered = [...sources, defaultData, ...dataNames];
      const name = await prompter.choose({
        message: question,
        choices: atLeastOne(chosenFrom(choices, offered, ["sample", "none", ...sources])),
        initial: earlier?.data ?? usual,
      });
      return { data: name === usual ? undefined : name };
    },
  },
  {
    isOpen: ({ validate }, draft) => validate === undefined && keepsResource(draft),
    ask: async (draft, earlier, app, prompter) => {
      const { question, choices } = createOptions.validate;
      const { libraries } = await app.stackNear(draft);
      // One library is no choice: it is the app's.
      if (libraries.length < 2) return {};
      const name = await prompter.choose({
        message: question,
        choices: atLeastOne(chosenFrom(choices, validationNames, [...libraries, defaultValidation])),
        initial: earlier?.validate ?? libraries[0] ?? defaultValidation,
      });
      return { validate: name };
    },
  },
  {
    isOpen: ({ test }) => test === undefined,
    ask: async (_draft, earlier, app, prompter) => {
      const { question, choices } = createOptions.test;
      const own = app.runnerHere();
      if (own === undefined) return {};
      const said = typeof earlier?.test === "string" ? earlier.test : undefined;
      const name = await prompter.choose({
        message: question,
        choices: atLeastOne(chosenFrom(choices, [noTest, own], [noTest, own])),
        initial: said ?? noTest,
      });
      return { test: name === noTest ? undefined : name };
    },
  },
];

/** The choices of an option that there are, in the order in which they are offered. */
function chosenFrom(
  choices: readonly Choice[],
  order: readonly string[],
  there: readonly string[],
): readonly Choice[] {
  return [...new Set(order)].flatMap((name) =>
    choices.filter((choice) => choice.name === name && there.includes(name)),
  );
}

/** Whether a template has a resource, or stands on the one that keeps it. */
function keepsResource(
  { template = defaultTemplate, templates }: RouteRequest,
  base?: TemplateName,
): boolean {
  const chosen = templates.get(template);
  return chosen !== undefined && (base === undefined ? hasDataModule(chosen.base) : chosen.base === base);
}

/** What is said of a route while it is typed: where it would go, or what is wrong with it. */
function judge(request: RouteRequest, app: AskedApp): { isRefused: boolean; note: string } {
  if (request.routes.every((route) => route.trim() === ""))
    return { isRefused: true, note: "e.g. posts, posts/[id] or users/:id/orders" };
  const [problem] = app.problemsOf(request);
  if (problem) return { isRefused: true, note: `${problem.message} ${problem.hint}` };
  return { isRefused: false, note: app.placeOf(request) ?? "" };
}

/** The methods that a request without any gets: for both routes of a collection and its item. */
function methodsByDefault(request: RouteRequest): Method[] {
  const { specs } = parseRouteSpecs({ ...request, methods: [] });
  return inOrder(specs.flatMap((spec) => spec.methods));
}

/** The templates that are for what the route stands for. */
function templatesFor(request: RouteRequest): ChosenTemplate[] {
  const { specs } = parseRouteSpecs({ ...request, template: undefined });
  return [...request.templates.values()].filter(
    ({ kinds }) => !kinds || specs.every(({ kind }) => kinds.includes(kind)),
  );
}

/** Whether a guard that this tool writes works where these providers do. */
function canGuard(name: string, usable: readonly AuthName[]): boolean {
  if (!isAuth(name) || name === "app") return false;
  return setupOf(name) === undefined || usable.includes(name);
}

function atLeastOne(choices: readonly Choice[]): readonly [Choice, ...Choice[]] {
  const [first, ...others] = choices;
  if (!first) throw new Error("A question without an answer.");
  return [first, ...others];
}
