import path from "node:path";
import fs from "fs-extra";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyApp, makeScratch, packTool, unpackTool } from "../../scripts/next-app.mjs";
import { bundle } from "../support/bundle.js";
import { openTerminal, openTool, type TerminalOptions } from "../support/terminal.js";

let scratch: string;
let questions: string;

beforeAll(async () => {
  scratch = await makeScratch();
  questions = await bundle("tests/support/questions-child.ts", scratch);
});
afterAll(async () => {
  await fs.remove(scratch);
});

const ask = (options: Partial<TerminalOptions> = {}) =>
  openTerminal(process.execPath, [questions], { cwd: scratch, ...options });

const evaluate = (code: string, options: Partial<TerminalOptions> = {}) =>
  openTerminal(process.execPath, ["-e", code], { cwd: scratch, ...options });

describe("a program that asks", () => {
  test("is answered by typing, arrows and space, and the cursor is back at the end", async () => {
    const terminal = ask();
    await terminal.until("What is it called?");
    expect(terminal.isCursorVisible()).toBe(true);
    await terminal.type("postz");
    await terminal.press("backspace");
    await terminal.type("s");
    await terminal.until("› posts");
    await terminal.press("enter");
    await terminal.until("Which one?");
    expect(terminal.isCursorVisible()).toBe(false);
    await terminal.press("down", "down", "up", "enter");
    await terminal.until("Which ones?");
    await terminal.press("space", "down", "down", "space", "enter");
    await terminal.until("Is that right?");
    await terminal.type("y");

    expect(await terminal.ended()).toEqual({ exitCode: 0, signal: undefined });
    expect(terminal.isCursorVisible()).toBe(true);
    expect(terminal.screen()).toBe(
      [
        "✔ What is it called? … posts",
        "✔ Which one? › green",
        "✔ Which ones? › red, blue",
        "✔ Is that right? … yes",
        '{"name":"posts","one":"green","some":["red","blue"],"sure":true}',
      ].join("\n"),
    );
  });

  test.each(["ctrl-c", "ctrl-d", "escape"] as const)("is left with %s", async (key) => {
    const terminal = ask();
    await terminal.until("What is it called?");
    await terminal.paste("posts");
    await terminal.press("enter");
    await terminal.until("Which one?");
    await terminal.press(key);
    expect(await terminal.ended()).toEqual({ exitCode: 130, signal: undefined });
    expect(terminal.screen()).toBe(
      '✔ What is it called? … posts\n✖ Which one? › red\nCancelled.\n{"name":"posts"}',
    );
    expect(terminal.isCursorVisible()).toBe(true);
  });

  test("in a window that is narrower than its lines", async () => {
    const terminal = ask({ columns: 40 });
    await terminal.until("What is it called?");
    await terminal.type("a-name-that-does-not-fit-beside-it");
    await terminal.until("called? › a-name-that-does-not-fit-beside-it");
    expect(terminal.screen()).toBe("? What is it called? › a-name-that-does-\nnot-fit-beside-it");
    await terminal.press("enter");
    await terminal.until("Which one?");
    expect(terminal.text()).toContain("✔ What is it called? … a-name-that-does-not-fit-beside-it\n");
    for (const line of terminal.screen().split("\n")) expect(line.length).toBeLessThanOrEqual(40);
  });

  test("a question that was answered is gone", async () => {
    const terminal = ask();
    await terminal.until("? What is it called?");
    await terminal.press("enter");
    await terminal.untilGone("? What is it called?");
    expect(terminal.shows("✔ What is it called?")).toBe(true);
  });
});

describe("a terminal", () => {
  test("is one on every stream, and nothing of the test runner is in it", async () => {
    const terminal = evaluate(
      `const { CI, NO_COLOR, FORCE_COLOR, VITEST, TERM, XDG_STATE_HOME } = process.env;
       console.log([0, 1, 2].every((fd) => require("tty").isatty(fd)), process.stdout.columns, process.stdout.rows);
       console.log(JSON.stringify({ CI, NO_COLOR, FORCE_COLOR, VITEST, TERM }));
       console.log(XDG_STATE_HOME.startsWith(${JSON.stringify(path.dirname(scratch))}));`,
      { env: { CI: "true" } },
    );
    await terminal.ended();
    expect(terminal.screen()).toBe('true 80 24\n{"CI":"true","TERM":"xterm-256color"}\ntrue');
  });

  test("keeps what scrolls off, and every byte", async () => {
    const terminal = evaluate("for (let line = 1; line <= 60; line += 1) console.log(`line ${line}`);");
    await terminal.ended();
    expect(terminal.screen()).toMatch(/^line 1\nline 2\n[^]*\nline 60$/);
    expect(terminal.raw()).toMatch(/^line 1\r\nline 2\r\n[^]*line 60\r\n$/);
  });

  test("tells the program when it is resized", async () => {
    const terminal = evaluate(
      "process.stdout.on('resize', () => { console.log('now', process.stdout.columns); process.exit(3); }); setTimeout(() => 0, 60000); console.log('ready')",
    );
    await terminal.until("ready");
    terminal.resize(40);
    expect(await terminal.ended()).toEqual({ exitCode: 3, signal: undefined });
    expect(terminal.screen()).toBe("ready\nnow 40");
  });

  test("tells which signal ended the program", async () => {
    const terminal = evaluate("setTimeout(() => 0, 60000); console.log('ready')");
    await terminal.until(/^ready$/m);
    terminal.signal("SIGTERM");
    expect(await terminal.ended()).toMatchObject({ signal: "SIGTERM" });
  });

  test("fails with the screen in the message", async () => {
    const terminal = evaluate("console.log('something else')");
    await expect(terminal.until("what is wanted")).rejects.toThrow(
      /^The program ended \(0\) before the screen showed what is wanted\.\n─{80}\nsomething else\n─{80}$/,
    );
    await expect(terminal.type("x")).rejects.toThrow('The program had ended before "x".');
  });

  test("is closed with a program that does not want to end", async () => {
    const terminal = evaluate(
      "for (const name of ['SIGHUP', 'SIGTERM', 'SIGINT']) process.on(name, () => 0); setTimeout(() => 0, 60000); console.log('ready')",
    );
    await terminal.until("ready");
    await terminal.close();
    expect(await terminal.ended()).toMatchObject({ signal: "SIGKILL" });
  });
});

test("the tool is in colour at a terminal, and leaves the cursor there", async () => {
  const app = path.join(scratch, "app");
  await copyApp("example", app);
  await unpackTool(app, await packTool(scratch));
  const terminal = openTool(app, ["posts"]);
  expect(await terminal.ended()).toEqual({ exitCode: 0, signal: undefined });
  expect(terminal.screen()).toContain("Created 2 files.");
  expect(terminal.raw()).toContain("\u001b[32mcreate");
  expect(terminal.isCursorVisible()).toBe(true);

  const plain = openTool(app, ["tags"], { env: { NO_COLOR: "1" } });
  await plain.ended();
  expect(plain.raw()).not.toContain("\u001b[");
});
