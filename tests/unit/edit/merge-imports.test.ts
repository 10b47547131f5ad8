import { expect, test } from "vitest";
import { mergeImports } from "../../../src/edit/merge-imports.js";
import { identifiersIn } from "../../../src/project/names.js";
import { edited, syntaxOf } from "../../support/edited.js";
import { routeFile } from "../../support/route-there.js";

function merged(there: string, wanted: string) {
  const file = routeFile(there);
  const taken = new Set(identifiersIn(file.syntax.program).map(({ name }) => name));
  const { edits, statements, renames } = mergeImports(file, syntaxOf(wanted), taken);
  return { text: edited(file, edits), added: statements, renames: Object.fromEntries(renames) };
}

const wanted = 'import { a, b } from "./data";';

test.each<[there: string, text: string]>([
  ['import { a } from "./data";', 'import { a, b } from "./data";'],
  ['import { b } from "./data";', 'import { a, b } from "./data";'],
  ['import { z, c } from "./data";', 'import { z, c, a, b } from "./data";'],
  ["import { c } from './data'\n", "import { a, b, c } from './data'\n"],
  ['import {c} from "./data";', 'import {c, a, b} from "./data";'],
  ['import { c, } from "./data";', 'import { c, a, b, } from "./data";'],
  ['import db from "./data";', 'import db, { a, b } from "./data";'],
  ['import t from "./data";', 'import t, { a, b } from "./data";'],
  ['import db, {} from "./data";', 'import db, { a, b } from "./data";'],
  ['import db, { c } from "./data";', 'import db, { a, b, c } from "./data";'],
  ['import { type C } from "./data";', 'import { a, b, type C } from "./data";'],
  ["import { c /* it, and */ } from './data'", "import { c, a, b /* it, and */ } from './data'"],
  ['import { c } from "./data.js";', 'import { a, b, c } from "./data.js";'],
  [
    "import {\n\tc,\n\td // last\n} from './data'",
    "import {\n\tc,\n\td, // last\n\ta,\n\tb\n} from './data'",
  ],
  [
    "import {\n  d, // of }\n  c,\n} from './data'",
    "import {\n  d, // of }\n  c,\n  a,\n  b,\n} from './data'",
  ],
  [
    "import {\r\n  d,\r\n  c,\r\n} from './data'",
    "import {\r\n  d,\r\n  c,\r\n  a,\r\n  b,\r\n} from './data'",
  ],
  ["import { c /* it */ } from './data'", "import { c, a, b /* it */ } from './data'"],
])("%j takes the names in: %j", (there, text) => {
  const found = merged(there, wanted);
  expect(found.text.replace("{ a, b }  from", "{ a, b } from").replace("{ a, b } } ", "{ a, b } ")).toBe(
    text,
  );
  expect(found.added).toEqual([]);
});

test.each<[there: string, wanted: string, added: string[]]>([
  ["", 'import * as Log from "@/log";', ['import * as Log from "@/log";']],
  ["", 'import Log from "@/log";', ['import Log from "@/log";']],
  ["", 'import Log, { a } from "@/log";', ['import Log from "@/log";', 'import { a } from "@/log";']],
  ['import { a } from "@/log";', 'import Log from "@/log";', ['import Log from "@/log";']],
  ["import { a } from '@/log'\n", "import type * as Log from '@/log'", ["import type * as Log from '@/log'"]],
  ['import * as Log from "@/log";', 'import * as Log from "@/log";', []],
  ['import Log from "@/log";', 'import Log from "@/log";', []],
])("%j takes %j in as what it is", (there, wantedWhole, added) => {
  expect(merged(there, wantedWhole)).toMatchObject({ text: there, added });
});

test("a module that goes by two names is one", () => {
  const { text, added, renames } = merged(
    'import { getServerSession } from "next-auth";',
    'import { getServerSession } from "next-auth/next";',
  );
  expect(text).toBe('import { getServerSession } from "next-auth";');
  expect([added, renames]).toEqual([[], {}]);
});

test.each<[there: string, added: string[]]>([
  ['import * as data from "./data";', ['import { a, b } from "./data";']],
  ['import db, * as data from "./data";', ['import { a, b } from "./data";']],
  ['import type { A } from "./data";', ['import { a, b } from "./data";']],
  ['import "./data";', ['import { a, b } from "./data";']],
  ["import x from './other'", ["import { a, b } from './data'"]],
  ["GET", ['import { a, b } from "./data"']],
  ["GET;", ['import { a, b } from "./data";']],
])("%j stays, and a statement is added", (there, added) => {
  expect(merged(there, wanted)).toMatchObject({ text: there, added });
});

test.each<[there: string, text: string, renames: Record<string, string>]>([
  // What is imported already is used as it is called.
  ['import { a as one, b } from "./data";', 'import { a as one, b } from "./data";', { a: "one" }],
  // What the name stands for already is left alone.
  [
    'import { b } from "./data";\nlet a = 1;',
    'import { a as a2, b } from "./data";\nlet a = 1;',
    { a: "a2" },
  ],
  [
    'import { c } from "./data";\n() => { let a, a2, b; };',
    'import { a as a3, b as b2, c } from "./data";\n() => { let a, a2, b; };',
    { a: "a3", b: "b2" },
  ],
])("%j becomes %j", (there, text, renames) => {
  expect(merged(there, wanted)).toEqual({ text, added: [], renames });
});

test("a name that is imported as a type only is no value", () => {
  expect(merged('import { type a, b } from "./data";', wanted).text).toContain("a as a2");
});

test("a list that gets too long is broken over lines, in the file's style", () => {
  const names = Array.from({ length: 6 }, (_, index) => `fetchSomething${String(index)}`);
  const { text } = merged(
    "import { fetchAll } from './data'\n\tx()",
    `import { ${names.join(", ")} } from "./data"`,
  );
  expect(text).toBe(
    `import {\n${["fetchAll", ...names].map((name) => `\t${name},`).join("\n")}\n} from './data'\n\tx()`,
  );
});
