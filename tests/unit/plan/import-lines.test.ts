import { expect, test } from "vitest";
import { importLines, typeFrom, valueFrom } from "../../../src/plan/import-lines.js";
import { movedImports } from "../../../src/plan/moved-imports.js";

const needs = [
  valueFrom("./data", "find"),
  valueFrom("@/lib/auth", "auth"),
  typeFrom("next/server", "NextRequest"),
  valueFrom("next/server", "NextResponse"),
  valueFrom("node:crypto", "createHash"),
  { ...valueFrom("@/lib/log", "default"), local: "log" },
  { ...valueFrom("@sentry/nextjs", "*"), local: "Sentry" },
  { ...valueFrom("./data", "find"), local: "findOne" },
];

test("one statement for each module, packages before the app's own", () => {
  expect(importLines(needs, "separate")).toEqual([
    'import { createHash } from "node:crypto";',
    'import * as Sentry from "@sentry/nextjs";',
    'import type { NextRequest } from "next/server";',
    'import { NextResponse } from "next/server";',
    'import { auth } from "@/lib/auth";',
    'import log from "@/lib/log";',
    'import { find, find as findOne } from "./data";',
  ]);
});

test.each([
  ["separate", ['import type { A } from "a";', 'import { b } from "a";']],
  ["inline", ['import { type A, b } from "a";']],
  ["value", ['import { A, b } from "a";']],
] as const)("types are imported %s", (types, lines) => {
  expect(importLines([valueFrom("a", "b"), typeFrom("a", "A")], types)).toEqual(lines);
});

test("what is needed as a value is no type, and a type alone is one everywhere", () => {
  expect(importLines([typeFrom("a", "A"), valueFrom("a", "A")], "inline")).toEqual([
    'import { A } from "a";',
  ]);
  expect(importLines([typeFrom("a", "A")], "inline")).toEqual(['import type { A } from "a";']);
});

test.each([
  ["@/lib/auth", "@/lib/auth"],
  ["../../../lib/auth", "../../../../lib/auth"],
  ["../shared", "../../shared"],
  // A module in the other route's own folder is its own business.
  ["./helpers", undefined],
])("%s of a neighbour is %s from here", (source, here) => {
  const moved = movedImports([valueFrom(source, "a")], "app/api/teams/route.ts", "app/api/posts/[id]");
  expect(moved?.[0]?.source).toBe(here);
});

test("a module in a folder above is reached from below", () => {
  const moved = movedImports([valueFrom("./helpers", "a")], "app/api/posts/route.ts", "app/api/posts/[id]");
  expect(moved?.[0]?.source).toBe("../helpers");
});
