import { mkdtempSync, realpathSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { complete } from "../../../src/commands/complete.js";
import { createOptions, generalOptions } from "../../../src/options.js";
import { authTable } from "../../../src/spec/auth.js";
import { commandTable } from "../../../src/spec/commands.js";
import { habitNames } from "../../../src/spec/habits.js";
import { methods } from "../../../src/spec/methods.js";
import { shells } from "../../../src/spec/shells.js";
import { templateNames } from "../../../src/spec/templates.js";

let root: string;

beforeAll(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), "completed-")));
  const files = {
    "package.json": '{"private":true,"workspaces":["apps/*"]}',
    "routes.yml": "",
    "apps/my web/package.json": '{"dependencies":{"next":"16.4.5"}}',
    "apps/shop/package.json": '{"dependencies":{"next":"16.4.5"}}',
    "apps/shop/app/api/carts/route.ts": "export function GET() {}",
    "apps/shop/app/other/deep/route.ts": "export function GET() {}",
    "apps/my web/src/app/api/posts/route.ts": "export function GET() {}",
    "apps/my web/src/app/api/posts/[id]/comments/route.ts": "export function GET() {}",
    "apps/my web/src/app/api/docs/[...slug]/route.ts": "export function GET() {}",
    "apps/my web/src/app/api/(admin)/users/route.ts": "export function GET() {}",
    "apps/my web/src/app/api/none/page.tsx": "",
  };
  for (const [file, text] of Object.entries(files)) fs.outputFileSync(path.join(root, file), text);
});
afterAll(() => {
  vi.unstubAllEnvs();
  fs.removeSync(root);
});

/** The candidates, and the directive at the end; the last of the words is being typed. */
async function answer(line: string, cwd = "apps/my web"): Promise<string[]> {
  const told = await complete(line.split(" "), path.join(root, cwd), undefined);
  return told.split("\n").map((each) => each.split("\t")[0] ?? "");
}

const longs = (rows: readonly { flags: string }[]) => rows.map(({ flags }) => /--[\w-]+/.exec(flags)![0]);
const general = longs(Object.values(generalOptions));
const all = [...longs(Object.values(createOptions)), ...general];
const commands = Object.keys(commandTable);

describe("routes", () => {
  test.each([
    ["", [...commands, "(admin)/", "docs/", "posts/", ":6"]],
    ["posts ", ["(admin)/", "docs/", "posts/", ":6"]],
    ["p", ["posts/", ":6"]],
    ["posts/", ["posts/[id]/", ":6"]],
    ["posts/[", ["posts/[id]/", ":6"]],
    ["posts/:", ["posts/:id/", ":6"]],
    ["posts/:id/", ["posts/:id/comments/", ":6"]],
    ["docs/*", ["docs/*slug/", ":6"]],
    ["nothing", [":4"]],
    ["-- ", ["(admin)/", "docs/", "posts/", ":6"]],
    ["-- un", [":4"]],
    ["-m GET --crud -yq -d id p", ["posts/", ":6"]],
  ])("%j", async (line, expected) => {
    expect(await answer(line)).toEqual(expected);
  });

  test("are those of the app that --cwd names, below the folder that --base names", async () => {
    expect(await answer("--cwd ../shop ")).toEqual([...commands, "carts/", ":6"]);
    expect(await answer("--cwd=../shop --base=app/other ")).toEqual([...commands, "deep/", ":6"]);
  });

  test("are none where there is no app, or none that is clear", async () => {
    expect(await answer("u", ".")).toEqual(["undo", ":4"]);
    expect(await answer("--cwd nowhere u", ".")).toEqual(["undo", ":4"]);
  });
});

describe("options and their values", () => {
  test.each([
    ["--", [...all, ":4"]],
    ["-", [...all, ":4"]],
    ["--no-fa", ["--no-fallbacks", ":4"]],
    ["--fa", ["--fallbacks", ":4"]],
    ["--fallbacks --no-fa", [":4"]],
    ["-t", ["-t", ":4"]],
    ["posts --crud --cr", [":4"]],
    ["posts -m GET --met", ["--methods", ":4"]],
    ["-t ", [...templateNames, ":4"]],
    ["--template=b", ["basic", ":4"]],
    ["posts -a ", [...Object.keys(authTable), "none", ":4"]],
    ["posts -a --dr", ["--dry-run", ":4"]],
    ["-m ", [...methods, ":4"]],
    ["-m GET,PU", ["GET,PUT", ":4"]],
    ["-m get,PU", [":4"]],
    ["-m get,pu", ["get,put", ":4"]],
    ["--habit ", ["none", ...habitNames.map((name) => `${name}=`), ":6"]],
    ["--habit quotes=", ["quotes=double", "quotes=single", ":4"]],
    ["--habit=quotes=s", ["quotes=single", ":4"]],
    ["-d ", [":4"]],
    ["-- --cr", [":4"]],
    ["undo --", ["--dry-run", "--json", "--quiet", "--cwd", ...general, ":4"]],
    ["undo ", [":4"]],
    ["list --", ["--public", "--allow", "--json", "--quiet", "--cwd", ...general, ":4"]],
    ["list --public --al", ["--allow", ":4"]],
    ["list --allow /api/p", ["/api/posts", "/api/posts/[id]/comments", ":4"]],
    ["list --allow=/api/d", ["/api/docs/[...slug]", ":4"]],
    ["list --allow /api/docs --al", ["--allow", ":4"]],
    ["list ", [":4"]],
    ["--cwd ../shop undo --dr", ["--dry-run", ":4"]],
    ["completion ", [...shells, ":4"]],
    ["completion bash ", [":4"]],
    ["help ", [...commands, ":4"]],
    ["--base ", ["src/", ":6"]],
    ["--base src/app/", ["src/app/api/", ":6"]],
  ])("%j", async (line, expected) => {
    expect(await answer(line)).toEqual(expected);
  });

  test("are folders, and for --from files too", async () => {
    expect(await answer("--cwd ", ".")).toEqual(["apps/", ":6"]);
    expect(await answer("--cwd apps/", ".")).toEqual(["apps/my web/", "apps/shop/", ":6"]);
    expect(await answer("--cwd=apps/s", ".")).toEqual(["apps/shop/", ":6"]);
    expect(await answer("--cwd nowhere/", ".")).toEqual([":4"]);
    expect(await answer("--from ", ".")).toEqual(["apps/", "package.json", "routes.yml", ":6"]);
  });

  test("come with what they mean", async () => {
    const told = await complete(["und"], root, undefined);
    expect(told).toBe(`undo\t${commandTable.undo.summary}\n:4`);
  });
});

test("the words of a shell come as they are typed", async () => {
  const ask = (...words: string[]) => complete(words, path.join(root, "apps/shop"), "bash");
  vi.stubEnv(process.platform === "win32" ? "USERPROFILE" : "HOME", root);
  expect(await ask("--cwd", "~/apps/my\\ web", "'posts/[")).toBe("posts/[id]/\n:6");
  expect(await ask("--cwd", "'~/apps/my web'", "'posts/[")).toBe(":4");
});

test("nothing is typed, or something odd", async () => {
  expect(await complete([], root, undefined)).toMatch(/^list\t/);
  for (const word of ["--=", "=", "-", "---", "-Z", "\0", "--cwd=\0", "'", "[", "a".repeat(5000)])
    expect(await complete([word, word], root, "zsh")).toMatch(/(^|\n):[46]$/);
});
