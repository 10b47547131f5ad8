import { ShellCompDirective } from "@bomb.sh/tab";
import { expect, test } from "vitest";
import { directives, toldToShell, unquoted } from "../../../src/completion/told-to-shell.js";

const typed = (text: string, before = "", isQuoted = false) => ({ text, before, isQuoted });

test("the directives are the library's", () => {
  expect(directives).toEqual({
    noSpace: ShellCompDirective.ShellCompDirectiveNoSpace,
    noFiles: ShellCompDirective.ShellCompDirectiveNoFileComp,
  });
});

test("a line for each candidate, and what is gone on from gets no space", () => {
  const candidates = [{ name: "undo", summary: "take\nback" }, { name: "posts" }];
  expect(toldToShell(candidates, typed(""), undefined)).toBe("undo\ttake back\nposts\n:4");
  expect(toldToShell([{ name: "posts/" }], typed(""), undefined)).toBe("posts/\n:6");
  expect(toldToShell([], typed("x"), undefined)).toBe(":4");
});

test("each shell gets what it compares with", () => {
  const habit = [{ name: "error={ error: { message } }" }];
  const line = typed("error=", "--habit=");
  expect(toldToShell(habit, line, "bash")).toBe("--habit=error={ error: { message } }\n:4");
  expect(toldToShell(habit, line, "fish")).toBe("error={ error: { message } }\n:4");
  expect(toldToShell([{ name: "docs/[...slug]/" }], typed(""), "zsh")).toBe("docs/\\\\[...slug\\\\]/\n:6");
  expect(toldToShell([{ name: "(a)/:id/" }], typed("(", "", true), "zsh")).toBe("(a)/\\:id/\n:6");
});

test("a name that a shell would run, or take for several, is left out", () => {
  const names = ["$(touch x)/", "`x`/", "a\nb/", 'q"/', "it's/", "a\\b/", "good one/"];
  expect(
    toldToShell(
      names.map((name) => ({ name })),
      typed(""),
      "bash",
    ),
  ).toBe("good one/\n:6");
});

test.each([
  ["posts/\\[id\\]/", "posts/[id]/", false],
  ["'posts/[id", "posts/[id", true],
  ['"my web"', "my web", true],
  ["posts/'[id]'/\"a b\"", "posts/[id]/a b", false],
  ["'it'\\''s", "it's", true],
  ['"a \\"b\\" \\c', 'a "b" \\c', true],
  ["$(touch x)`touch x`", "$(touch x)`touch x`", false],
  ["plain", "plain", false],
])("%s as bash and zsh hand it over is %s", (raw, word, isQuoted) => {
  expect(unquoted(raw)).toEqual({ word, isQuoted });
});
