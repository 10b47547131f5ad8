import { expect, test } from "vitest";
import { contextType } from "../../../src/plan/context-types.js";
import { handlerShape } from "../../../src/plan/handler-shape.js";
import { mannerOf } from "../../../src/plan/manner.js";
import { noHabits } from "../../../src/project/habits/habits.js";
import { routeFile } from "../../support/route-there.js";

/** How a PUT is written beside these handlers, in an app with Next 16. */
function putBeside(text: string) {
  const { handlers, style } = routeFile(text);
  const needs = { method: "PUT" as const, readsRequest: true, readsParams: false, isAsync: true };
  const manner = mannerOf(noHabits).parameters;
  const place = { parameters: [], location: { folder: "app/api/posts", segments: [], resource: "posts" } };
  return handlerShape(needs, {
    examples: { handlers, unclear: undefined, file: undefined },
    style,
    manner,
    isArrow: false,
    context: contextType(manner.typing, place, { promiseParams: true, routeContext: true }),
    promiseParams: true,
    isTaken: () => false,
  });
}

test.each([
  ["", "export async function PUT(request: Request) {"],
  ["export function GET(req: NextRequest) {}", "export async function PUT(req: NextRequest) {"],
  ["export const GET = async (r: Request) => {};", "export const PUT = async (r: Request) => {"],
  [
    'export const GET: H<"GET"> = async (req) => {};',
    'export const PUT: H<"PUT"> = async (request: Request) => {',
  ],
  ["export const GET = withAuth(async (req) => {});", "export const PUT = withAuth(async (req) => {"],
  ['export const POST = wrap<"POST">(async (req) => {});', 'export const PUT = wrap<"PUT">(async (req) => {'],
  // What changes something is like what changes something.
  [
    "export function GET() {}\nexport const POST = withAuth(async (req) => {});",
    "export const PUT = withAuth(async (req) => {",
  ],
])("%s makes it %s", (there, opening) => {
  expect(putBeside(there).opening).toBe(opening);
});

test.each([
  ["export const GET = router.get(async (req) => {});", "router.get"],
  ["export const POST = createPostHandler(async (req) => {});", "createPostHandler"],
  ["export const POST = withUser(async (user) => {});", "withUser"],
  ["export const POST = createHandler({ run: async () => {} });", "createHandler"],
])("%s is not understood, and that is told", (there, name) => {
  const { opening, wrapper } = putBeside(there);
  expect(opening).toBe("export async function PUT(request: Request) {");
  expect(wrapper).toMatchObject({ name, model: undefined });
});

test("a wrapper that has a method's name in its own and is used for others is one for all", () => {
  const text =
    "export const GET = getHandler(async (req) => {});\nexport const POST = getHandler(async (req) => {});";
  expect(putBeside(text).opening).toBe("export const PUT = getHandler(async (req) => {");
});
