import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import pc from "picocolors";
import { beforeEach, expect, test } from "vitest";
import { create } from "../../../src/commands/create.js";
import type { CreateOptions } from "../../../src/options.js";
import { noProgress } from "../../../src/progress.js";
import { reportText } from "../../../src/report/text.js";
import { at, manifest, useFolder, write } from "../../support/app-folder.js";
import { noStdin } from "../../support/no-stdin.js";
import { templates } from "../../support/pipeline.js";

useFolder();
beforeEach(() => {
  // The app is called like its own folder, which git would take for one name.
  write({
    "app/package.json": manifest(),
    "app/app/api/posts/route.ts": "export function GET() {\n  return Response.json([]);\n}\n",
    "docs/": "",
  });
  spawnSync("git", ["init", "-q"], { cwd: at() });
});

/** What `create-api-route posts … --diff | git apply -p1` would leave. */
async function applied(from: string, cwd?: string): Promise<boolean> {
  const report = await create(
    ["posts", "tags"],
    { fallbacks: true, diff: true, yes: true, template: "basic", methods: ["POST"], cwd } as CreateOptions,
    {
      cwd: at(from),
      templates,
      readStdin: noStdin,
      progress: noProgress,
      statePlaces: [],
      tool: "0.0.0",
    },
  );
  const input = `${reportText(report, pc.createColors(false))}\n`;
  const { status, stderr } = spawnSync("git", ["apply", "-p1"], { cwd: at(from), input });
  expect(String(stderr)).toBe("");
  return status === 0 && existsSync(at("app/app/api/tags/route.ts"));
}

test.each([
  ["the root of the app", "app", undefined],
  ["a folder above it", ".", "app"],
  ["a folder above it, and a folder in it is given", ".", "app/app/api"],
])("git applies a diff in %s", async (_case, from, cwd) => {
  expect(await applied(from, cwd)).toBe(true);
});
