import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createOptions } from "../../../src/options.js";
import { complete } from "../../../src/spec/complete.js";
import type { AskedApp } from "../../../src/spec/route-questions.js";
import { methods } from "../../../src/spec/methods.js";
import { isKindOpen, kindChoices } from "../../../src/spec/route-kind-question.js";
import type { RouteRequest } from "../../../src/spec/route-request.js";
import { parseRouteSpecs } from "../../../src/spec/route-spec.js";
import { builtIn, builtInTemplates, templateNames, templatesWith } from "../../../src/spec/templates.js";
import { requestOf } from "../../support/pipeline.js";
import { scriptedPrompter } from "../../support/scripted-prompter.js";

/** An app that is against nothing but what is wrong in itself. */
const appWith = (guard?: string): AskedApp => ({
  problemsOf: (request) => parseRouteSpecs(request).problems,
  placeOf: () => "app/api",
  completions: () => [],
  guardNear: () => Promise.resolve(guard),
  providersHere: () => Promise.resolve({ usable: [], own: undefined }),
  stackNear: () => Promise.resolve({ sources: [], libraries: [] }),
  runnerHere: () => undefined,
  told: (problems) => problems.map(({ message }) => message).join("\n"),
});

type Answers = Parameters<typeof scriptedPrompter>[0];

async function completed(
  given: Partial<RouteRequest>,
  answers: Answers,
  { guard, earlier }: { guard?: string; earlier?: RouteRequest } = {},
) {
  const person = scriptedPrompter(answers);
  const request = await complete(requestOf([], given), appWith(guard), person.prompter, earlier);
  const messages = person.asked.map(({ message }) => message);
  const questionOf = (message: string) => person.asked.find((question) => question.message === message);
  return { ...person, request, messages, questionOf };
}

const route = "Which route?";
const kind = "What is it?";
const template = createOptions.template.question;
const which = createOptions.methods.question;
const guarding = createOptions.auth.question;
const kinds = kindChoices.map(({ name }) => name);

/** What is wanted of a request, apart from how it is said. */
const wantedBy = (request: RouteRequest) =>
  parseRouteSpecs(request).specs.map(({ path, ...spec }) => ({ ...spec, segments: path.segments }));

describe("what is asked", () => {
  const givens: { [Name in keyof RouteRequest]?: fc.Arbitrary<RouteRequest[Name]> } = {
    methods: fc.constantFrom(["GET"], ["get,put"]),
    dynamic: fc.constantFrom(true as const, "slug"),
    catchAll: fc.constantFrom(true as const, "path"),
    optional: fc.constant(true),
    crud: fc.constant(true),
    template: fc.constantFrom(...templateNames),
    auth: fc.constantFrom(true as const, "bearer", "none"),
  };

  test("is exactly what is neither given nor said by the route, in one order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(givens, { requiredKeys: [] }) as fc.Arbitrary<Partial<RouteRequest>>,
        fc.constantFrom("posts", "posts/:id", "docs/*slug", "docs/*slug?", "(group)"),
        async (given, answer) => {
          fc.pre(parseRouteSpecs(requestOf([answer], given)).problems.length === 0);
          const { messages, request } = await completed(given, [
            answer,
            ...Array<undefined>(4).fill(undefined),
          ]);
          const open = isKindOpen(requestOf([answer], given));
          expect(open).toBe(
            ["posts", "(group)"].includes(answer) &&
              [given.dynamic, given.catchAll, given.optional, given.crud].every((each) => each === undefined),
          );
          expect(messages).toEqual([
            route,
            ...(open ? [kind] : []),
            ...(given.template === undefined ? [template] : []),
            ...(given.methods === undefined ? [which] : []),
            ...(given.auth === undefined ? [guarding] : []),
          ]);
          // All that stood there to begin with needs not be said.
          expect(request).toEqual(requestOf([answer], given));
        },
      ),
    );
  });

  test("every kind, template and guard can be the answer", async () => {
    const { asked } = await completed({}, ["posts", undefined, undefined, undefined, undefined]);
    expect(asked[1]?.choices).toEqual(["collection", "item", "both", "catch-all", "optional catch-all"]);
    expect(asked[2]?.choices).toEqual(templateNames);
    expect(asked[4]?.choices).toEqual(["bearer", "none"]);
  });
});

