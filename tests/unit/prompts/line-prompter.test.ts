import type { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { cancelled } from "../../../src/errors.js";
import { linePrompter } from "../../../src/prompts/line-prompter.js";
import type { Prompter } from "../../../src/spec/questions.js";
import { fakeTerminal } from "../../support/fake-terminal.js";
import { plainColors } from "../../../src/report/colors.js";

/** Asks, and answers line by line, as a terminal hands lines on. */
async function answered<T>(ask: (prompter: Prompter) => Promise<T>, lines: readonly string[]) {
  const terminal = fakeTerminal();
  const prompter = linePrompter({ streams: terminal.streams, colors: plainColors, cancelled });
  let answer: unknown = "nothing yet";
  const done = ask(prompter).then(
    (value) => (answer = value),
    (error: unknown) => (answer = error),
  );
  await terminal.settle();
  for (const line of lines) await terminal.send(`${line}\n`);
  // Nothing moves a cursor or colours anything, and no key is read by itself.
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(terminal.raw()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
  expect(terminal.rawModes).toEqual([]);
  return { ...terminal, prompter, done, answer: () => answer };
}

const choices = [
  { name: "collection", summary: "all of them" },
  { name: "item" },
  { name: "optional catch-all" },
] as const;
const one = (prompter: Prompter) => prompter.choose({ message: "What is it?", choices, initial: "item" });
const methods = ["GET", "HEAD", "POST"].map((name) => ({ name }));
const some = (prompter: Prompter) =>
  prompter.chooseSome({ message: "Which methods?", choices: methods, initial: ["GET", "POST"] });
const text =
  (initial = "", known: readonly string[] = []) =>
  (prompter: Prompter) =>
    prompter.text({
      message: "Which route?",
      initial,
      judge: (value) => ({ isRefused: value === "" || value.includes(" "), note: `Not "${value}".` }),
      completions: () => known,
    });
const sure = (prompter: Prompter) => prompter.confirm({ message: "Write this file?" });

describe("one of several", () => {
  test("is shown with numbers, and the default in brackets", async () => {
    const { raw } = await answered(one, []);
    expect(raw()).toBe(
      "What is it?\n  1) collection: all of them\n  2) item\n  3) optional catch-all\nNumber or name [item] ",
    );
  });

  test.each<[string[], string]>([
    [["1"], "collection"],
    [["  3 "], "optional catch-all"],
    [["Collection"], "collection"],
    [["optional catch-all"], "optional catch-all"],
    [[""], "item"],
    [["4", "1"], "collection"],
    [["0", "what", "ITEM"], "item"],
  ])("%j is %s", async (lines, name) => {
    const { answer } = await answered(one, lines);
    expect(answer()).toBe(name);
  });

  test("what there is not is told, and asked for again", async () => {
    const { raw, answer } = await answered(one, ["7"]);
    expect(raw()).toMatch(/\[item\] There is no "7"\.\nNumber or name \[item\] $/);
    expect(answer()).toBe("nothing yet");
  });
});

describe("some of several", () => {
  test.each<[string[], string[]]>([
    [[""], ["GET", "POST"]],
    [["1,2"], ["GET", "HEAD"]],
    [["get post"], ["GET", "POST"]],
    [["get, 3 ,"], ["GET", "POST"]],
    [["GET,FETCH", "HEAD"], ["HEAD"]],
    [[",", "2"], ["HEAD"]],
  ])("%j is %j", async (lines, names) => {
    const { answer } = await answered(some, lines);
    expect(answer()).toEqual(names);
  });

  test("at least one is chosen, and the first that there is not is named", async () => {
    const { raw } = await answered(some, [" , ", "GET FETCH 9"]);
    expect(raw()).toContain("Choose at least one.\n");
    expect(raw()).toContain('There is no "FETCH".\n');
  });
});

describe("a text", () => {
  test.each<[string, string[], string]>([
    ["", ["posts"], "posts"],
    ["", ["", "posts"], "posts"],
    ["posts", [""], "posts"],
    ["posts", ["a b", "tags"], "tags"],
    ["", ["  posts  "], "posts"],
  ])("with %j to begin with, %j is %s", async (initial, lines, value) => {
    const { answer } = await answered(text(initial), lines);
    expect(answer()).toBe(value);
  });

  test("what is refused is told; what there is, is shown before", async () => {
    const { raw } = await answered(text("", ["users/", "news/"]), ["a b"]);
    expect(raw()).toBe('There are: users/  news/\nWhich route? Not "a b".\nWhich route? ');
  });
});

describe("a yes", () => {
  test.each<[string[], boolean]>([
    [[""], true],
    [["y"], true],
    [["YES"], true],
    [["n"], false],
    [["No"], false],
    [["maybe", "n"], false],
  ])("%j is %j", async (lines, isSure) => {
    const { answer } = await answered(sure, lines);
    expect(answer()).toBe(isSure);
  });
});

describe("the end of the input", () => {
  test.each([
    ["one", one],
    ["some", some],
    ["a text", text()],
    ["a yes", sure],
  ])("cancels the question for %s, and leaves the line", async (_what, ask) => {
    const { endInput, done, answer, raw } = await answered<unknown>(ask, []);
    endInput();
    await done;
    expect(answer()).toMatchObject({ exitCode: 130, problems: [{ code: "CANCELLED" }] });
    expect(raw().endsWith("\n")).toBe(true);
  });

  test("a last line without a line break is an answer", async () => {
    const { streams, endInput, done, answer } = await answered(one, []);
    (streams.stdin as unknown as PassThrough).write("1");
    endInput();
    await done;
    expect(answer()).toBe("collection");
  });
});

test("one question after the other; between them nothing listens, and the process can end", async () => {
  const before = process.listenerCount("SIGINT");
  const { prompter, send, settle, answer, streams } = await answered(one, ["1"]);
  expect(answer()).toBe("collection");
  expect(process.listenerCount("SIGINT")).toBe(before);
  expect(streams.stdin.isPaused()).toBe(true);
  const next = prompter.chooseSome({ message: "Which?", choices: methods, initial: [] });
  await settle();
  expect(process.listenerCount("SIGINT")).toBe(before + 1);
  await send("2\n");
  expect(await next).toEqual(["HEAD"]);
});
