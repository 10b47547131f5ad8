import { expect, test } from "vitest";
import type { Report } from "../../../src/model.js";
import type { Colors } from "../../../src/report/colors.js";
import { problemText, reportText, warningText } from "../../../src/report/text.js";
import { projectOf } from "../../support/pipeline.js";

const plain = (text: string) => text;
const noColors: Colors = { bold: plain, dim: plain, green: plain, red: plain, yellow: plain };
const tagged = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`;
const tags: Colors = {
  bold: tagged("bold"),
  dim: tagged("dim"),
  green: tagged("green"),
  red: tagged("red"),
  yellow: tagged("yellow"),
};

const route: Report["changes"][number] = {
  action: "create",
  before: undefined,
  path: "app/api/posts/route.ts",
  text: "",
  purpose: {
    kind: "route",
    route: "/api/posts",
    methods: ["GET", "POST"],
    adds: ["GET", "POST"],
    open: [],
    auth: undefined,
  },
};
const data: Report["changes"][number] = {
  action: "create",
  before: undefined,
  path: "app/api/posts/data.ts",
  text: "",
  purpose: { kind: "module", exports: ["fetchPosts"], neededBy: ["app/api/posts/route.ts"] },
};

function textOf(changes: Report["changes"], dryRun = false): string {
  return reportText({ dryRun, project: projectOf(), changes, warnings: [] }, noColors);
}

test("says what was created, file by file", () => {
  expect(textOf([route, data])).toBe(
    [
      "  create     app/api/posts/route.ts  GET, POST /api/posts",
      "  create     app/api/posts/data.ts   sample data: replace it with your database",
      "",
      "Created 2 files.",
    ].join("\n"),
  );
});

test("counts one file as one, and only those that are created", () => {
  const [first, second, ...rest] = textOf([route, { ...data, action: "unchanged" }]).split("\n");
  expect(first).toBe("  create     app/api/posts/route.ts  GET, POST /api/posts");
  expect(second).toMatch(/^ {2}unchanged {2}app\/api\/posts\/data\.ts\b/);
  expect(rest).toEqual(["", "Created 1 file."]);
});

test("says that there was nothing to do, in a dry run too", () => {
  for (const dryRun of [true, false]) {
    const text = textOf([{ ...route, action: "unchanged" }], dryRun);
    expect(text).toMatch(/\n\nNothing to do: every method that was asked for is there\.$/);
    expect(text).not.toContain("Created");
  }
});

test("a dry run says that nothing was written", () => {
  expect(textOf([route], true)).toMatch(/\n\nDry run: 1 file would be created\. No files were written\.$/);
  expect(textOf([route, data], true)).toMatch(
    /\n\nDry run: 2 files would be created\. No files were written\.$/,
  );
});

test("an unchanged data module is not called a sample store: it may be the app's own", () => {
  expect(textOf([{ ...data, action: "unchanged" }])).not.toContain("replace it with your database");
});

test("a warning is a line of its own", () => {
  const warnings = [
    { code: "NEXT_UNTESTED", message: "One." },
    { code: "DATA_KEPT", message: "Two." },
  ] as const;
  expect(warningText(warnings, noColors)).toBe("warning One.\nwarning Two.");
});

test("a problem comes with what to do, and with the state of the project", () => {
  const problems = [
    { code: "USAGE", message: "One.", hint: "Do this." },
    { code: "FILE_EXISTS", message: "Two.", hint: "Do that." },
  ] as const;
  expect(problemText(problems, [], noColors)).toBe(
    "error One.\n      Do this.\nerror Two.\n      Do that.\n\nNo files were written.",
  );
});

test("colours mark the words that carry the state, and change no text", () => {
  const report = { dryRun: false, project: projectOf(), changes: [route, data], warnings: [] };
  const colored = reportText(report, tags);
  expect(colored).toContain("<green>create   </green>");
  expect(colored.replace(/<\/?\w+>/g, "")).toBe(reportText(report, noColors));
  expect(problemText([{ code: "USAGE", message: "One.", hint: "" }], [], tags)).toContain(
    "<red>error</red> One.",
  );
  expect(warningText([{ code: "DATA_KEPT", message: "Two." }], tags)).toBe("<yellow>warning</yellow> Two.");
});
