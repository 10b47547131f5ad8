import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cancelled } from "../../../src/errors.js";
import { terminalPrompter } from "../../../src/prompts/terminal-prompter.js";
import { columns as columnsOf } from "../../../src/render/columns.js";
import type { TextQuestion } from "../../../src/spec/questions.js";
import { fakeTerminal, keys } from "../../support/fake-terminal.js";
import { plainColors } from "../../../src/report/colors.js";

const question: TextQuestion = {
  message: "Which route?",
  initial: "",
  judge: (text) => ({ isRefused: text.includes("!") || text === "", note: text === "" ? "e.g. posts" : "" }),
  completions: () => [],
};

const folders = ["users/", "users/[id]/", "users/[id]/orders/", "news/"];
const completions = (text: string) => folders.filter((folder) => folder.startsWith(text));

/** Asks, and has the answer, or the error, when it is there. */
function asked(more: Partial<TextQuestion> = {}, width?: number) {
  const terminal = fakeTerminal(width);
  const prompter = terminalPrompter({ streams: terminal.streams, colors: plainColors, cancelled });
  let answer: unknown;
  const done = prompter.text({ ...question, ...more }).then(
    (text) => (answer = text),
    (error: unknown) => (answer = error),
  );
  return { ...terminal, answer: () => answer, done, prompter };
}

async function typed(sent: readonly string[], more?: Partial<TextQuestion>, width?: number) {
  const terminal = asked(more, width);
  await terminal.settle();
  for (const text of sent) await terminal.send(text);
  return terminal;
}

describe("what is typed", () => {
  test("is the answer, and the terminal is given back", async () => {
    const terminal = await typed(["p", "o", "s", "t", "s", keys.enter]);
    expect(terminal.answer()).toBe("posts");
    expect(terminal.lines()).toEqual(["✔ Which route? › posts"]);
    expect(terminal.rawModes).toEqual([true, false]);
    expect(terminal.raw().endsWith("\u001b[?25h")).toBe(true);
    expect(terminal.streams.stdin.isPaused()).toBe(true);
  });

  test.each<[string, string[], string]>([
    ["an initial text goes on", ["s"], "posts"],
    ["backspace", [keys.backspace, keys.backspace, "rt"], "port"],
    ["the middle", [keys.left, keys.left, "_"], "po_st"],
    ["the start", [keys.home, "a/"], "a/post"],
    ["Ctrl-A and Ctrl-E", ["\u0001", "a", "\u0005", "z"], "apostz"],
    ["the start, and back to the end", [keys.home, keys.end, "s"], "posts"],
    ["delete at the cursor", [keys.home, keys.delete, keys.right, keys.delete], "ot"],
    ["nothing to take away", [keys.delete, keys.home, keys.backspace, keys.left], "post"],
    ["Ctrl-G takes the initial text again", ["s/x", "\u0007"], "post"],
    ["wide characters, one at a time", ["日本", keys.left, keys.backspace, "中"], "post中本"],
    ["characters of two units", ["😀a", keys.left, keys.backspace], "posta"],
    ["a text pasted at once", ["s/[id]/comments"], "posts/[id]/comments"],
  ])("%s", async (_what, sent, answer) => {
    const terminal = await typed([...sent, keys.enter], { initial: "post" });
    expect(terminal.answer()).toBe(answer);
    expect(terminal.lines()).toEqual([`✔ Which route? › ${answer}`]);
  });

  test.each(["f1", "f5", "up", "down", "alt-x", "ctrl-b", "ctrl-z"] as const)(
    "%s is no letter",
    async (key) => {
      const terminal = await typed(["po", keys[key], "sts", keys.enter]);
      expect(terminal.answer()).toBe("posts");
    },
  );

  test.each(["\r", "\n", "\r\n"])("pasted with %j, the rest of the lines answers nothing", async (end) => {
    const terminal = await typed([`posts${end}tags${end}`]);
    expect(terminal.answer()).toBe("posts");
    const next = terminal.prompter.text(question);
    await terminal.settle();
    expect(terminal.lines().at(-2)).toBe("? Which route? ›");
    await terminal.send(`news${keys.enter}`);
    expect(await next).toBe("news");
  });

  test.each(["ctrl-c", "ctrl-d", "escape"] as const)("%s cancels", async (key) => {
    const terminal = await typed(["posts", keys.left, keys[key]]);
    // An escape is told from the start of another key by the silence after it.
    await terminal.done;
    await terminal.settle();
    expect(terminal.answer()).toMatchObject({ problems: [{ code: "CANCELLED" }] });
    expect(terminal.lines()).toEqual(["✖ Which route? › posts"]);
    expect(terminal.rawModes).toEqual([true, false]);
  });

  test("the end of the input cancels", async () => {
    const terminal = await typed(["po"]);
    terminal.endInput();
    await terminal.done;
    expect(terminal.answer()).toMatchObject({ problems: [{ code: "CANCELLED" }] });
  });
});

