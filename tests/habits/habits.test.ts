import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run as runProgram } from "../../scripts/run.mjs";
import { create } from "../../src/commands/create.js";
import { RunError } from "../../src/errors.js";
import type { Report } from "../../src/model.js";
import type { CreateOptions } from "../../src/options.js";
import { noOptions } from "../support/no-options.js";
import { templates, repository } from "../support/pipeline.js";
import { treeOf } from "../support/tree.js";
import { compileApps, writeChecks } from "./compile.js";
import { noStdin } from "../support/no-stdin.js";
import { noProgress } from "../../src/progress.js";

/**
 * A case is a small app with a habit, and what is written into it. `case.json` says what is asked, which habits are to be
 * seen and which warnings are to be given; `there/` is the app, `expected/` what the tool writes. `npm run renew habits`
 * writes `expected/` anew; read every line of the difference before you commit it.
 */
interface Case {
  readonly about: string;
  readonly routes: string[];
  readonly options?: Partial<CreateOptions>;
  /** 16 if left out. */
  readonly next?: string;
  /** Some of the habits that are followed. */
  readonly follows: Readonly<Record<string, string>>;
  /** The codes of the warnings besides those that every open route gets. */
  readonly warnings?: string[];
  /** The error that the run ends with. */
  readonly fails?: string;
  /** Flags of the compiler that the app itself cannot have on. */
  readonly flags?: Readonly<Record<string, boolean>>;
  /** Whether Next has to write types for it first. */
  readonly typegen?: true;
  /** Whether the app is one that TypeScript cannot read. */
  readonly uncompiled?: true;
}

const here = import.meta.dirname;
const names = readdirSync(here, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
// Inside the repository, so that Next's types are found the ordinary way.
const scratch = path.join(repository, "tests/.cache", `habits-${String(process.pid)}`);

beforeAll(() => fs.ensureDir(scratch));
afterAll(() => fs.remove(scratch));

function readCase(name: string): Case {
  return JSON.parse(readFileSync(path.join(here, name, "case.json"), "utf8")) as Case;
}

/** A copy of the app of a case, with what every app has. */
async function copyOf(name: string, copy: string): Promise<string> {
  const app = path.join(scratch, copy, name);
  const { next } = readCase(name);
  await fs.copy(path.join(here, name, "there"), app);
  await fs.outputJson(path.join(app, "package.json"), { name, dependencies: { next: next ?? "16" } });
  // Another Next than the repository's own is one by its name only.
  if (next !== undefined)
    await fs.outputJson(path.join(app, "node_modules/next/package.json"), { version: next });
  if (!(await fs.pathExists(path.join(app, "tsconfig.json"))))
    await fs.outputJson(path.join(app, "tsconfig.json"), {});
  return app;
}

function perform(name: string, app: string): Promise<Report> {
  const { routes, options = {} } = readCase(name);
  return create(
    routes,
    { ...noOptions, format: false, ...options },
    {
      cwd: app,
      templates,
      readStdin: noStdin,
      progress: noProgress,
      tool: "0.0.0",
      statePlaces: [{ folder: path.join(scratch, "state"), isShared: false }],
    },
  );
}

function habitsIn({ changes }: Report) {
  return changes.flatMap(({ path: file, purpose }) =>
    purpose.kind === "route" ? [{ file, habits: purpose.habits }] : [],
  );
}

describe("what is written is what was reviewed", () => {
  test.each(names)("%s", async (name) => {
    const asked = readCase(name);
    const app = await copyOf(name, "apps");
    const before = treeOf(app);
    const report = await perform(name, app).catch((error: unknown) => {
      if (error instanceof RunError) return error.problems[0].code;
      throw error;
    });
    const after = treeOf(app);
    const written = new Map(
      [...after].filter(([file, text]) => !file.endsWith("/") && before.get(file) !== text),
    );

    const expected = path.join(here, name, "expected");
    if (isUpdate) {
      await fs.remove(expected);
      for (const [file, text] of written) await fs.outputFile(path.join(expected, file), text);
    }
    const reviewed = (await fs.pathExists(expected)) ? [...treeOf(expected)] : [];
    expect(Object.fromEntries(written)).toEqual(
      Object.fromEntries(reviewed.filter(([file]) => !file.endsWith("/"))),
    );
    if (typeof report === "string") {
      expect([report, written.size]).toEqual([asked.fails, 0]);
      return;
    }
    expect(asked.fails).toBeUndefined();
    expect(report.warnings.map(({ code }) => code).filter((code) => code !== "PUBLIC_ROUTE")).toEqual(
      asked.warnings ?? [],
    );
    for (const { habits } of habitsIn(report)) {
      const followed = Object.fromEntries(habits.map(({ name: habit, value }) => [habit, value]));
      expect(followed).toMatchObject(asked.follows);
    }

    // The same app again: the same bytes, for the same reasons.
    const other = await copyOf(name, "again");
    const again = await perform(name, other);
    expect(habitsIn(again)).toEqual(habitsIn(report));
    expect(treeOf(other)).toEqual(after);

    const second = await perform(name, app);
    expect(second.changes.map(({ action }) => action)).toEqual(second.changes.map(() => "unchanged"));
    expect(treeOf(app)).toEqual(after);

    await writeChecks(app, [...written.keys()], asked.flags);
  });
});

describe("what is written compiles in the app that it was written into", () => {
  const compiled = names.filter(
    (name) => readCase(name).uncompiled !== true && readCase(name).fails === undefined,
  );

  test("under the strictest flags, with Next's types", async () => {
    const next = path.join(repository, "node_modules/next/dist/bin/next");
    for (const name of compiled.filter((each) => readCase(each).typegen === true)) {
      const app = path.join(scratch, "apps", name);
      const { code, stdout, stderr } = await runProgram(process.execPath, [next, "typegen"], {
        cwd: app,
        env: { NEXT_TELEMETRY_DISABLED: "1" },
      });
      expect(code, stdout + stderr).toBe(0);
    }
    expect(await compileApps(path.join(scratch, "apps"), compiled)).toBe("");
    console.log(`${String(compiled.length)} apps compiled, 0 errors`);
  });

  test("the check can fail: a name that is not there is found", async () => {
    const [name = ""] = compiled;
    await fs.outputFile(
      path.join(scratch, "apps", name, "app/broken.ts"),
      "export const broken = nothing;\n",
    );
    expect(await compileApps(path.join(scratch, "apps"), [name])).toContain("Cannot find name 'nothing'");
  });
});
