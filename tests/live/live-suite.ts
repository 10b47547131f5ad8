import { request } from "node:http";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  buildApp,
  copyInstalledApp,
  makeScratch,
  packTool,
  startApp,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { turnedAway, wrongCredentials } from "../support/http-guard.js";
import { idInBody, replaceableItem, tree } from "../support/http-resources.js";
import {
  catchAll,
  collectionAndItem,
  type Exchange,
  exchangeAll,
  json,
  malformed,
  notFound,
  pageOf,
  refusals,
  withHeaders,
} from "../support/http-table.js";
import {
  basicEcho,
  basicGet,
  formOf,
  search,
  session,
  textEcho,
  textGet,
  upload,
} from "../support/http-templates.js";
import { heldToTheApp, listed, type ListedRoute } from "../support/listed-routes.js";
import { jsonDocument } from "../support/json-document.js";
import { runTool } from "../support/run-tool.js";
import { typeCheck } from "../support/type-check.js";
import { useTypeScript } from "../support/use-typescript.js";

/** The commands that write the app's API, one after the other as a user would type them, or as one list for `--from`. */
const commands = [
  "posts users/:id/orders --crud",
  "articles -m GET,POST",
  "articles/:id -m GET,PUT,DELETE,HEAD",
  "bulk -m PUT,PATCH,DELETE,POST,GET",
  "docs/*slug guide/*slug?",
  "files/*path -m GET,POST,PUT,PATCH,DELETE",
  "users/:id/files/*path -m GET,POST,DELETE",
  "hello -t basic",
  "echo -t basic -m GET,POST,DELETE",
  "hello-text greet/:name -t text",
  "shout -t text -m GET,POST",
  "search -t search",
  "upload -t form",
  "session -t cookies",
  "probe -m HEAD,OPTIONS",
  "frozen -m GET,POST",
  // Nothing in these files but the GET tells Next that they are not static.
  "only -m GET --no-fallbacks",
  "peeks -m GET,HEAD --no-fallbacks",
  "hooks -m POST --no-fallbacks",
  "ping -t basic -m GET --no-fallbacks",
  "pong -t text -m GET,HEAD --no-fallbacks",
  "visits -t cookies -m GET --no-fallbacks",
  "secrets --crud --auth",
  "locked -a -m GET,POST,HEAD",
  "safe/only -a -m GET --no-fallbacks",
  "safe/basic -a -t basic -m GET,POST,DELETE",
  "safe/text -a -t text -m GET,POST",
  "safe/search -a -t search",
  "safe/form -a -t form",
  "safe/cookies -a -t cookies",
  "safe/files/*path -a -m GET,POST,PUT,PATCH,DELETE",
  "broken broken/:id -m GET,POST",
];

/** What an app's own code does beside the routes: it adds to the stores whose lists have only a GET. */
const intake = `import { createOnlyItem } from "../only/data";
import { createPeek } from "../peeks/data";

export async function POST() {
  await createOnlyItem({ title: "Late" });
  await createPeek({ title: "Late" });
  return new Response(null, { status: 204 });
}
`;

const token = "s3cret-token";
const secret = "secret-detail";

/** One request of each kind to everything that has a guard, whatever is wrong with it besides. */
const guarded: Pick<Exchange, "method" | "place" | "body">[] = [
  { method: "GET", place: "/api/secrets" },
  { method: "HEAD", place: "/api/secrets" },
  { method: "POST", place: "/api/secrets", body: '{"title":"One"}' },
  { method: "POST", place: "/api/secrets", body: "{" },
  { method: "GET", place: "/api/secrets/none" },
  { method: "PATCH", place: "/api/secrets/none", body: "null" },
  { method: "DELETE", place: "/api/secrets/none" },
  { method: "GET", place: "/api/locked" },
  { method: "HEAD", place: "/api/locked" },
  { method: "POST", place: "/api/locked", body: '{"title":"One"}' },
  { method: "GET", place: "/api/safe/only" },
  { method: "GET", place: "/api/safe/basic" },
  { method: "POST", place: "/api/safe/basic", body: "{" },
  { method: "DELETE", place: "/api/safe/basic" },
  { method: "GET", place: "/api/safe/text" },
  { method: "POST", place: "/api/safe/text", body: "" },
  { method: "GET", place: "/api/safe/search?page=0" },
  { method: "POST", place: "/api/safe/form", body: formOf("Me", 3) },
  { method: "GET", place: "/api/safe/cookies" },
  { method: "POST", place: "/api/safe/cookies" },
  { method: "DELETE", place: "/api/safe/cookies" },
  ...["GET", "DELETE"].map((method) => ({ method, place: "/api/safe/files/a" })),
  ...["POST", "PUT", "PATCH"].map((method) => ({ method, place: "/api/safe/files/a", body: "{}" })),
];

