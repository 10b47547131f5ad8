import path from "node:path";
import fs from "fs-extra";
import { expect, test } from "vitest";
import type { RouteRequest } from "../../src/spec/route-request.js";
import { parseSound } from "../../src/syntax/parse-module.js";
import { methods } from "../../src/spec/methods.js";
import type { RunnerName } from "../../src/spec/tests.js";
import { mutantsOf } from "../support/mutations.js";
import { runTests, testedApp } from "../support/tested-app.js";
import { renderTested } from "../support/tested-routes.js";

interface Tried {
  readonly name: string;
  readonly route: string;
  readonly options: Partial<RouteRequest>;
}

const every = methods.filter((method) => method !== "OPTIONS");

/** The gate has one of each kind; `npm run mutate` has all. */
const few: readonly Tried[] = [
  { name: "few", route: "posts", options: { methods: ["POST"], auth: "bearer" } },
];
const all: readonly Tried[] = [
  { name: "collection", route: "posts", options: { methods: every, auth: "bearer" } },
  { name: "item", route: "posts/[id]", options: { methods: every, auth: "bearer" } },
  { name: "scoped", route: "users/[id]/posts/[postId]", options: { methods: every } },
  { name: "scoped-collection", route: "users/[id]/posts", options: {} },
  { name: "tree", route: "docs/[...slug]", options: { methods: every } },
  {
    name: "zod",
    route: "posts/[id]",
    options: { methods: every, validate: "zod", fields: ["name:string,due:date"] },
  },
  { name: "page", route: "posts", options: { data: "none", auth: "authjs" } },
  { name: "search", route: "posts", options: { template: "search", auth: "clerk" } },
  { name: "basic", route: "posts", options: { template: "basic", methods: every, auth: "better-auth" } },
  { name: "text", route: "posts", options: { template: "text", methods: every, auth: "supabase" } },
  { name: "form", route: "posts", options: { template: "form", auth: "session" } },
  { name: "cookies", route: "posts", options: { template: "cookies" } },
  // What a database refuses, and keys that are checked: the handlers are those of Drizzle, too.
  { name: "kept", route: "users/[id]/posts", options: { methods: every, data: "prisma", validate: "zod" } },
  { name: "kept-item", route: "users/[id]/posts/[postId]", options: { methods: every, data: "prisma" } },
  ...(["authjs", "clerk", "better-auth", "supabase", "next-auth"] as const).map((auth) => ({
    name: `role-${auth}`,
    route: "posts",
    options: { methods: ["POST"], auth, role: "admin" },
  })),
];

const runners = (process.env["MUTANTS_WITH"] ?? "vitest").split(",") as RunnerName[];
const asked = process.env["MUTANTS"];
const tried = asked === undefined ? few : all.filter(({ name }) => name.startsWith(asked));

function isModule(text: string): boolean {
  try {
    parseSound(text, { jsx: false });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a change is where a request can get. What catches a failure of work that nobody has written yet, after such a
 * comment of the template, is reached by none.
 */
function isReached(mutant: string, whole: string): boolean {
  const at = Array.from(whole).findIndex((char, index) => mutant[index] !== char);
  const handler = whole.lastIndexOf("\nexport ", at);
  const end = whole.indexOf("\n}\n", at);
  const isCatch = whole.slice(handler, at).includes("} catch (error) {");
  return !(isCatch && /\/\/ .*\bhere\b/.test(whole.slice(handler, end)));
}

test.each(runners)("no broken handler passes its test in %s", async (runner) => {
  const app = await testedApp(runner);
  // The client of a database: a test does without it.
  await fs.outputFile(path.join(app, "lib/prisma.ts"), "export const prisma = {};\n");
  const names = new Map<string, string>();
  try {
    for (const { name, route, options } of tried) {
      const { files, warnings } = renderTested([`r/${route}`], runner, options);
      const leftOut = warnings.find(({ code }) => code === "TEST_LEFT_OUT");
      if (leftOut) {
        console.log(`${runner}: ${name} is left out. ${leftOut.message}`);
        continue;
      }
      const routeFile = files.find(({ purpose }) => purpose.kind === "route")!;
      const mutants = mutantsOf(routeFile.text).filter(
        ({ text }) => isModule(text) && isReached(text, routeFile.text),
      );
      // The first is none: it has to pass.
      for (const [index, mutant] of [{ what: "", text: routeFile.text }, ...mutants].entries()) {
        const folder = `${name}-${String(index)}`;
        names.set(folder, `${name}: ${mutant.what}`);
        for (const { path: file, text } of files)
          await fs.outputFile(
            path.join(app, file.replace("app/api/r/", `app/api/${folder}/`)),
            file === routeFile.path ? mutant.text : text,
          );
      }
    }
    const { said } = await runTests(app, runner);
    const failed = new Set(
      [...said.matchAll(/(?:FAIL|not ok|location:).*?app\/api\/([\w-]+-\d+)\//g)].map(([, folder]) => folder),
    );
    const wholes = [...names.keys()].filter((folder) => folder.endsWith("-0")).length;
    const isWhole = (folder: string) => folder.endsWith("-0");
    const survivors = [...names]
      .filter(([folder]) => !failed.has(folder) && !isWhole(folder))
      .map(([, what]) => what);
    expect(
      [...failed].filter((folder) => isWhole(folder ?? "")),
      said,
    ).toEqual([]);
    console.log(`${runner}: ${String(names.size - wholes)} mutants, ${String(survivors.length)} survive`);
    expect(survivors).toEqual([]);
  } finally {
    await fs.remove(app);
  }
});
