import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run as runProgram } from "../../scripts/run.mjs";
import { create } from "../../src/commands/create.js";
import type { CreateOptions } from "../../src/options.js";
import { noOptions } from "../support/no-options.js";
import { templates, repository } from "../support/pipeline.js";
import { providerTypes } from "../support/every-provider.js";
import { treeOf } from "../support/tree.js";
import { typeCheck } from "../support/type-check.js";
import { noStdin } from "../support/no-stdin.js";
import { noProgress } from "../../src/progress.js";

/**
 * A case is a folder: `case.json` says what is asked of which project, `there/` has the files that it has before, if it
 * has any, and `expected/` is what it has afterwards, as real files. `npm run renew golden` writes them anew; read every line of the difference before you commit it.
 */
interface Case {
  readonly routes: string[];
  readonly options?: Partial<CreateOptions>;
  readonly next?: string;
  readonly config?: string;
  readonly appDir?: string;
  /** The app below tests/apps that has the packages it imports: it is compiled there, in tests/e2e. */
  readonly typesOf?: string;
  /** The packages that it has beside Next.js, with their versions. */
  readonly packages?: Readonly<Record<string, string>>;
}

const here = import.meta.dirname;
const names = readdirSync(here, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const isUpdate = process.env["UPDATE_GOLDEN"] === "1";
// Inside the repository, so that Next's types are found the ordinary way.
const scratch = path.join(repository, "tests/.cache", `golden-${String(process.pid)}`);

beforeAll(() => fs.ensureDir(scratch));
afterAll(() => fs.remove(scratch));

function readCase(name: string): Case {
  return JSON.parse(readFileSync(path.join(here, name, "case.json"), "utf8")) as Case;
}

describe("what is written is what was reviewed", () => {
  test.each(names)("%s", async (name) => {
    const { routes, options = {}, next = "16.4.5", config, appDir = "app", packages = {} } = readCase(name);
    const project = path.join(scratch, name);
    await fs.outputJson(path.join(project, "package.json"), { dependencies: { next, ...packages } });
    for (const [installed, version] of Object.entries({ next, ...packages }))
      await fs.outputJson(path.join(project, "node_modules", installed, "package.json"), { version });
    await fs.ensureDir(path.join(project, appDir));
    if (config !== undefined) await fs.outputFile(path.join(project, "next.config.ts"), config);

    const there = path.join(here, name, "there");
    if (await fs.pathExists(there)) await fs.copy(there, project);

    await create(routes, { ...noOptions, format: false, ...options }, {
      cwd: project,
      templates,
      readStdin: noStdin,
progress: noProgress,
      tool: "0.0.0",
      statePlaces: [{ folder: path.join(scratch, "state"), isShared: false }],
    });

    const written = new Map([...treeOf(path.join(project, appDir))].map(([file, text]) => [`${appDir}/${file}`, text]));
    const expected = path.join(here, name, "expected");
    if (isUpdate) {
      await fs.remove(expected);
      for (const [file, text] of written) if (!file.endsWith("/")) await fs.outputFile(path.join(expected, file), text);
    }
    const reviewed = new Map([...treeOf(expected)].filter(([file]) => file !== "app/" && file !== "src/" && file !== "src/app/"));
    expect(Object.fromEntries(written)).toEqual(Object.fromEntries(reviewed));
  });
});

describe("what is written compiles with the real types of Next 16", () => {
  test("under the strictest flags, every case in one app", async () => {
    const app = path.join(scratch, "types");
    await fs.outputJson(path.join(app, "package.json"), { name: "types", dependencies: { next: "16" } });
    await fs.outputJson(path.join(app, "tsconfig.json"), tsconfig);
    await fs.outputFile(path.join(app, "next.config.mjs"), "export default {};\n");
    await fs.outputFile(path.join(app, "app/layout.tsx"), layout);
    await fs.outputFile(path.join(app, "app/providers.d.ts"), providerTypes);
    const cases = names.filter((name) => {
      const { next = "16", typesOf } = readCase(name);
      return next.startsWith("16") && typesOf === undefined;
    });
    for (const name of cases) {
      const from = path.join(here, name, "expected", readCase(name).appDir ?? "app");
      // Each case below a folder of its own: their routes are the same.
      // Jest's types are those of tests/apps/stack: there its tests are compiled.
      await fs.copy(from, path.join(app, "app", name), {
        filter: (file) => name !== "test-jest" || !file.endsWith(".test.ts"),
      });
      if (readCase(name).packages?.["zod"]?.startsWith("3") === true)
        await fs.ensureSymlink(path.join(repository, "node_modules/zod-3"), path.join(app, "app", name, "node_modules/zod"));
    }

    const next = path.join(repository, "node_modules/next/dist/bin/next");
    const typegen = await runProgram(process.execPath, [next, "typegen"], {
      cwd: app,
      env: { NEXT_TELEMETRY_DISABLED: "1" },
    });
    expect(typegen.code, typegen.stdout + typegen.stderr).toBe(0);
    const validator = readFileSync(path.join(app, ".next/types/validator.ts"), "utf8");
    expect(validator.match(/RouteHandlerConfig<"/g)?.length).toBeGreaterThanOrEqual(cases.length);

    expect(await typeCheck(app)).toMatchObject({ code: 0, stdout: "" });

    // The check can fail: a handler of the wrong shape is found.
    const [broken = ""] = cases;
    await fs.outputFile(
      path.join(app, "app", broken, "broken/[id]/route.ts"),
      "export function GET(_request: Request, { params }: { params: { id: string } }) {\n  return Response.json(params.id);\n}\n",
    );
    await runProgram(process.execPath, [next, "typegen"], { cwd: app, env: { NEXT_TELEMETRY_DISABLED: "1" } });
    const failed = await typeCheck(app);
    expect(failed.stdout).toContain(`RouteHandlerConfig<"/${broken}/broken/[id]">`);
  });
});

const layout = `import type { ReactNode } from "react";

export default function RootLayout({ children }: { children: ReactNode }) {
  return <html><body>{children}</body></html>;
}
`;

const tsconfig = {
  compilerOptions: {
    target: "ES2017",
    lib: ["dom", "dom.iterable", "esnext"],
    strict: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    noImplicitReturns: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    erasableSyntaxOnly: true,
    skipLibCheck: true,
    noEmit: true,
    module: "esnext",
    moduleResolution: "bundler",
    resolveJsonModule: true,
    isolatedModules: true,
    jsx: "react-jsx",
  },
  include: ["app/**/*.ts", "app/**/*.tsx", ".next/types/**/*.ts"],
};
