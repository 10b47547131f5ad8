import path from "node:path";
import fs from "fs-extra";
import { check } from "prettier";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "../../scripts/run.mjs";
import { repository } from "../support/pipeline.js";
import { pairwiseCombinations } from "./combinations.js";
import { textsOf } from "./texts.js";
import { writeTexts } from "./workspace.js";

const { texts } = textsOf(pairwiseCombinations());
let folder: string;

beforeAll(async () => {
  folder = await writeTexts("example", "lint", texts);
  // What stands beside the texts is not the tool's.
  for (const file of ["check.ts", "providers.d.ts"]) await fs.remove(path.join(folder, file));
  await fs.writeFile(path.join(folder, "eslint.config.mjs"), eslintConfig);
  await fs.writeJson(path.join(folder, "biome.json"), biomeConfig);
  await fs.writeFile(path.join(folder, "canary.ts"), canary);
}, 300_000);

afterAll(() => fs.remove(folder));

/** Has a finding for each of the linters, so that a linter that reads nothing is found out. */
const canary = "export function canary(value: any) {\n  if (value == 1) debugger;\n}\n";

const eslintConfig = `import vitals from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";
import tseslint from "typescript-eslint";

export default [...vitals, ...typescript, ...tseslint.configs.recommended];
`;

const biomeConfig = {
  root: true,
  files: { includes: ["**/*.ts"] },
  formatter: { enabled: false },
  assist: { enabled: false },
  linter: { enabled: true, rules: { recommended: true } },
};

test("Prettier's default style has nothing to change", async () => {
  for (const { files, combination } of texts) {
    for (const [file, text] of files) {
      expect(
        await check(text, { parser: "typescript" }),
        `${file}\n${JSON.stringify(combination)}\n${text}`,
      ).toBe(true);
    }
  }
  console.log(`Prettier: ${String(texts.length)} texts, 0 changes`);
});

test("eslint-config-next and typescript-eslint have nothing to say", async () => {
  const eslint = path.join(repository, "node_modules/eslint/bin/eslint.js");
  const { stdout } = await run(process.execPath, [eslint, "--format", "json", "."], { cwd: folder });
  const results = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string; message: string }[];
  }[];
  const findings = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => `${path.relative(folder, filePath)}: ${ruleId}: ${message}`),
  );
  expect(
    findings.filter((finding) => !finding.startsWith("canary.ts") && !finding.startsWith("eslint.config")),
  ).toEqual([]);
  expect(findings.join("\n")).toContain("canary.ts: @typescript-eslint/no-explicit-any");
  expect(results.length).toBeGreaterThan(100);
  console.log(`ESLint: ${String(results.length)} files, 0 findings`);
});

test("Biome's recommended rules have nothing to say", async () => {
  const biome = path.join(repository, "node_modules/@biomejs/biome/bin/biome");
  const { stdout, stderr } = await run(process.execPath, [biome, "lint", "--max-diagnostics=50", "."], {
    cwd: folder,
  });
  const findings = `${stdout}${stderr}`.match(/^\S+\.ts:\d+:\d+ lint\S*/gm) ?? [];
  expect(
    findings.filter((finding) => !finding.startsWith("canary.ts")),
    stdout + stderr,
  ).toEqual([]);
  expect(findings.length).toBeGreaterThan(0);
  expect(stdout + stderr).toMatch(/Checked \d{3,} files/);
  console.log(`Biome: ${/Checked \d+ files/.exec(stdout + stderr)?.[0] ?? ""}, 0 findings`);
});