const authorized = (scheme: string, exchanges: readonly Exchange[]) =>
  withHeaders({ Authorization: `${scheme} ${token}` }, exchanges);

/** A route without answers of its own for the other methods: Next's, which have no body. */
const bareGet = (place: string): Exchange[] => [
  { says: "HEAD", method: "HEAD", place, status: 200, answer: "empty" },
  ...["POST", "PUT", "PATCH", "DELETE"].map((method) => ({
    says: `${method} is not there`,
    method,
    place,
    status: 405,
    answer: "empty",
  })),
];

/** What is asked of the app, in the order in which it is asked. */
const tables: Record<string, Exchange[]> = {
  "a route without a GET, and without answers of its own for the other methods": [
    { says: "OPTIONS", method: "OPTIONS", place: "/api/hooks", status: 204, answer: "empty" },
  ],
  "posts --crud": collectionAndItem("/api/posts", "post"),
  "users/:id/orders --crud": [
    ...collectionAndItem("/api/users/7/orders", "order"),
    { says: "not theirs", method: "GET", place: "/api/users/8/orders", status: 200, answer: pageOf() },
    {
      says: "a parent beyond ASCII",
      method: "POST",
      place: "/api/users/%E6%97%A5%20%2F/orders",
      body: '{"title":"One"}',
      status: 201,
      creates: true,
    },
    {
      says: "its order",
      method: "GET",
      place: "/api/users/%E6%97%A5%20%2F/orders/{id}",
      status: 200,
      answer: { id: "{id}", userId: "日 /", title: "One" },
    },
    { says: "under another parent", method: "GET", place: "/api/users/8/orders/{id}", status: 404 },
    {
      says: "changed under another parent",
      method: "PATCH",
      place: "/api/users/8/orders/{id}",
      body: "{}",
      status: 404,
    },
    {
      says: "deleted under another parent",
      method: "DELETE",
      place: "/api/users/8/orders/{id}",
      status: 404,
    },
  ],
  "articles with PUT and HEAD": replaceableItem("/api/articles"),
  "bulk, the id in the body": idInBody("/api/bulk"),
  "docs/*slug": catchAll("/api/docs", false),
  "guide/*slug?": catchAll("/api/guide", true),
  "files/*path with a store": tree("/api/files"),
  "users/:id/files/*path, each user with their own": [
    {
      says: "created",
      method: "POST",
      place: "/api/users/a/files/b/c",
      body: '{"title":"One"}',
      status: 201,
      answerHeaders: { Location: "/api/users/a/files/b/c" },
    },
    {
      says: "theirs",
      method: "GET",
      place: "/api/users/a/files/b/c",
      status: 200,
      answer: expect.objectContaining({ title: "One" }),
    },
    notFound("GET", "/api/users/b/files/b/c", "File"),
    notFound("DELETE", "/api/users/b/files/b/c", "File"),
    // Another user, whose id has a slash in it.
    notFound("GET", "/api/users/a%2Fb/files/c", "File"),
    notFound("DELETE", "/api/users/a%2Fb/files/c", "File"),
  ],
  "hello -t basic": basicGet("/api/hello"),
  "echo -t basic": basicEcho("/api/echo"),
  "hello-text -t text": textGet("/api/hello-text", "world"),
  "greet/:name -t text": [
    ...textGet("/api/greet/Ann", "Ann"),
    ...textGet("/api/greet/%E6%97%A5%20%2F%3F%25", "日 /?%"),
    ...textGet("/api/greet/a+b", "a+b"),
  ],
  "shout -t text": textEcho("/api/shout"),
  "search -t search": search("/api/search", "item"),
  "upload -t form": upload("/api/upload"),
  "session -t cookies": session("/api/session"),
  "probe -m HEAD,OPTIONS": [
    { says: "HEAD", method: "HEAD", place: "/api/probe", status: 200, answer: "empty" },
    ...refusals("/api/probe", "HEAD, OPTIONS"),
  ],
  "lists that are not frozen": [
    { says: "an empty list", method: "GET", place: "/api/frozen", status: 200, answer: pageOf() },
    {
      says: "created",
      method: "POST",
      place: "/api/frozen",
      headers: json,
      body: '{"title":"One"}',
      status: 201,
      creates: true,
    },
    {
      says: "not stale",
      method: "GET",
      place: "/api/frozen",
      status: 200,
      answer: pageOf({ id: "{id}", title: "One" }),
    },
    ...["only", "peeks"].flatMap((name) => [
      { says: "an empty list", method: "GET", place: `/api/${name}`, status: 200, answer: pageOf() },
      ...bareGet(`/api/${name}`),
    ]),
    { says: "added elsewhere", method: "POST", place: "/api/intake", status: 204 },
    ...["only", "peeks"].map((name) => ({
      says: "not stale",
      method: "GET",
      place: `/api/${name}`,
      status: 200,
      answer: pageOf(expect.objectContaining({ title: "Late" })),
      answerHeaders: { "X-Nextjs-Cache": null },
    })),
    {
      says: "a constant",
      method: "GET",
      place: "/api/ping",
      status: 200,
      answer: { message: "Hello, world!" },
      answerHeaders: { "X-Nextjs-Cache": null },
    },
    ...bareGet("/api/ping"),
    { says: "a constant text", method: "GET", place: "/api/pong", status: 200, text: "Hello, world!\n" },
    ...bareGet("/api/pong"),
    { says: "nobody's", method: "GET", place: "/api/visits", status: 404, answer: { error: "No session" } },
    {
      says: "mine",
      method: "GET",
      place: "/api/visits",
      headers: { Cookie: "session=mine" },
      status: 200,
      answer: { session: "mine" },
    },
  ],
  "secrets --crud --auth": authorized("Bearer", collectionAndItem("/api/secrets", "secret")),
  "locked -a, the scheme in any case": [
    ...authorized("bearer", [
      {
        says: "created",
        method: "POST",
        place: "/api/locked",
        body: '{"title":"One"}',
        status: 201,
        creates: true,
      },
    ]),
    ...authorized("BEARER", [
      {
        says: "not stale",
        method: "GET",
        place: "/api/locked",
        status: 200,
        answer: pageOf({ id: "{id}", title: "One" }),
      },
      { says: "HEAD", method: "HEAD", place: "/api/locked", status: 200, answer: "empty" },
      { says: "HEAD as GET", method: "HEAD", place: "/api/locked?page=0", status: 400, answer: "empty" },
    ]),
    // Which methods there are is no secret.
    ...refusals("/api/locked", "GET, HEAD, POST, OPTIONS"),
  ],
  "every template -a": authorized("Bearer", [
    { says: "a list", method: "GET", place: "/api/safe/only", status: 200, answer: pageOf() },
    ...basicEcho("/api/safe/basic"),
    ...textEcho("/api/safe/text"),
    ...search("/api/safe/search", "safe"),
    ...upload("/api/safe/form"),
    ...session("/api/safe/cookies"),
    ...tree("/api/safe/files"),
  ]),
  "no or wrong credentials": turnedAway(guarded, wrongCredentials(token)),
};