describe("what is said meanwhile", () => {
  const judge = (text: string) =>
    text.includes("!") ? { isRefused: true, note: "No marks." } : { isRefused: false, note: `app/${text}` };

  test("stands below, and goes with the answer", async () => {
    const terminal = await typed(["a!"], { judge });
    expect(terminal.lines()).toEqual(["? Which route? › a!", "  No marks."]);
    await terminal.send(keys.enter);
    expect(terminal.answer()).toBeUndefined();
    await terminal.send(keys.backspace);
    expect(terminal.lines()).toEqual(["? Which route? › a", "  app/a"]);
    await terminal.send(keys.enter);
    expect(terminal.lines()).toEqual(["✔ Which route? › a"]);
  });

  test("what is refused turns red when it is given as the answer, and no sooner", async () => {
    const terminal = fakeTerminal();
    const colors = { ...plainColors, red: (text: string) => `<${text}>` };
    const prompter = terminalPrompter({ streams: terminal.streams, colors, cancelled });
    const answer = prompter.text({ ...question, judge });
    await terminal.send("!");
    expect(terminal.lines()[1]).toBe("  No marks.");
    await terminal.send(keys.enter);
    expect(terminal.lines()[1]).toBe("<  No marks.>");
    await terminal.send("a");
    expect(terminal.lines()[1]).toBe("  No marks.");
    await terminal.send(`${keys.backspace}${keys.backspace}b${keys.enter}`);
    expect(await answer).toBe("b");
  });

  test("at most four completions, and no line that goes over the edge", async () => {
    const many = ["aa/", "ab/", "ac/", "ad/", "ae/"];
    const wide = await typed([], { completions: () => many, judge });
    expect(wide.lines()[2]).toBe("  Tab: aa/  ab/  ac/  ad/  …");
    const narrow = await typed([], { completions: () => many, judge }, 20);
    expect(narrow.lines()[2]).toBe("  Tab: aa/  ab/  ac…");
  });
});

describe("Tab", () => {
  test.each<[string[], string]>([
    [["u", keys.tab], "users/"],
    [["u", keys.tab, keys.tab], "users/[id]/"],
    [["u", keys.tab, keys.tab, keys.tab], "users/[id]/orders/"],
    [["users/[id]/o", keys.tab], "users/[id]/orders/"],
    [["n", keys.tab, keys.tab], "news/"],
    [[keys.tab], "users/"],
    [["x", keys.tab], "x"],
    // The cursor goes to the end.
    [["us", keys.home, keys.tab, "x"], "users/x"],
  ])("%j makes %s", async (sent, answer) => {
    const terminal = await typed([...sent, keys.enter], { completions });
    expect(terminal.answer()).toBe(answer);
  });

  test("goes round where nothing more is common", async () => {
    const among = (text: string) => ["a/b/", "a/c/"].filter((folder) => folder.startsWith(text));
    const terminal = await typed(["a", keys.tab], { completions: among });
    expect(terminal.lines()[0]).toBe("? Which route? › a/");
    await terminal.send(keys.tab);
    expect(terminal.lines()[0]).toBe("? Which route? › a/b/");
  });
});

describe("on every width", () => {
  const moves = {
    [keys.left]: (at: number) => at - 1,
    [keys.right]: (at: number) => at + 1,
    [keys.home]: () => 0,
    [keys.end]: () => Number.POSITIVE_INFINITY,
  } as const;
  const letter = fc.constantFrom(...Array.from("abc/[]日本é"));
  const key = fc.oneof(
    { weight: 4, arbitrary: letter },
    { weight: 1, arbitrary: fc.array(letter, { maxLength: 30 }).map((letters) => letters.join("")) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(keys.left, keys.right, keys.home, keys.end, keys.backspace, keys.delete),
    },
  );

  /** What an editor of one line makes of the keys. */
  function edited(sent: readonly string[]): { value: string; at: number } {
    let chars: string[] = [];
    let at = 0;
    for (const text of sent) {
      if (text in moves) at = Math.min(chars.length, Math.max(0, moves[text as keyof typeof moves](at)));
      else if (text === keys.delete) chars = chars.toSpliced(at, 1);
      else if (text === keys.backspace) {
        if (at > 0) chars = chars.toSpliced((at -= 1), 1);
      } else {
        chars = chars.toSpliced(at, 0, ...Array.from(text));
        at += Array.from(text).length;
      }
    }
    return { value: chars.join(""), at };
  }

  /** Where the cursor stands behind a text, as a terminal breaks it: a wide character is not divided. */
  function placeBehind(text: string, width: number): { row: number; column: number } {
    let [row, column] = [0, 0];
    for (const char of text) {
      const wide = columnsOf(char);
      if (column + wide > width) [row, column] = [row + 1, 0];
      column += wide;
    }
    return column === width ? { row: row + 1, column: 0 } : { row, column };
  }

  test("the question stands there once, its note below, the cursor where the next letter goes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(20, 21, 40, 80, 0),
        fc.array(key, { maxLength: 25 }),
        async (width, sent) => {
          const note = "e.g. posts or a longer one, which goes over the edge";
          const judge = () => ({ isRefused: false, note });
          const terminal = await typed(sent, { judge }, width);
          const { value, at } = edited(sent);
          const head = "? Which route? › ";
          // A row that is left a column short by a wide character has a blank there.
          const shown = terminal.lines().map((line) => line.replaceAll(" ", ""));
          expect(shown).toEqual([`${head}${value}`.replaceAll(" ", ""), note.replaceAll(" ", "")]);
          const before = `${head}${Array.from(value).slice(0, at).join("")}`;
          const next = Array.from(value)[at];
          const place = placeBehind(before, width === 0 ? 200 : width);
          // Before a wide character that has no room the cursor may stand at the edge.
          if (next === undefined || columnsOf(next) === 1) expect(terminal.cursor()).toEqual(place);
          await terminal.send(keys.enter);
          expect(terminal.answer()).toBe(value);
          expect(terminal.lines().map((line) => line.replaceAll(" ", ""))).toEqual([
            `✔ Which route? › ${value}`.replaceAll(" ", ""),
          ]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
