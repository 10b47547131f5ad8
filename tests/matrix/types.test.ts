import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { triedPaths } from "../../src/check/tried-routes.js";
import { templateNames } from "../../src/spec/templates.js";
import { planRoutes, repository } from "../support/pipeline.js";
import {
  featureSets,
  methodSubsets,
  pairwiseCombinations,
  withoutOptions,
  type Combination,
} from "./combinations.js";
import { everyText, textsOf, type Text } from "./texts.js";
import { compile, compileAll, strictest, writeTexts } from "./workspace.js";

const apps = ["next-13", "next-14", "next-15", "example"] as const;
type App = (typeof apps)[number];

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await fs.remove(folder);
});

async function write(app: App, name: string, texts: readonly Text[]): Promise<string> {
  const folder = await writeTexts(app, name, texts);
  folders.push(folder);
  return folder;
}

const ofApp = (texts: readonly Text[], app: App) =>
  texts.filter(({ features }) =>
    [...features].some((each) => (featureSets[each].majors as readonly string[]).includes(app)),
  );

/** Whether a text has anything of the package of Next.js in it. */
const namesNext = ({ files }: Text) => [...files.values()].some((text) => /from "next(\/|")/.test(text));

describe("every combination compiles with the types of its Next.js", () => {
  const { combinations, texts } = everyText();

  async function expectRight(app: App, own: readonly Text[]): Promise<void> {
    const folder = await write(app, "every", own);
    expect(await compile(folder, "typescript-7", { target: "ES2017", ...strictest })).toBe("");
    console.log(
      `${app}: ${String(own.length)} texts of ${String(combinations)} combinations (${String(texts.length)} texts), 0 errors`,
    );
    await fs.remove(folder);
  }

  test.each(["next-14", "example"] as const)("TypeScript 7, strictest flags, %s", async (app) => {
    const own = ofApp(texts, app);
    expect(own.length).toBeGreaterThan(10_000);
    await expectRight(app, own);
  });

  /**
   * The major before has the same texts. One that names nothing of Next.js is the same program there, apart from the shape
   * that its handlers are held to, which the pairwise set below meets in each major.
   */
  test.each(["next-13", "next-15"] as const)(
    "TypeScript 7, strictest flags, %s: what names Next.js",
    async (app) => {
      const own = ofApp(texts, app).filter(namesNext);
      expect(own.length).toBeGreaterThan(2_000);
      await expectRight(app, own);
    },
  );
});

test("an OPTIONS that is asked for beside the fallbacks is the one that they write", () => {
  const textOf = (combination: Combination) => textsOf([combination]).texts[0]?.files;
  const asked = {
    auth: undefined,
    fallbacks: true,
    fields: [],
    validate: undefined,
    data: undefined,
  } as const;
  let count = 0;
  for (const [index, methods] of methodSubsets.entries()) {
    const others = withoutOptions(methods);
    if (!others) continue;
    // Each set with some of the templates and routes, in turn.
    const template = templateNames[index % templateNames.length]!;
    const route = triedPaths[Math.floor(index / templateNames.length) % triedPaths.length]!;
    for (const features of ["13 and 14", "15 and 16"] as const) {
      const each = { ...asked, template, route, features };
      expect(textOf({ ...each, methods }), methods.join()).toEqual(textOf({ ...each, methods: others }));
      count += 1;
    }
  }
  expect(count).toBeGreaterThan(100);
});

