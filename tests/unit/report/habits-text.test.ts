import pc from "picocolors";
import { expect, test } from "vitest";
import type { FileChange } from "../../../src/model.js";
import type { Habit } from "../../../src/project/habits/habits.js";
import { habitsText, likeness } from "../../../src/report/habits-text.js";
import { trial } from "../../support/trial.js";

const noColors = pc.createColors(false);

const seen: Habit = { name: "response", value: "NextResponse.json", source: "app", from: ["a.ts", "b.ts"] };
const asked: Habit = { name: "quotes", value: "single", source: "option", from: [] };
const set: Habit = { name: "indent", value: "4", source: "config", from: [] };

function change(path: string, habits: readonly Habit[], action: FileChange["action"] = "create"): FileChange {
  const purpose = {
    kind: "route",
    route: "/",
    methods: [],
    adds: [],
    open: [],
    needs: undefined,
    trial,
    habits,
  } as const;
  return { action, path, before: undefined, text: "", purpose };
}

test("files that share their habits share a list", () => {
  const changes = [
    change("one.ts", [seen, asked, set]),
    change("two.ts", [seen, asked, set]),
    change("three.ts", [asked]),
  ];
  expect(habitsText(changes, noColors)).toEqual([
    "Habits that one.ts, two.ts follow:\n" +
      "  response  NextResponse.json  a.ts and 1 more\n" +
      "  quotes    single             --habit\n" +
      "  indent    4                  the config",
    "Habits that three.ts follows:\n  quotes  single  --habit",
  ]);
});

test("what is not written follows nothing", () => {
  expect(habitsText([change("one.ts", [seen], "unchanged"), change("two.ts", [])], noColors)).toEqual([]);
  expect(likeness([change("one.ts", [seen], "update"), change("two.ts", [asked])])).toBeUndefined();
});

test("the file that most was taken from is named", () => {
  const other: Habit = { ...set, source: "app", from: ["b.ts"] };
  expect(likeness([change("one.ts", [seen, other])])).toBe(
    "Written like b.ts and 1 more; before a run, --dry-run shows what is taken from them.",
  );
  expect(likeness([change("one.ts", [other])])).toBe(
    "Written like b.ts; before a run, --dry-run shows what is taken from it.",
  );
});