const internal = { status: 500, answer: { error: "Internal server error" } };

/** A store that throws, and the mistakes that are still the client's. */
const brokenStore: Exchange[] = [
  { says: "the store throws", method: "GET", place: "/api/broken", ...internal },
  { says: "the store throws", method: "HEAD", place: "/api/broken", status: 500, answer: "empty" },
  { says: "the store throws", method: "POST", place: "/api/broken", body: '{"title":"One"}', ...internal },
  { says: "the store throws", method: "GET", place: "/api/broken/1", ...internal },
  { says: "the store throws", method: "POST", place: "/api/broken/1", body: "{}", ...internal },
  { says: "malformed JSON", method: "POST", place: "/api/broken", body: "{", status: 400, answer: malformed },
  ...refusals("/api/broken", "GET, HEAD, POST, OPTIONS"),
];

/** So many answers there are at least; fewer mean that something is not asked any more. */
const leastAnswers = 1410;

interface Suite {
  /** What the suite is called: "Next.js", the major version, and what is special about it. */
  readonly name: string;
  /** The folder below tests/apps. */
  readonly app: string;
  /** A next.config.ts in place of the app's own. */
  readonly config?: string;
  /**
   * Options of next.config for the build alone, where that is by webpack: not to look for the files that a deployment would
   * need, which takes a third of it. Nobody deploys these, so nothing is minified or kept for the next build either.
   */
  readonly buildOptions?: string;
  /** Whether it is built with TypeScript 7 and not with the one that create-next-app asks for. */
  readonly hasTypeScript7?: true;
  /** Whether the commands are given one by one. */
  readonly isTyped?: true;
  /** Whether route files in odd forms, which only this version takes, are listed and served beside those of the tool. */
  readonly hasOddForms?: true;
}

