import { expect, test } from "vitest";
import { namesIn } from "./scopes.js";

test("a name that is declared twice is a syntax error", () => {
  for (const text of [
    "const a = 1; const a = 2;",
    "export function GET(a: string) { const { a } = b; }",
    'import { a } from "x"; function a() {}',
    "type A = 1; type A = 2;",
  ]) {
    expect(() => namesIn(text), text).toThrow(SyntaxError);
  }
});

test("a name that hides another one is seen", () => {
  expect(namesIn('import { a } from "x"; function f() { const { a } = b; }').hiding).toEqual(["a"]);
  expect(namesIn("function f(f: string) {}").hiding).toEqual(["f"]);
  expect(namesIn("function f(a: string) { return b.map((a) => a); }").hiding).toEqual(["a"]);
  expect(
    namesIn("function f() { try { const { c: a = [] } = b; } catch (b) {} } const a = 1;").hiding,
  ).toEqual(["a"]);
  expect(namesIn("const a = 1; function f() { const { a: b } = c.a; return { a: b }; }").hiding).toEqual([]);
  expect(namesIn("export function GET() { const { GET } = a; }").hiding).toEqual([]);
});

test("variables and types are told from keys", () => {
  const { variables, types } = namesIn(
    "type A<T> = { b: C<T> }; const { d: e } = f.g<H>({ i: j, [k]: `${l}` });",
  );
  expect([...variables].sort()).toEqual(["e", "f", "j", "k", "l"]);
  expect([...types].sort()).toEqual(["A", "C", "H", "T"]);
});
