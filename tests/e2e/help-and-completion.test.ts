import { spawnSync } from "node:child_process";
import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  makeScratch,
  packTool,
  programIn,
  repository,
  runTool,
  stateHome,
  unpackTool,
} from "../../scripts/next-app.mjs";
import { createOptions } from "../../src/options.js";
import { commandNames, commandTable } from "../../src/spec/commands.js";
import { shells } from "../../src/spec/shells.js";
import { openTerminal, type TerminalOptions } from "../support/terminal.js";
import { treeOf } from "../support/tree.js";
import { shellWords } from "../support/shell-words.js";

let scratch: string;
/** Where the tool is unpacked; its own folder is no app. */
let home: string;
let app: string;

beforeAll(async () => {
  scratch = await makeScratch();
  home = path.join(scratch, "home");
  await fs.ensureDir(home);
  await unpackTool(home, await packTool(scratch));
  app = path.join(scratch, "work", "apps", "web");
  await writeAll(path.join(scratch, "work"), {
    "package.json": { private: true, workspaces: ["apps/*"] },
    "apps/web/package.json": { dependencies: { next: "16.4.5" }, devDependencies: { prettier: "3.6.2" } },
    "apps/web/.prettierrc": {},
    "apps/web/create-api-route.config.json": { template: "basic", fallbacks: false },
    "apps/web/src/app/api/posts/[id]/route.ts": `import { auth } from "@/auth";
export async function GET() {
  const session = await auth();
  if (!session) return Response.json({ error: "Unauthorized" }, { status: 401 });
  return Response.json([]);
}
`,
    "apps/web/src/$(touch hurt)/x": "",
    "apps/web/my own/x": "",
    "apps/web/r$(touch hurt)": "",
    "apps/web/src/app/api/(admin)/users/route.ts": "export function GET() { return Response.json([]); }\n",
  });
});
afterAll(async () => {
  await fs.remove(scratch);
});

async function writeAll(folder: string, files: Readonly<Record<string, string | object>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await fs.outputFile(path.join(folder, file), typeof text === "string" ? text : JSON.stringify(text));
  }
}

const tool = (args: readonly string[], cwd = home) => runTool(home, args, { cwd });
/** Text that is broken into lines for the eye. */
const flowing = (text: string) => text.replaceAll(/\s+/g, " ");