test("the project's own templates are among the answers, where they are for such a route", async () => {
  const own = { ...builtIn("basic"), name: "mine", kinds: ["collection"] } as const;
  const given = { templates: templatesWith([own]) };
  const answers: Answers = ["posts", "collection", "mine", undefined, undefined];
  const { asked, request } = await completed(given, answers);
  expect(asked[2]?.choices).toEqual([...templateNames, "mine"]);
  expect(request.template).toBe("mine");
  const item = await completed(given, ["posts/:id", undefined, undefined, undefined]);
  expect(item.questionOf(template)?.choices).toEqual(templateNames);
});

describe("what is answered", () => {
  test.each(kinds.flatMap((name) => templateNames.map((of) => [name, of] as const)))(
    "%s of %s: the methods that are ticked are those of the same request without methods",
    async (name, of) => {
      const { questionOf, request } = await completed({}, ["posts", name, of, undefined, undefined]);
      expect(request.methods).toEqual([]);
      const specs = parseRouteSpecs(request).specs;
      const usual = methods.filter((method) => specs.some((spec) => spec.methods.includes(method)));
      expect(questionOf(which)?.initial).toEqual(usual);
      // Line by line they are named in any order, and more than once.
      const again = await completed({}, ["posts", name, of, [...usual, ...usual].reverse(), undefined]);
      expect(again.request).toEqual(request);
    },
  );

  test("says what is wanted, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.constantFrom(...templateNames),
        fc.shuffledSubarray(methods, { minLength: 1 }),
        fc.constantFrom("bearer", "none"),
        async (name, of, some, auth) => {
          fc.pre(name !== "both");
          const { request } = await completed({}, ["posts", name, of, some, auth]);
          const [spec] = wantedBy(request);
          expect(spec).toMatchObject({
            kind: name.replace(" ", "-"),
            template: builtInTemplates.get(of),
            methods: methods.filter((method) => some.includes(method)),
            auth: auth === "none" ? undefined : auth,
          });
          expect(wantedBy(request)).toHaveLength(1);
        },
      ),
    );
  });

  test.each([
    [" posts ", "posts"],
    ["users/", "users"],
    ["users//", "users"],
    ["/api/posts", "/api/posts"],
  ])("%j is the route %s", async (answer, wanted) => {
    const { request } = await completed({}, [answer, ...Array<undefined>(4).fill(undefined)]);
    expect(request.routes).toEqual([wanted]);
  });
});

test("the provider that the app has set up is offered first, and what it lacks not at all", async () => {
  const person = scriptedPrompter(["posts", undefined, undefined, undefined, undefined]);
  const providersHere = () =>
    Promise.resolve({ usable: ["clerk", "session"] as const, own: "clerk" as const });
  const request = await complete(requestOf([]), { ...appWith(), providersHere }, person.prompter);
  const choices = ["clerk", "bearer", "session", "none"];
  expect(person.asked.at(-1)).toMatchObject({ message: guarding, initial: "clerk", choices });
  expect(request.auth).toBe("clerk");
});

describe("what a resource is written with", () => {
  const asked = async (
    stack: Awaited<ReturnType<AskedApp["stackNear"]>>,
    answers: Answers,
    given: Partial<RouteRequest> = {},
  ) => {
    const person = scriptedPrompter(["posts", undefined, ...answers]);
    const app = { ...appWith(), stackNear: () => Promise.resolve(stack) };
    const request = await complete(requestOf([], given), app, person.prompter);
    return { request, messages: person.asked.map(({ message }) => message), last: person.asked.at(-1) };
  };
  const three: Answers = [undefined, undefined, undefined];

  test("is not asked where the app has nothing of its own to choose from", async () => {
    const { messages } = await asked({ sources: [], libraries: ["zod"] }, three);
    expect(messages).not.toContain("Where is it kept?");
    expect(messages).not.toContain("Which checks?");
  });

  test("the app's own source comes first, and is what an enter takes", async () => {
    const stack = { sources: ["prisma"], libraries: [] } as const;
    const { request, last } = await asked(stack, [...three, undefined]);
    const choices = ["prisma", "sample", "none"];
    expect(last).toMatchObject({ message: "Where is it kept?", initial: "prisma", choices });
    expect(request.data).toBeUndefined();
    expect((await asked(stack, [...three, "sample"])).request.data).toBe("sample");
  });

  test("of two libraries one is chosen, and none is a choice too", async () => {
    const stack = { sources: [], libraries: ["zod", "valibot"] } as const;
    const { request, last } = await asked(stack, [...three, "valibot"]);
    expect(last).toMatchObject({ message: "Which checks?", choices: ["zod", "valibot", "none"] });
    expect(request.validate).toBe("valibot");
  });

  test("nor is what was given, or what the template has not", async () => {
    const stack = { sources: ["drizzle"], libraries: ["zod", "valibot"] } as const;
    const given = await asked(stack, three, { data: "none", validate: "zod" });
    expect(given.messages).not.toContain("Where is it kept?");
    const other = await asked(stack, three.slice(1), { template: "form" });
    expect(other.messages).not.toContain("Which checks?");
  });
});

