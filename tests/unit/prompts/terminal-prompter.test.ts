import { describe, expect, test } from "vitest";
import { cancelled } from "../../../src/errors.js";
import { terminalPrompter } from "../../../src/prompts/terminal-prompter.js";
import type { Prompter } from "../../../src/spec/questions.js";
import { fakeTerminal, keys } from "../../support/fake-terminal.js";
import { plainColors } from "../../../src/report/colors.js";

async function answered<T>(ask: (prompter: Prompter) => Promise<T>, sent: readonly string[]) {
  const terminal = fakeTerminal();
  const prompter = terminalPrompter({ streams: terminal.streams, colors: plainColors, cancelled });
  let answer: unknown = "nothing yet";
  const done = ask(prompter).then(
    (value) => (answer = value),
    (error: unknown) => (answer = error),
  );
  await terminal.settle();
  for (const key of sent) await terminal.send(key);
  return { ...terminal, done, answer: () => answer };
}

const { up, down, enter, backspace, f1 } = keys;
const choices = [{ name: "collection", summary: "all" }, { name: "item" }, { name: "both" }] as const;
const one =
  (initial = "item") =>
  (prompter: Prompter) =>
    prompter.choose({ message: "What is it?", choices, initial });
const some =
  (initial: readonly string[] = ["item"]) =>
  (prompter: Prompter) =>
    prompter.chooseSome({ message: "Which?", choices, initial });
const sure = (prompter: Prompter) => prompter.confirm({ message: "Write this file?" });

describe("one of several", () => {
  test.each<[string[], string]>([
    [[enter], "item"],
    [[down, enter], "both"],
    [[down, down, enter], "collection"],
    [[up, up, enter], "both"],
    [[f1, "x", backspace, enter], "item"],
  ])("%j is %s", async (sent, name) => {
    const { answer, lines } = await answered(one(), sent);
    expect(answer()).toBe(name);
    expect(lines()).toEqual([`✔ What is it? › ${name}`]);
  });

  test("a default that is not among them is the first", async () => {
    const { answer } = await answered(one("gone"), [enter]);
    expect(answer()).toBe("collection");
  });
});

describe("some of several", () => {
  test.each<[string[], string[]]>([
    [[enter], ["item"]],
    [
      [" ", enter],
      ["collection", "item"],
    ],
    [[down, " ", down, " ", enter], ["both"]],
    // None is no answer.
    [[down, " ", enter, down, " ", enter], ["both"]],
    [[f1, enter], ["item"]],
  ])("%j is %j", async (sent, names) => {
    const { answer } = await answered(some(), sent);
    expect(answer()).toEqual(names);
  });

  test("they come in the order of the list, whatever was ticked first", async () => {
    const { answer } = await answered(some(["both"]), [" ", enter]);
    expect(answer()).toEqual(["collection", "both"]);
  });
});

describe("a yes", () => {
  test.each<[string[], boolean]>([
    [[enter], true],
    [["y"], true],
    [["n"], false],
    [["N"], false],
    [["x", f1, "n"], false],
  ])("%j is %j", async (sent, isSure) => {
    const { answer } = await answered(sure, sent);
    expect(answer()).toBe(isSure);
  });
});

describe("every way out", () => {
  const questions = { one: one(), some: some(), "a yes": sure } as const;
  const ways = ["ctrl-c", "ctrl-d", "escape", "end"] as const;
  test.each(
    Object.keys(questions).flatMap((name) =>
      ways.map((way) => [name as keyof typeof questions, way] as const),
    ),
  )("of the question for %s by %s cancels it, and the terminal is as it was", async (name, way) => {
    const signals = process.listenerCount("SIGTERM");
    const terminal = await answered<unknown>(questions[name], []);
    expect(process.listenerCount("SIGTERM")).toBe(signals + 1);
    if (way === "end") terminal.endInput();
    else await terminal.send(keys[way]);
    await terminal.done;
    await terminal.settle();
    expect(terminal.answer()).toMatchObject({ exitCode: 130 });
    expect(terminal.rawModes).toEqual([true, false]);
    expect(terminal.raw().lastIndexOf("\u001b[?25h")).toBeGreaterThan(
      terminal.raw().lastIndexOf("\u001b[?25l"),
    );
    expect(process.listenerCount("SIGTERM")).toBe(signals);
  });
});