describe("a pairwise covering set compiles with every TypeScript", () => {
  const chosen = pairwiseCombinations();
  const { texts } = textsOf(chosen);
  const { erasableSyntaxOnly, ...early } = strictest;
  const own = apps.map((app) => ({ app, texts: ofApp(texts, app) }));
  const places = new Map<App, string>();

  beforeAll(async () => {
    for (const { app, texts: each } of own) places.set(app, await write(app, "pairwise", each));
  });

  /**
   * What each app's texts are compiled with, as far as it is not the same in all. An older TypeScript meets one Next.js of
   * either shape of the second argument: what else is new in a major, 7 looks at.
   */
  const inEach = (chosenApps: readonly App[], optionsOf: (app: App) => object) =>
    chosenApps.map((app) => ({
      folder: places.get(app) ?? "",
      options: { target: "ES2017", ...optionsOf(app) },
    }));

  /** The flags that create-next-app has written for this major. */
  const fromNext = (app: App) => {
    const config = fs.readJsonSync(path.join(repository, "tests/apps", app, "tsconfig.json")) as {
      compilerOptions: object;
    };
    return { ...config.compilerOptions, incremental: false, paths: {}, plugins: [] };
  };

  test("7, strictest flags, in each major", async () => {
    expect(
      await compileAll(
        "typescript-7",
        inEach(apps, () => ({ ...strictest })),
      ),
    ).toBe("");
  });

  // Next.js writes this into a tsconfig.json that says nothing of it. Source: Next.js, lib/typescript/writeConfigurationDefaults.
  test("7, without strict: what is not warned of compiles, and only that", async () => {
    const isWarnedOf = ({ combination: { route, features, ...asked } }: Text) =>
      planRoutes([route], asked, featureSets[features].project, {
        hasNoNullChecks: () => true,
      }).warnings.some(({ code }) => code === "NULL_CHECKS_NEEDED");
    const loose = { target: "ES2017", strict: false };
    const [right, wrong] = [
      await write(
        "example",
        "loose",
        ofApp(texts, "example").filter((text) => !isWarnedOf(text)),
      ),
      await write("example", "too-loose", ofApp(texts, "example").filter(isWarnedOf)),
    ];
    expect(await compile(right, "typescript-7", loose)).toBe("");
    expect(await compile(wrong, "typescript-7", loose)).toMatch(/data\.ts.*error TS/);
  });

  test("5.2, strictest flags", async () => {
    const strict = inEach(["next-13", "next-15"], () => early);
    expect(await compileAll("typescript-5-early", strict)).toBe("");
  });

  test("5.9, strictest flags and the tsconfig of create-next-app", async () => {
    const strict = inEach(["next-14", "example"], () => ({ ...early, erasableSyntaxOnly }));
    expect(await compileAll("typescript-5", [...strict, ...inEach(["next-13", "next-15"], fromNext)])).toBe(
      "",
    );
  });

  test("6, strictest flags, and the tsconfig of create-next-app", async () => {
    const strict = inEach(["next-13", "next-15"], () => strictest);
    expect(await compileAll("typescript", [...strict, ...inEach(["next-14", "example"], fromNext)])).toBe("");
    for (const { app, texts: each } of own) {
      console.log(
        `${app}: ${String(each.length)} texts that cover all pairs (${String(chosen.length)} combinations), 0 errors`,
      );
      expect(each.length).toBeGreaterThan(20);
    }
  });
});

test("the check can fail: a handler of another Next, an export too many, and an unused name are found", async () => {
  const asked = {
    template: "resource",
    route: "posts/[id]",
    auth: undefined,
    fallbacks: true,
    fields: [],
    validate: undefined,
    data: undefined,
  } as const;
  const [text] = textsOf([{ ...asked, methods: ["GET"], features: "15 and 16" }]).texts;
  const broken = (from: string, to: string): Text => {
    const files = new Map([...text!.files].map(([file, code]) => [file, code.replaceAll(from, to)]));
    expect([...files.values()]).not.toEqual([...text!.files.values()]);
    return { ...text!, files };
  };
  const folder = await write("example", "broken", [
    broken("params: Promise<{ id: string }>", "params: { id: string }"),
    broken("export async function GET", "export const helper = 1;\nexport async function GET"),
    broken("export async function GET", "const unused = 1;\nexport async function GET"),
  ]);
  const said = await compile(folder, "typescript-7", { target: "ES2017", ...strictest });
  expect(said).toMatch(/check\.ts.*error TS/);
  expect(said).toContain("strangeExport");
  expect(said).toContain("'unused' is declared but its value is never read.");
});
