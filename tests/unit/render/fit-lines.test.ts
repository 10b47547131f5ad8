import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { fitLines } from "../../../src/render/fit-lines.js";
import { parseModule } from "../../../src/syntax/parse-module.js";
import { renderRoutes } from "../../support/pipeline.js";
import { anyRoute } from "../../support/arbitraries.js";

const prettier = (text: string) => format(text, { parser: "typescript" });

test("leaves comments, strings and short lines alone", () => {
  const long = `// ${"a, b (c) ".repeat(20)}`;
  expect(fitLines(long)).toBe(long);
  expect(fitLines("const a = { b: 1 };")).toBe("const a = { b: 1 };");
  const text = `const message = "${"(, {} ".repeat(20)}";`;
  // Nothing in it is broken; it goes to the next line, as Prettier puts it.
  expect(fitLines(text)).toBe(text.replace("= ", "=\n  "));
});

test("keeps a last object on the line, and breaks all arguments where there are two objects", () => {
  const name = "n".repeat(60);
  expect(fitLines(`f(${name}, { status: 201, ok: true });`)).toBe(
    `f(${name}, {\n  status: 201,\n  ok: true,\n});`,
  );
  expect(fitLines(`f({ a: ${name} }, { status: 201, ok: true });`)).toBe(
    `f(\n  { a: ${name} },\n  { status: 201, ok: true },\n);`,
  );
});

test.each([
  `if (!${"n".repeat(20)}) return Response.json({ error: "Unauthorized" }, { status: 401 });`,
  `if (!${"n".repeat(30)}) return Response.json({ error: "Not signed in at all" }, { status: 401 });`,
  `const requestId = ${"n".repeat(40)}.get("x-request-id") ?? crypto.randomUUID();`,
  `const user = ${"n".repeat(30)}.find("a user") || ${"m".repeat(20)}.find("another");`,
  "const [row] = await db.select().from(rows).where(eq(rows.id, id));",
  `const [row] = await db.select().from(${"rows".repeat(5)}).where(eq(rows.id, id));`,
  "const [row] = await db.select().from(rows).where(and(eq(rows.id, id), eq(rows.a, a)));",
  "const [row] = await db.insert(rows).values({ ...input, a }).returning();",
  "const gone = await db.delete(rows).where(eq(rows.id, id)).returning({ id: rows.id });",
  `const gone = await database.delete(${"rows".repeat(3)}).where(eq(rows.id, id)).returning({ id: rows.id });`,
  `const [made] = await db.insert(${"rows".repeat(3)}).values(input as typeof rows.$inferInsert).$returningId();`,
  `await db.update(rows).set({ ...changes, changedAt: new Date() }).where(eq(rows.id, id));`,
  "await db.update(rows).set(changes).where(eq(rows.id, id)).returning(rowColumns);",
  "await db.delete(rows).where(and(eq(rows.id, id), eq(rows.a, a)));",
  "await db.delete(comments).where(and(eq(comments.id, id), eq(comments.postId, postId)));",
  String.raw`const digits = z.string().regex(/^\d+$/).transform(Number);`,
  String.raw`const digits = z.string().regex(/^\d\d?$/).transform(Number);`,
  `await db.insert(${"rows".repeat(7)}).values({ ...input, id, postId, parentId });`,
  `return ${"n".repeat(30)} ? ${"rows".repeat(7)}.delete(id) : false;`,
])("breaks %s as Prettier does", async (line) => {
  const text = `async function f() {\n  ${line}\n}\n`;
  expect(fitLines(text)).toBe(await prettier(text));
});

// What is in a literal is no code: its brackets, its commas and its operators stay as they are.
const long = "n".repeat(50);
test.each([
  String.raw`const isOther = isBroken(${long}, /^ER_(NO_ROW|IS_HELD, {2,3})\/[/)"']/.test(text));`,
  String.raw`check(/[(\]'"]/.exec(${long}), /\(a, b/u, { status: 400 });`,
  `check({ pattern: /["'\`(,]+/g, other: ${long}, and: [/ && /, /,/] });`,
  `const named = call(${long}, { at: 4 / 2, of: (total - 1) / 2, "a, (b": 1 });`,
  `const url = call(${long}, \`/\${parts.map((part) => \`/\${part}, (\`).join(", (")}\`, other);`,
  `const text = ${long} ?? "a && b || (c";`,
  `if (${long} === "a && b" && other === "c ?? (d") return;`,
])("leaves the literals of %s whole", async (line) => {
  const text = `async function f() {\n  ${line}\n}\n`;
  const fitted = fitLines(text);
  expect(() => parseModule(fitted, { jsx: false }), fitted).not.toThrow();
  expect(fitted).toBe(await prettier(text));
});

const withNames = (shape: string) =>
  Array.from({ length: 45 }, (_, index) => shape.replaceAll("@", "n".repeat(index + 1)));

test.each([
  'type @Update = Parameters<typeof prisma.@.update>[0]["data"];',
  "export type @Update = z.infer<typeof @Schema>;",
  "export type @Update = z.infer<typeof schema@>;",
  "export type @ = New@ & { id: string; createdAt: string };",
  "export type @ = { id: string; createdAt: string };",
  "export type @ = typeof schemaOf@.infer;",
  "export type @ = Pick<typeof @.$inferSelect, keyof typeof columns>;",
  'const @ = type({ userId: "(string.integer.parse | @ number.integer)" });',
  "export async function GET(request: Request, { params }: { params: Promise<{ @Id: string; id: string }> }) {}",
  "export async function GET(request: Request, { params }: { params: Promise<{ @: string }> }) {}",
  "export async function GET(request: Request, { params }: { params: Promise<{ @?: string[] }> }) {}",
  "export async function GET(request: Request, { params }: { params: { @Id: string; id: string } }) {}",
  "export async function GET(request: Request, context: { params: Promise<{ @Id: string; id: string }> }) {}",
  "export async function GET(request: Request, context: { params: { @Id: string } }) {}",
  'export async function GET(request: Request, { params }: RouteContext<"/api/@/[id]">) {}',
  "export const GET = auth(async (request: Request, { params }: { params: Promise<{ @Id: string; id: string }> }) => {});",
])("breaks %s as Prettier does, whatever the length of its names", async (shape) => {
  const text = `${withNames(shape).join("\n")}\n`;
  expect(fitLines(text)).toBe(await prettier(text));
});

test("Prettier has nothing to change, whatever the names", async () => {
  await fc.assert(
    fc.asyncProperty(anyRoute, async ({ routes, options, project }) => {
      for (const { text, path } of renderRoutes(routes, options, project)) {
        expect(text, path).toBe(await prettier(text));
      }
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) },
  );
});
