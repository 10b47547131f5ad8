import { describe, expect, test } from "vitest";
import { handlersIn, seenIn } from "../../../support/app-modules.js";

const fn = "() => new Response()";

describe("the methods of a file", () => {
  test.each<[string, string[]]>([
    [`export function GET() { return new Response(); }`, ["GET"]],
    [`export async function POST(request: Request) { return new Response(); }`, ["POST"]],
    [`export const PUT = ${fn}, DELETE = ${fn};`, ["PUT", "DELETE"]],
    [`const handler = ${fn}; export { handler as PATCH, handler as GET };`, ["GET", "PATCH"]],
    [`export let HEAD = ${fn};`, ["HEAD"]],
    [`export const { GET, other: POST, ...rest } = handlers;`, ["GET", "POST"]],
    [`export const [GET, POST] = handlers;`, ["GET", "POST"]],
    [`const GET = ${fn}; export { GET };`, ["GET"]],
    [`export { GET, read as HEAD } from "pkg";`, ["GET", "HEAD"]],
    [`export { default as GET } from "pkg";`, ["GET"]],
    [`import { handler } from "pkg"; export { handler as GET };`, ["GET"]],
    [`const handler = ${fn}; export { handler as "OPTIONS" };`, ["OPTIONS"]],
    [`export function GET(): Response; export function GET() { return new Response(); }`, ["GET"]],
    [`export async function* GET() {}`, ["GET"]],
    [`export class GET {}`, ["GET"]],
    // What is no method, and what is no value.
    [`export function get() {} export default ${fn}; export const dynamic = "force-dynamic";`, []],
    [`export type GET = string; export interface POST {} export type { PUT } from "pkg";`, []],
    [`export { type GET, POST } from "pkg";`, ["POST"]],
    [`export declare function GET(): Response;`, []],
    [`export * as GET from "pkg";`, ["GET"]],
    [`// export function GET() {}\nconst text = "export function POST() {}";`, []],
    [``, []],
  ])("%s", (text, expected) => {
    expect(handlersIn(text).handlers.map(({ method }) => method)).toEqual(expected);
  });

  test("behind an export * are those of the other files, through any number of them", () => {
    const found = handlersIn(`export * from "./a"; export function GET() { return new Response(); }`, {
      "app/api/posts/a.ts": `export * from "@/b"; export const GET = 1, POST = ${fn};`,
      "b.ts": `export * from "./app/api/posts/a"; export function PUT() { return new Response(null, { status: 405 }); }
        export default function DELETE() {}`,
    });
    expect(found.handlers.map(({ method }) => method)).toEqual(["GET", "POST"]);
    expect(found).toMatchObject({ refused: ["PUT"], unread: undefined });
  });

  test.each(["pkg", "@/gone", "./gone"])("behind an export * from %s are not known", (source) => {
    const text = `export * from "${source}"; export const GET = ${fn};`;
    expect(handlersIn(text)).toMatchObject({
      handlers: [{ method: "GET" }],
      unread: `export * from "${source}"`,
    });
  });

  test("that only answer 405 are told apart", () => {
    const own = `function methodNotAllowed() { return new Response(null, { status: 405 }); }
      export function GET() { return new Response(); }
      export { methodNotAllowed as PUT, methodNotAllowed as PATCH };`;
    expect(handlersIn(own)).toMatchObject({ handlers: [{ method: "GET" }], refused: ["PUT", "PATCH"] });
    const other = `import { no } from "./no"; export { no as PUT }; export const POST = no;
      export const DELETE = () => Response.json({}, { status: 405 });`;
    const no = { "app/api/posts/no.ts": `export const no = () => new Response(null, { status: 405 });` };
    expect(handlersIn(other, no)).toMatchObject({ handlers: [], refused: ["POST", "PUT", "DELETE"] });
  });
});

describe("a handler that is declared elsewhere is followed", () => {
  const guarded = `import { auth } from "pkg";
    export async function handler() { if (!(await auth())) return new Response("", { status: 401 }); }
    export default handler;`;
  const lib = { "lib/handler.ts": guarded, "lib/index.ts": `export { handler as inner } from "./handler";` };

  test.each([
    `export { handler as POST } from "@/lib/handler";`,
    `export { default as POST } from "@/lib/handler";`,
    `import { handler } from "@/lib/handler"; export { handler as POST };`,
    `import { handler as h } from "@/lib/handler"; export const POST = h;`,
    `import h from "../../../lib/handler"; export const POST = h;`,
    `import { inner } from "@/lib"; const a = inner; const b = a; export { b as POST };`,
    `import { handler } from "@/lib/handler"; export async function POST(r: Request) { return handler(); }`,
    `import { handler } from "@/lib/handler"; export const POST = withErrors(handler);`,
    `async function handler() { if (!(await auth())) throw new HttpError(401); } export const POST = (handler satisfies H) as H;`,
  ])("%s", (text) => {
    expect(seenIn(text, lib)).toEqual([expect.stringMatching(/^POST (auth|handler)\(\)$/)]);
  });

  test("in circles it ends", () => {
    const circle = { "a.ts": `export { x } from "./b";`, "b.ts": `export { x } from "./a";` };
    expect(seenIn(`export { x as GET } from "@/a";`, circle)).toEqual([expect.stringMatching(/^GET \?/)]);
    expect(seenIn(`const a = b; const b = a; export { a as GET };`)).toEqual([
      expect.stringMatching(/^GET \?/),
    ]);
    expect(seenIn(`function a() { return b(); } function b() { return a(); } export { a as GET };`)).toEqual([
      "GET none",
    ]);
  });
});

test.each<[string, string, Record<string, string>?]>([
  [`export const { GET } = handlers;`, "taken from handlers"],
  [`export const GET = handlers.GET;`, "taken from handlers.GET"],
  [
    `import { handlers } from "@/lib"; export const { GET } = handlers;`,
    "taken from handlers",
    { "lib.ts": `export const handlers = { GET: read };` },
  ],
  [`import { handlers } from "pkg"; export const { GET } = handlers;`, 'from "pkg"'],
  [
    `import { handlers } from "@/auth"; export const { GET } = handlers;`,
    "made by NextAuth()",
    {
      "auth.ts": `export const { handlers, auth } = NextAuth({});`,
    },
  ],
  [
    `export { GET } from "@/auth";`,
    "made by NextAuth()",
    {
      "auth.ts": `export const { handlers: { GET, POST } } = NextAuth({});`,
    },
  ],
  [`export const { GET } = toNextJsHandler(auth);`, "made by toNextJsHandler()"],
  [
    `const handler = NextAuth({ callbacks: { async session() {} } }); export { handler as GET };`,
    "made by NextAuth()",
  ],
  [`export const GET = handle(app);`, "made by handle()"],
  [`export { GET } from "pkg";`, 'from "pkg"'],
  [`export const GET = new Controller().get;`, "made elsewhere"],
])("of %s it is told where it comes from", (text, why, others) => {
  expect(seenIn(text, others)).toEqual([`GET ? ${why}`]);
});