describe("help", () => {
  test("help on stdout is the same in every folder that is no app, in each way to ask", async () => {
    const help = await tool(["--help"]);
    expect(help).toMatchObject({ code: 0, stderr: "" });
    await expect(help.stdout).toMatchFileSnapshot("help.txt");
    for (const args of [
      ["-h"],
      ["help"],
      ["posts", "-yh"],
      ["--wrong", "--help"],
      ["--cwd", "nowhere", "--help"],
    ])
      expect(await tool(args), args.join(" ")).toEqual(help);
  });

  test("says what the defaults are in this very app, from anywhere in it or by --cwd", async () => {
    const { code, stdout, stderr } = await tool(["--help"], app);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const said of [
      "from the project's root (here: src/app/api)",
      "what is written (here: Prettier)",
      "search, form, cookies (here: basic)",
      "session, none (here: app, which is auth)",
      "that are not offered (here: always, by the project's settings; but with --fallbacks)",
      "or a folder in it (default: the current folder)",
    ])
      expect(flowing(stdout)).toContain(said);
    expect((await tool(["help", "--cwd", app], app)).stdout).toBe(stdout);

    const above = await tool(["--help"], path.join(scratch, "work"));
    expect(flowing(above.stdout)).toContain("or a folder in it (here: apps/web)");
    const command = await tool(["--cwd", path.join(scratch, "work"), "undo", "--help"]);
    expect(flowing(command.stdout)).toContain("or a folder in it (here: apps/web)");
  });

  test("is there for an app that is not right, with the built-in defaults", async () => {
    const whole = (await tool(["--help"])).stdout;
    const broken = path.join(scratch, "broken");
    for (const files of [
      { "package.json": "{" },
      { "package.json": { dependencies: { next: "9" } }, "app/x/route.ts": "" },
      { "package.json": { dependencies: { next: "16" } } },
    ]) {
      await fs.emptyDir(broken);
      await writeAll(broken, files);
      expect(await tool(["--help"], broken)).toEqual({ code: 0, stdout: whole, stderr: "" });
    }
    await writeAll(broken, {
      "app/page.tsx": "",
      "create-api-route.config.json": { template: "nope", auth: 1 },
    });
    const { stdout } = await tool(["--help"], broken);
    expect(flowing(stdout)).toContain("cookies (default: resource)");
    expect(flowing(stdout)).toContain("(here: app/api)");
  });

  test("as JSON: the same tables", async () => {
    const { help } = JSON.parse((await tool(["--help", "--json"], app)).stdout) as {
      help: {
        name: string;
        usage: string;
        options: { name: string; here?: string }[];
        commands: { name: string }[];
      };
    };
    expect(help).toMatchObject({ name: "create-api-route", usage: "create-api-route [options] [route...]" });
    expect(help.options.map(({ name }) => name)).toEqual(["version", "help", ...Object.keys(createOptions)]);
    expect(help.options.find(({ name }) => name === "base")).toEqual({
      name: "base",
      flags: "--base <dir>",
      help: createOptions.base.help,
      group: "Project",
      default: createOptions.base.builtIn,
      here: "src/app/api",
    });
    expect(help.commands.map(({ name }) => name)).toEqual(Object.keys(commandTable));
    expect(JSON.parse((await tool(["undo", "--help", "--json"])).stdout)).toMatchObject({
      ok: true,
      help: {
        name: "create-api-route undo",
        examples: ["create-api-route undo", "create-api-route undo --dry-run"],
      },
    });
  });

  test("the version, also as JSON", async () => {
    const { version } = (await fs.readJson(path.join(repository, "package.json"))) as { version: string };
    expect(await tool(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    expect(JSON.parse((await tool(["--version", "--json"])).stdout)).toEqual({ ok: true, version });
  });
});

describe("commands that are printed run as they are", () => {
  /** An app without routes, and something to undo. */
  async function freshApp(): Promise<string> {
    const fresh = path.join(scratch, "fresh");
    await fs.emptyDir(fresh);
    await fs.remove(stateHome(home));
    await writeAll(fresh, { "package.json": { dependencies: { next: "16.4.5" } }, "app/page.tsx": "" });
    // What a check compiles with.
    await fs.symlink(path.join(repository, "node_modules"), path.join(fresh, "node_modules"));
    expect((await tool(["hello", "-t", "basic"], fresh)).code).toBe(0);
    return fresh;
  }

  test.each([[], ...Object.keys(commandTable).map((name) => [name])])(
    "the examples of the help %s",
    async (...of) => {
      const { help } = JSON.parse((await tool([...of, "--help", "--json"])).stdout) as {
        help: { examples: string[] };
      };
      expect(help.examples.length).toBeGreaterThan(0);
      for (const example of help.examples) {
        const fresh = await freshApp();
        const [, ...args] = shellWords(example);
        const { code, stderr } = await tool(args, fresh);
        expect(code, `${example}\n${stderr}`).toBe(0);
      }
    },
  );

  test("the lines of the README and of the reference", async () => {
    const texts = ["README.md", "docs/reference.md"].map((file) =>
      fs.readFile(path.join(repository, file), "utf8"),
    );
    const whole = (await Promise.all(texts)).join("\n");
    const blocks = [...whole.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, text = ""]) => text);
    const lines = blocks.flatMap((text) => text.match(/^npx create-api-route.*$/gm) ?? []);
    expect(lines.length).toBeGreaterThan(4);
    const routes = /```ya?ml\n(# yaml-language-server[\s\S]*?)```/.exec(whole)?.[1] ?? "";
    for (const line of lines) {
      const fresh = await freshApp();
      await writeAll(fresh, { "routes.yml": routes });
      await hasVitest(fresh);
      const { code, stderr } = await tool(shellWords(line.replace(/ #.*$/, "")).slice(2), fresh);
      expect(code, `${line}\n${stderr}`).toBe(0);
    }
  });
});

/** What the lines ask of an app besides Next.js. */
async function hasVitest(folder: string): Promise<void> {
  const file = path.join(folder, "package.json");
  const manifest = (await fs.readJson(file)) as { devDependencies?: object };
  await fs.writeJson(file, {
    ...manifest,
    devDependencies: { ...manifest.devDependencies, vitest: "^4.1.12" },
  });
}

describe("a command that is misspelt", () => {
  test("is an error, and nothing is written", async () => {
    const before = treeOf(app);
    expect(await tool(["undoo"], app)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        'error "undoo" is no command.\n      Did you mean `undo`? For a route of that name write `./undoo`.\n\nNo files were written.\n',
    });
    expect((await tool(["helpp", "undo"], app)).code).toBe(2);
    for (const name of commandNames.filter((each) => !Object.hasOwn(commandTable, each)))
      expect((await tool([name], app)).stderr, name).toContain(
        `For a route of that name write \`./${name}\`.`,
      );
    expect(treeOf(app)).toEqual(before);
  });

  test("may be a route all the same", async () => {
    for (const args of [["./undoo"], ["--", "undoo"], ["undoo/posts"], ["last"], ["./help"]])
      expect((await tool(["--dry-run", ...args], app)).stdout, args.join(" ")).toContain("would be created");
  });
});

describe("completion", () => {
  test.each(shells)("of %s: the script, and the same as JSON", async (shell) => {
    const { code, stdout, stderr } = await tool(["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("create-api-route complete ");
    expect(JSON.parse((await tool(["completion", shell, "--json"])).stdout)).toEqual({
      ok: true,
      shell,
      script: stdout.slice(0, -1),
    });
  });

  test.each([
    [[], "error No shell was given: the argument <shell> is missing.\n      There are bash, "],
    [["bsh"], 'error There is no completion for "bsh".\n      Did you mean bash? There are bash, '],
  ])("of no shell that there is: %j", async (args, said) => {
    const { code, stdout, stderr } = await tool(["completion", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });

  test("the callback answers and says nothing else, whatever the app is", async () => {
    const ask = (words: string[], cwd?: string) => tool(["complete", "--", ...words], cwd);
    expect(await ask(["posts/"], app)).toEqual({ code: 0, stdout: "posts/[id]/\n:6\n", stderr: "" });
    expect(await ask(["und"])).toEqual({
      code: 0,
      stdout: `undo\t${commandTable.undo.summary}\n:4\n`,
      stderr: "",
    });
    expect(await ask(["--cwd", "nowhere", "x"])).toEqual({ code: 0, stdout: ":4\n", stderr: "" });
    const broken = path.join(scratch, "unreadable");
    await writeAll(broken, { "package.json": "{", "app/api/posts/route.ts": "" });
    expect(await ask(["p"], broken)).toEqual({ code: 0, stdout: ":4\n", stderr: "" });
  });
});

/** What stands on the line after a tab, by what was typed. */
const typed: readonly (readonly [typed: string, completed: string])[] = [
  ["und", "undo "],
  ["po", "posts/"],
  ["posts/", "posts/\\[id\\]/"],
  ["posts/\\[", "posts/\\[id\\]/"],
  ["posts/:", "posts/:id/"],
  ["\\(", "\\(admin\\)/"],
  ["\\(admin\\)/", "\\(admin\\)/users/"],
  ["--templ", "--template "],
  ["--template=res", "--template=resource "],
  ["-t res", "-t resource "],
  ["-m GET,PA", "-m GET,PATCH "],
  ["--habit resp", "--habit response="],
  ["--habit response=Nex", "--habit response=NextResponse.json "],
  ["--habit error=\\{\\ m", "--habit error=\\{\\ message\\ \\} "],
  ["--cwd src/a", "--cwd src/app/"],
  // A folder beside it is called `$(touch hurt)`.
  ["--cwd src/", "--cwd src/app/"],
  ["--cwd my\\ o", "--cwd my\\ own/"],
  ["completion z", "completion zsh "],
  ["-t 'res", "-t 'resource' "],
  ["-t 'basic' 'posts/[id]' --dr", "-t 'basic' 'posts/[id]' --dry-run "],
  // What would be run or written when the line is entered, and not before.
  ["$(touch hurt) --dr", "$(touch hurt) --dry-run "],
  ["`touch hurt` zz", "`touch hurt` zz"],
  ["--cwd=$(touch hurt)=", "--cwd=$(touch hurt)="],
  ["posts --diff > hurt --dr", "posts --diff > hurt --dry-run "],
  ["posts 2>hurt; create-api-route --dr", "posts 2>hurt; create-api-route --dry-run "],
  ['posts | create-api-route "$(touch hurt)" --dr', 'posts | create-api-route "$(touch hurt)" --dry-run '],
  ["--from 'r$(touch hurt)", "--from 'r$(touch hurt)' "],
];

/** Shells that ask nothing of the user's own set-up. */
const settings = {
  bash: { args: ["--norc", "--noprofile", "-i"], start: "bind 'set enable-bracketed-paste off'" },
  // What it does by itself with a tab is to evaluate the word first: for every command, and not by our script.
  zsh: { args: ["-f", "-i"], start: "autoload -Uz compinit; compinit -u -D; bindkey '^I' complete-word" },
};

describe.each(["bash", "zsh"] as const)("a real %s", (shell) => {
  const program = spawnSync("sh", ["-c", `command -v ${shell}`], { encoding: "utf8" }).stdout.trim();

  test.skipIf(program === "")("completes what is typed", async () => {
    const bin = path.join(scratch, "bin");
    const file = programIn(home);
    await fs.outputFile(
      path.join(bin, "create-api-route"),
      `#!/bin/sh\nexec "${process.execPath}" "${file}" "$@"\n`,
    );
    await fs.chmod(path.join(bin, "create-api-route"), 0o755);
    const options: TerminalOptions = {
      cwd: app,
      columns: 120,
      env: { PATH: `${bin}:${process.env["PATH"] ?? ""}`, PS1: "", HOME: scratch },
    };
    const { args, start } = settings[shell];
    const terminal = openTerminal(program, args, options);
    // Twice, as a shell does whose start-up file is read again.
    const load = `source <(create-api-route completion ${shell})`;
    await terminal.paste(`PROMPT='> '; PS1='> '; ${start}; ${load}; ${load}; clear; echo re""ady`);
    await terminal.press("enter");
    await terminal.until("ready");
    expect(terminal.screen()).not.toContain("readonly");
    for (const [text, completed] of typed) {
      await terminal.paste(`create-api-route ${text}`);
      await terminal.until(text);
      await terminal.press("tab");
      // The cursor shows whether there is a space.
      await terminal.paste("X");
      await terminal.until(`> create-api-route ${completed}X`);
      await terminal.press("ctrl-u");
      await terminal.untilGone(`${completed}X`);
      expect(await fs.pathExists(path.join(app, "hurt")), text).toBe(false);
    }
  });
});
