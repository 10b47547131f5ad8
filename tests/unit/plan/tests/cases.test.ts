import { describe, expect, test } from "vitest";
import { triedPaths } from "../../../../src/check/tried-routes.js";
import { authNames } from "../../../../src/spec/auth.js";
import { methods } from "../../../../src/spec/methods.js";
import { templateNames } from "../../../../src/spec/templates.js";
import { runnerNames } from "../../../../src/spec/tests.js";
import { renderTested, type TestedNear } from "../../../support/tested-routes.js";
import type { RouteRequest } from "../../../../src/spec/route-request.js";
import type { RunnerName } from "../../../../src/spec/tests.js";

const every = methods.filter((method) => method !== "OPTIONS");

function written(route: string, runner: RunnerName, options: Partial<RouteRequest>, near: TestedNear = {}) {
  const { files, warnings } = renderTested([route], runner, options, near);
  return {
    files,
    route: files.find(({ purpose }) => purpose.kind === "route")!.text,
    test: files.find(({ purpose }) => purpose.kind === "beside")?.text ?? "",
    said: warnings.filter(({ code }) => code === "TEST_LEFT_OUT").map(({ message }) => message),
  };
}

/** The statuses that a text names, each once; 200 where nothing else is said. */
const statusesIn = (text: string) =>
  new Set([...text.matchAll(/\bstatus: (\d{3})|: (404);|\? 200 : (404)/g)].map(([, a, b, c]) => a ?? b ?? c));

describe("every status that a handler answers has a case", () => {
  test.each(templateNames)("of %s", (template) => {
    for (const path of triedPaths)
      for (const auth of [undefined, "bearer"])
        for (const validate of ["none", "zod"]) {
          const { route, test: cases } = written(`./${path}`, "vitest", {
            template,
            auth,
            validate,
            methods: every,
          });
          const met = new Set(
            [...cases.matchAll(/response\.status\)\.toBe\((\d{3})\)/g)].map(([, status]) => status),
          );
          // Work that nobody has written yet cannot fail.
          const expected = [...statusesIn(route)].filter((status) => status !== "500" || met.has("500"));
          for (const status of expected)
            expect([...met], `${template} ${path} ${String(status)}`).toContain(status);
          for (const status of met) if (status !== "200") expect([...statusesIn(route)]).toContain(status);
          const reachesData = /^\s*const \w+ = await (fetch|create|update|delete|search)[A-Z]/m.test(route);
          if (reachesData) expect([...met]).toContain("500");
        }
  });
});

test("every handler is imported, and nothing that is not used", () => {
  for (const runner of runnerNames)
    for (const template of templateNames)
      for (const auth of [undefined, ...authNames.filter((name) => name !== "app")]) {
        const { test: text } = written("users/[id]/posts/[postId]", runner, {
          template,
          auth,
          methods: every,
        });
        const imported = [...text.matchAll(/^import (?:type )?\{ ?([^}]*?),? ?\} from/gm)].flatMap(
          ([, names = ""]) => names.split(",").map((name) => name.trim().replace(/^.* as /, "")),
        );
        const body = text.replace(/^import [^;]*;\n/gm, "");
        for (const name of imported.filter((each) => each !== ""))
          expect(
            new RegExp(`\\b${name}\\b`).test(body),
            `${runner} ${template} ${String(auth)}: ${name}`,
          ).toBe(true);
      }
});

test.each(["things", "profile", "a/profile", "new"])("no constant of %s is declared for nobody", (route) => {
  for (const runner of runnerNames)
    for (const method of every) {
      const { test: text } = written(route, runner, { methods: [method], validate: "none" });
      // Without its texts: a title or a URL that has the word in it is no use of it.
      const code = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
      for (const [, name = ""] of code.matchAll(/^const (\w+)\b/gm))
        expect(
          code.match(new RegExp(`\\b${name}\\b`, "g"))?.length,
          `${runner} ${method}: ${name}`,
        ).toBeGreaterThan(1);
    }
});

describe("what cannot be tested is left out, and that is said", () => {
  test("behind a guard that the runner cannot stand in for", () => {
    const { test: text, said } = written("posts", "node", { auth: "authjs" });
    expect(said).toEqual([
      "app/api/posts/route.test.ts has no cases for GET, POST /api/posts: node:test cannot stand in for auth().",
    ]);
    expect(text).toContain("answers PUT, PATCH, DELETE with 405");
  });

  test("behind a wrapper of the app's own", () => {
    const wrapped = `import { withAuth } from "@/lib/auth";
export const GET = withAuth(async (request) => Response.json({ url: request.url }));
export const POST = withAuth(async (request) => Response.json({ url: request.url }));
`;
    const { said } = written(
      "posts",
      "vitest",
      { auth: true },
      { files: { "app/api/users/route.ts": wrapped } },
    );
    expect(said).toEqual([
      "app/api/posts/route.test.ts has no cases for GET, POST /api/posts: they go through withAuth, and what that asks for is not known.",
    ]);
  });

  test("the cookies of a request, where Node.js takes the app for ES modules", () => {
    const { said } = written("posts", "node", { template: "cookies" }, { tests: { isModule: true } });
    expect(said).toHaveLength(1);
  });
});

test("a guard of the app's own is passed by an answer of the function that it asks", () => {
  const own = `import { currentUser, unauthorized } from "@/lib/auth";
export async function GET() {
  const session = await currentUser();
  if (!session?.user) return Response.json({ error: "Unauthorized" }, { status: 401 });
  return Response.json([]);
}
`;
  const { test: text, said } = written(
    "posts",
    "vitest",
    { auth: "app" },
    { files: { "app/api/users/route.ts": own } },
  );
  expect(said).toEqual([]);
  expect(text).toContain('vi.mock("@/lib/auth", () => ({ currentUser: vi.fn() }));');
  expect(text).toContain('const caller = { user: "1" };');
  expect(text).toContain("vi.mocked(currentUser).mockResolvedValueOnce(null as never);");
});

test("a test elsewhere imports the route and its data from there", () => {
  const place = {
    kind: "mirrored",
    from: "app",
    to: "tests",
    name: { stem: "route", ending: "test.ts" },
  } as const;
  const { files, test: text } = written("posts/[id]", "vitest", {}, { tests: { place } });
  expect(files.map(({ path }) => path)).toContain("tests/api/posts/[id]/route.test.ts");
  expect(text).toContain('from "@/app/api/posts/[id]/route";');
  expect(text).toContain('vi.mock("@/app/api/posts/data", { spy: true });');
});

test("a test that runs in a stand-in for a browser says that it is for Node.js", () => {
  expect(written("posts", "vitest", {}, { tests: { isBrowser: true } }).test).toMatch(
    /^\/\/ @vitest-environment node\n/,
  );
  expect(written("posts", "jest", {}, { tests: { isBrowser: true } }).test).toMatch(
    /^\/\*\* @jest-environment node \*\/\n/,
  );
});
