import path from "node:path";
import fs from "fs-extra";
import { afterAll, describe, expect, test } from "vitest";
import { repository } from "../support/pipeline.js";
import { featureSets, pairwiseCombinations } from "./combinations.js";
import { everyText, textsOf, type Text } from "./texts.js";
import { compile, strictest, writeTexts } from "./workspace.js";

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

describe("every combination compiles with the types of its Next.js", () => {
  const { combinations, texts } = everyText();

  test.each(apps)("TypeScript 7, strictest flags, %s", async (app) => {
    const own = ofApp(texts, app);
    const folder = await write(app, "every", own);
    expect(await compile(folder, "typescript-7", { target: "ES2017", ...strictest })).toBe("");
    console.log(
      `${app}: ${String(own.length)} texts of ${String(combinations)} combinations (${String(texts.length)} texts), 0 errors`,
    );
    expect(own.length).toBeGreaterThan(10_000);
    await fs.remove(folder);
  });
});

describe("a pairwise covering set compiles with other TypeScripts", () => {
  const chosen = pairwiseCombinations();
  const { texts } = textsOf(chosen);

  test.each(apps)(
    "5.2, 5.9 and 6 on %s, strictest flags and the tsconfig of create-next-app",
    async (app) => {
      const own = ofApp(texts, app);
      const folder = await write(app, "pairwise", own);
      const { erasableSyntaxOnly, ...early } = strictest;
      const fromNext = (
        (await fs.readJson(path.join(repository, "tests/apps", app, "tsconfig.json"))) as {
          compilerOptions: object;
        }
      ).compilerOptions;
      const said = {
        "5.2": await compile(folder, "typescript-5-early", { target: "ES2017", ...early }),
        "5.9": await compile(folder, "typescript-5", { target: "ES2017", ...early, erasableSyntaxOnly }),
        "6": await compile(folder, "typescript", { target: "ES2017", ...strictest }),
        "5.9, as create-next-app": await compile(folder, "typescript-5", {
          ...fromNext,
          paths: {},
          plugins: [],
        }),
      };
      expect(said).toEqual({ "5.2": "", "5.9": "", "6": "", "5.9, as create-next-app": "" });
      console.log(
        `${app}: ${String(own.length)} texts that cover all pairs (${String(chosen.length)} combinations), 0 errors`,
      );
      expect(own.length).toBeGreaterThan(20);
    },
  );
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
