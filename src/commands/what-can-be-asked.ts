import type { Axes, TriedGuard, TriedTable } from "../check/tried-routes.js";
import type { Project } from "../model.js";
import { chooseGuard } from "../plan/auth/choose-guard.js";
import { rolesMissing } from "../plan/auth/roles-missing.js";
import { testWriter } from "../plan/tests/test-writer.js";
import type { Vicinity } from "../plan/vicinity.js";
import { readAuth, usableProviders, type AuthHere } from "../project/auth-here.js";
import { noDrizzleHere } from "../project/drizzle/resource.js";
import { noPrismaHere } from "../project/prisma/resource.js";
import { readStack, type StackHere } from "../project/stack-here.js";
import { readTests, type TestsHere } from "../project/tests-here.js";
import type { aliasReader } from "../project/tsconfig-paths.js";
import { authNames, defaultAuth } from "../spec/auth.js";
import { asksApp, dataNames, defaultData } from "../spec/data-sources.js";
import type { KnownTemplates } from "../spec/templates.js";
import { defaultValidation, validationNames } from "../spec/validation.js";
import { wordsOf } from "../spec/words.js";

/** All that routes can be asked for in an app, and what planning them takes to know of it. */
export interface Askable {
  readonly axes: Axes;
  readonly vicinity: Pick<Vicinity, "auth" | "chooseGuard" | "stack" | "writeTest" | "aliases">;
}

/** Reads what an app has: what it has not set up would be refused, and is not asked for. Reads only. */
export async function whatCanBeAsked(
  { root }: Project,
  templates: KnownTemplates,
  { hasGuard, aliases }: { hasGuard: boolean; aliases: ReturnType<typeof aliasReader> },
): Promise<Askable> {
  const auth = await readAuth(root);
  const stack = await readStack(root, { forData: true });
  const tests = readTests(root, aliases);
  const libraries = validationNames.filter((name) => stack.validation.get(name)?.isReady === true);
  const tables = tablesOf(stack);
  return {
    axes: {
      templates,
      guards: guardsOf(auth, hasGuard),
      // What holds anyway is not asked for: a command that is told is no longer than it has to be.
      validations: libraries.length === 0 ? [undefined] : [...libraries, defaultValidation],
      sources: dataNames
        .filter((name) => !asksApp(name))
        .map((name) => (name === defaultData && tables.length === 0 ? undefined : name)),
      tests: [undefined, ...runnersOf(tests)],
      tables,
    },
    vicinity: { auth, chooseGuard, stack, writeTest: testWriter(tests), aliases },
  };
}

function guardsOf(auth: AuthHere, hasGuard: boolean): TriedGuard[] {
  const usable = usableProviders(auth);
  const can = authNames.filter(
    (name) => name === defaultAuth || usable.includes(name) || (hasGuard && name === "app"),
  );
  return [
    { auth: undefined, role: undefined },
    ...can.map((name) => ({ auth: name, role: undefined })),
    ...usable
      .filter((name) => rolesMissing(name, auth) === undefined)
      .map((name) => ({ auth: name, role: "admin" })),
  ];
}

/** The runner that the app has, if it can be written for. */
function runnersOf({ own, runners }: TestsHere) {
  return own !== undefined && runners.get(own)?.isReady === true ? [own] : [];
}

/** The first table of each source that a resource can be kept in. */
function tablesOf({ prisma, drizzle }: StackHere): TriedTable[] {
  const sources = [
    { data: "prisma", here: prisma ?? noPrismaHere },
    { data: "drizzle", here: drizzle ?? noDrizzleHere },
  ] as const;
  return sources.flatMap(({ data, here }) => {
    const segments = here.names.map((name) => wordsOf(name).join("-"));
    const segment = segments.find((each) => here.isFor(each) && !isUnfit(here.resource(each, [])));
    return segment === undefined ? [] : [{ data, segment }];
  });
}

function isUnfit(resource: object): boolean {
  return Array.isArray(resource);
}
