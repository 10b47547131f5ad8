import { expect, test } from "vitest";
import type { HandlerForm, OpaqueHandler } from "../../../src/project/handler-forms.js";
import { routeFile } from "../../support/route-there.js";

function formOf(text: string): HandlerForm | OpaqueHandler | undefined {
  return routeFile(text).handlers.find(({ method }) => method === "GET");
}

/** A form in one line: kind, type of the constant, the wrapper's text around the function, request, context. */
function told(text: string): string {
  const form = formOf(text);
  if (!form || form.kind === "opaque") return `opaque${form?.from === undefined ? "" : ` ${form.from}`}`;
  const { kind, annotation, isAsync, wrapper, request, context } = form;
  const written = [
    kind,
    annotation && `: ${annotation}`,
    isAsync && "async",
    wrapper && `${wrapper.before}•${wrapper.after}${wrapper.hasArguments ? " with arguments" : ""}`,
    request &&
      `${String(request.index)} ${request.key ? `${request.key} = ` : ""}${request.name}: ${
        request.type ?? "?"
      }`,
    context &&
      `${String(context.index)} ${context.name ?? "{ params }"}: ${context.type ?? "?"}${
        context.awaits === undefined ? "" : context.awaits ? " awaited" : " plain"
      }`,
  ];
  return written.filter(Boolean).join(" | ");
}

test.each([
  ["export function GET() {}", "function"],
  ["export async function GET(req: Request) {}", "function | async | 0 req: Request"],
  ["export function GET(_request: NextRequest) {}", "function | 0 request: NextRequest"],
  ["export function GET(_: Request) {}", "function"],
  ["export function GET(body: Body) {}", "function"],
  ["export function GET({ url }: Request) {}", "function"],
  ["export const GET = async (request) => 1;", "arrow | async | 0 request: ?"],
  ["export const GET: Handler<'a'> = (req) => 1;", "arrow | : Handler<'a'> | 0 req: ?"],
  ["export const GET = function (req: Request) {};", "arrow | 0 req: Request"],
  ["export const GET = (() => 1) satisfies Handler;", "arrow"],
  ["function GET(req: Request) {}\nexport { GET };", "function | 0 req: Request"],
  ["const handler = async () => 1;\nexport { handler as GET };", "arrow | async"],
  // What the params are in.
  [
    "export function GET(r: Request, { params }: { params: Promise<{ id: string }> }) {}",
    "function | 0 r: Request | 1 { params }: { params: Promise<{ id: string }> } awaited",
  ],
  [
    "type C = {\n  params: { id: string };\n};\nexport function GET(_r: Request, ctx: C) {}",
    "function | 0 r: Request | 1 ctx: C plain",
  ],
  [
    "export function GET(_r: Request, ctx: RouteContext<'/a'>) {}",
    "function | 0 r: Request | 1 ctx: RouteContext<'/a'> awaited",
  ],
  [
    "export const GET = w(async (req, { params }) => { const { id } = await params; });",
    "wrapper | async | w(•) | 0 req: ? | 1 { params }: ? awaited",
  ],
  ["export const GET = w((req, ctx) => ctx.params.id);", "wrapper | w(•) | 0 req: ? | 1 ctx: ? plain"],
  [
    "export const GET = w(async (req, c) => { const { id } = await c.params; });",
    "wrapper | async | w(•) | 0 req: ? | 1 c: ? awaited",
  ],
  // Wrappers.
  ["export const GET = w(async (session, req) => 1);", "wrapper | async | w(•) | 1 req: ?"],
  ["export const GET = w(async () => 1, { a: 1 });", "wrapper | async | w(•, { a: 1 }) with arguments"],
  ["export const GET = w('a', () => 1);", "wrapper | w('a', •) with arguments"],
  ["export const GET = w({ a: 1 })(() => 1);", "wrapper | w({ a: 1 })(•) with arguments"],
  ["export const GET = a(b('c', () => 1));", "wrapper | a(b('c', •)) with arguments"],
  ["export const GET = app.get('/').handle(() => 1);", "wrapper | app.get('/').handle(•) with arguments"],
  ["export const GET = a(b(c(() => 1)));", "wrapper | a(b(c(•)))"],
  ["export const GET = w(list);\nfunction list(req: Request) {}", "wrapper | w(•) | 0 req: Request"],
  [
    "export const GET = w(({ req, params }) => params.id);",
    "wrapper | w(•) | 0 req = req: ? | 0 { params }: ? plain",
  ],
  ["export const GET = w(({ request: r }) => r);", "wrapper | w(•) | 0 request = r: ?"],
  // Nothing to learn a form from.
  ["export const { GET } = createHandlers();", "opaque"],
  ["export const GET = handle(app);", "opaque handle"],
  ["export const GET = app.handler;", "opaque"],
  ["export const GET = w(() => 1, () => 2);", "opaque w"],
  ["export const GET = w(\n  // why\n  () => 1,\n);", "opaque w"],
  ["export { GET } from './a';", "opaque"],
  ["export const GET: /* of ours */ (a: A) /* b */ => B = () => 1;", "opaque"],
])("%s is %s", (text, form) => {
  expect(told(text)).toBe(form);
});

test.each([
  ["Response.json(1); new Response();", "Response"],
  ['import { NextResponse } from "next/server"; NextResponse.json(1);', "NextResponse"],
  ['import { NextResponse as R } from "next/server"; new R(); R.json(1); Response.json(1);', "R"],
  ['import { NextResponse } from "next/server"; NextResponse.json(1); Response.json(1);', "Response"],
  ['import { type NextResponse } from "next/server";', "Response"],
  ["NextResponse.json(1);", "Response"],
])("%s answers with %s", (text, name) => {
  expect(routeFile(text).responseClass).toBe(name);
});
