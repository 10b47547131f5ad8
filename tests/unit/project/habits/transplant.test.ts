import { expect, test } from "vitest";
import { neededImports } from "../../../../src/project/habits/transplant.js";
import { snippetOf } from "../../../../src/project/habits/snippet.js";
import { part, parts } from "../../../../src/syntax/module-syntax.js";
import { syntaxOf } from "../../../support/edited.js";

const head =
  'import { auth } from "@/lib/auth";\nimport type { Session } from "./types";\nconst limit = 1;\n';

function needsOf(statement: string, given: string[] = []) {
  const syntax = syntaxOf(head + statement);
  const nodes = syntax.program.body.slice(-1);
  return neededImports(nodes, syntax, new Set(given))?.map(({ local, source }) => `${local} from ${source}`);
}

test.each([
  ["auth();", ["auth from @/lib/auth"]],
  ["const session: Session = await auth();", ["Session from ./types", "auth from @/lib/auth"]],
  ["process.env.TOKEN ?? globalThis.crypto;", []],
  ["((own) => own.auth)(1);", []],
  ["auth(limit);", undefined],
])("%s needs %s", (statement, needs) => {
  expect(needsOf(statement)?.sort()).toEqual(needs);
});

test("what is given is not needed", () => {
  expect(needsOf("limit + 1;", ["limit"])).toEqual([]);
});

test.each([
  ["if (a)\n    return f('x',\n      [1, 2],\n    )", ['if (a) return f("x", [1, 2]);']],
  ["if (a) {\n  b()\n  return {\n    c,\n  }\n}", ["if (a) {", "  b();", "  return { c };", "}"]],
  ["const a = b\n  .c()\n  ?.d", ["const a = b.c()?.d;"]],
  ["const a = 'it\\'s'", ["const a = 'it\\'s';"]],
  ["const a = () => {\n  b();\n};", undefined],
  ["const a = `\n`;", undefined],
  ["for (const a of b) c(a);", undefined],
  ["f(/* why */ 1);", undefined],
])("%j on its lines", (text, lines) => {
  const whole = `async function f() {\n${text}\n}`;
  const syntax = syntaxOf(whole);
  const [fn] = syntax.program.body;
  const [statement] = parts(part(fn!, "body")!, "body");
  expect(snippetOf(statement!, { text: whole, syntax })).toEqual(lines);
});