/** The packed tool in a real app: one route of every kind, built and served by Next itself, asked over the wire. */
export function liveSuite(suite: Suite): void {
  const { name, app: appName, config, buildOptions, isTyped, hasOddForms, hasTypeScript7 } = suite;
  describe(name, () => {
    let scratch: string;
    let app: string;
    /** The routes that the tool said it wrote. */
    const routes: string[] = [];
    let answers = 0;

    const ask = async (url: string, exchanges: readonly Exchange[]) => {
      const lines = await exchangeAll(url, exchanges);
      answers += lines.length;
    };

    beforeAll(async () => {
      scratch = await makeScratch();
      app = path.join(scratch, "app");
      await copyInstalledApp(appName, app);
      if (config !== undefined) await fs.writeFile(path.join(app, "next.config.ts"), config);
      if (hasTypeScript7) await useTypeScript(app, "typescript-7");
      await unpackTool(app, await packTool(scratch));
    });

    afterAll(async () => {
      await fs.remove(scratch);
    });

    test("the tool writes a route of every kind", async () => {
      const installed = (await fs.readJson(path.join(app, "node_modules/next/package.json"))) as {
        version: string;
      };
      expect(name).toMatch(new RegExp(`^Next\\.js ${installed.version.split(".")[0]!}\\b`));
      await fs.writeJson(path.join(app, "routes.json"), commands.flatMap(entriesOf));
      for (const command of isTyped ? commands : ["--from routes.json"]) {
        // What the templates have built in: in this app they would be each other's neighbours.
        const args = [...command.split(" "), "--habit", "none", "--json"];
        const { code, stdout, stderr } = await runTool(app, args);
        expect(code, `${command}\n${stderr}`).toBe(0);
        const { files } = jsonDocument(stdout) as { files: { route?: string }[] };
        routes.push(...files.flatMap(({ route }) => route ?? []));
      }
      expect(routes.length).toBeGreaterThanOrEqual(commands.length);
      await fs.outputFile(path.join(app, "app/api/intake/route.ts"), intake);
      await breakStore(path.join(app, "app/api/broken/data.ts"));
      if (hasOddForms) await fs.copy(oddForms, path.join(app, "app/odd"));
    });

    test("next build accepts them and serves none of them frozen; tsc has nothing to say", async () => {
      const forBuild = path.join(app, "next.config.mjs");
      if (buildOptions !== undefined) await fs.writeFile(forBuild, leanConfig(buildOptions));
      const built = await buildApp(app);
      await fs.remove(forBuild);
      expect(built.code, built.stdout + built.stderr).toBe(0);
      // ○ is static; ƒ, or λ before Next.js 14, is run for every request.
      const dynamic = built.stdout.match(/(?<=[ƒλ] +)\/api\S*/g) ?? [];
      expect(dynamic.sort()).toEqual([...routes, "/api/intake"].sort());

      const checked = await typeCheck(app);
      expect(checked, checked.stdout).toMatchObject({ code: 0, stdout: "" });
    });

    describe("served", () => {
      let server: Awaited<ReturnType<typeof startApp>>;

      beforeAll(async () => {
        server = await startApp(app, { API_TOKEN: token });
        return server.stop;
      });

      test.each(Object.entries(tables))("%s", async (_, exchanges) => {
        await ask(server.url, exchanges);
      });

      test("a list is bounded", async () => {
        const add: Exchange = {
          says: "created",
          method: "POST",
          place: "/api/frozen",
          body: '{"title":"More"}',
          status: 201,
        };
        await exchangeAll(server.url, Array<Exchange>(100).fill(add));
        const counts = async (query: string) => {
          const answer = await fetch(`${server.url}/api/frozen${query}`);
          const { items, total } = (await answer.json()) as { items: unknown[]; total: number };
          return [items.length, total];
        };
        expect(await counts("")).toEqual([20, 101]);
        expect(await counts("?limit=100")).toEqual([100, 101]);
        expect(await counts("?limit=100&page=2")).toEqual([1, 101]);
      });

      test("nothing of this is an error to the server", async () => {
        await server.stop();
        expect(server.log()).not.toMatch(/error|warn|fail|⨯|⚠/i);
      });
    });

    describe("served without a token", () => {
      test.each([undefined, ""])("API_TOKEN is %j", async (API_TOKEN) => {
        const server = await startApp(app, { API_TOKEN });
        try {
          await ask(server.url, turnedAway(guarded, wrongCredentials(token)));
          // As it is, with the blank at the end: fetch would cut that off.
          const blank = await statusOf(`${server.url}/api/secrets`, { Authorization: "Bearer " });
          expect(blank).toBe(401);
          answers += 1;
        } finally {
          await server.stop();
        }
      });
    });

    describe("served with a store that throws", () => {
      test("every method of every route answers as it is listed", async () => {
        const server = await startApp(app);
        try {
          const all = await listed(app);
          const inApi = all.map(({ route }) => route).filter((route) => route.startsWith("/api/"));
          expect(inApi.sort()).toEqual([...routes, "/api/intake"].sort());
          if (hasOddForms) expect(all.length - inApi.length).toBeGreaterThanOrEqual(16);
          expectGuards(all);
          answers += await heldToTheApp(all, server.url, { optionsNeedGet: name.startsWith("Next.js 13") });
        } finally {
          await server.stop();
        }
      });

      test("the client learns nothing of it, the log all", async () => {
        const server = await startApp(app);
        try {
          await ask(server.url, brokenStore);
        } finally {
          await server.stop();
        }
        const log = server.log();
        for (const handler of ["GET /api/broken", "POST /api/broken", "GET /api/broken/[id]"]) {
          expect(log).toContain(`${handler} failed: Error: ${secret}`);
        }
      });
    });

    test("every answer was as promised, and there were enough of them", () => {
      console.log(`${name}: ${String(answers)} answers as promised`);
      expect(answers).toBeGreaterThanOrEqual(leastAnswers);
    });
  });
}