test("a test is offered for the runner that the app has, and is none unless it is chosen", async () => {
  const ask = async (answer: string | undefined) => {
    const person = scriptedPrompter(["posts", undefined, undefined, undefined, undefined, answer]);
    const app = { ...appWith(), runnerHere: () => "vitest" as const };
    return { request: await complete(requestOf([]), app, person.prompter), last: person.asked.at(-1) };
  };
  const { request, last } = await ask(undefined);
  expect(last).toMatchObject({ message: "A test beside it?", initial: "none", choices: ["none", "vitest"] });
  expect(request.test).toBeUndefined();
  expect((await ask("vitest")).request.test).toBe("vitest");
});

describe("a guard of the app's own", () => {
  const defaults: Answers = ["posts", undefined, undefined, undefined, undefined];
  test("that is seen near the route is offered first, by its name", async () => {
    const { questionOf, request } = await completed({}, defaults, { guard: "auth" });
    expect(questionOf(guarding)).toMatchObject({ initial: "app", choices: ["app", "bearer", "none"] });
    expect(request.auth).toBe("app");
  });

  test.each<[string | undefined, string | undefined, string]>([
    ["app", "auth", "app"],
    [undefined, "auth", "none"],
    ["bearer", "auth", "bearer"],
    // The route has moved away from the guard.
    ["app", undefined, "none"],
    ["bearer", undefined, "bearer"],
  ])("asked once more after %s, near %s: %s stands there", async (auth, guard, initial) => {
    const earlier = requestOf(["posts"], { auth });
    const { questionOf } = await completed({}, defaults, {
      earlier,
      ...(guard === undefined ? {} : { guard }),
    });
    expect(questionOf(guarding)?.initial).toBe(initial);
  });
});

describe("asked once more", () => {
  test("every answer stands there", async () => {
    const earlier = requestOf(["posts"], {
      catchAll: true,
      optional: true,
      template: "form",
      methods: ["PUT"],
      auth: "bearer",
    });
    const { asked, request } = await completed({}, Array<undefined>(5).fill(undefined), { earlier });
    expect(asked.map(({ initial }) => initial)).toEqual([
      "posts",
      "optional catch-all",
      "form",
      ["PUT"],
      "bearer",
    ]);
    expect(request).toEqual(earlier);
  });

  test("a wrong answer is told, and stands there again", async () => {
    const person = await completed({}, ["posts", "both", undefined, ["POST"], ["PUT"], ["GET"], undefined]);
    expect(person.told).toEqual([
      "--crud with POST leaves the item without a method.",
      "--crud with PUT leaves the collection without a method.",
    ]);
    expect(person.asked.filter(({ message }) => message === which).map(({ initial }) => initial)).toEqual([
      ["GET", "POST", "PATCH", "DELETE"],
      ["POST"],
      ["PUT"],
    ]);
    expect(person.request.methods).toEqual(["GET"]);
  });

  test("a route that cannot be is told while it is typed", async () => {
    const person = await completed({}, ["", "a b", "undo", "posts", ...Array<undefined>(4).fill(undefined)]);
    expect(person.told[0]).toBe("e.g. posts, posts/[id] or users/:id/orders");
    expect(person.told[1]).toContain("Next.js can serve only");
    expect(person.told[2]).toContain("undo");
    expect(person.request.routes).toEqual(["posts"]);
  });
});