/** What a command says, for a list of routes. */
function entriesOf(command: string): object[] {
  const words = command.split(" ");
  const after = (flag: string) => words[words.indexOf(flag) + 1];
  const has = (...flags: readonly string[]) => flags.some((flag) => words.includes(flag));
  const options = {
    ...(has("-m") ? { methods: after("-m") } : {}),
    ...(has("-t") ? { template: after("-t") } : {}),
    ...(has("--crud") ? { crud: true } : {}),
    ...(has("-a", "--auth") ? { auth: true } : {}),
    ...(has("--no-fallbacks") ? { fallbacks: false } : {}),
  };
  const end = words.findIndex((word) => word.startsWith("-"));
  return words.slice(0, end === -1 ? words.length : end).map((route) => ({ route, ...options }));
}

const leanConfig = (options: string) => `export default {
  ${options},
  webpack(config) {
    config.cache = false;
    config.optimization.minimize = false;
    return config;
  },
};
`;

/** What `--auth` wrote has its guard, and nothing else of the tool's has one. */
function expectGuards(routes: readonly ListedRoute[]): void {
  for (const { route, handlers } of routes) {
    const isGuarded = /^\/api\/(secrets|locked|safe)\b/.test(route);
    for (const { method, access, guard } of handlers) {
      if (!route.startsWith("/api/") || method === "OPTIONS") continue;
      expect([route, method, access, guard]).toEqual(
        isGuarded ? [route, method, "guarded", "isAuthorized()"] : [route, method, "unseen", undefined],
      );
    }
  }
}

const oddForms = path.join(import.meta.dirname, "../fixtures/listed-routes");

/** Lets every function of a data module that reaches the store throw. */
async function breakStore(file: string): Promise<void> {
  const whole = await fs.readFile(file, "utf8");
  const broken = whole.replace(/^export async function [^{]*\{$/gm, "$&\n  fail();");
  expect(broken.split("fail();")).toHaveLength(6);
  await fs.writeFile(file, `${broken}\nfunction fail(): void {\n  throw new Error("${secret}");\n}\n`);
}

function statusOf(url: string, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.once("error", reject);
    asked.end();
  });
}
