import { expect, test } from "vitest";
import type { Report } from "../../../src/model.js";
import type { Colors } from "../../../src/report/colors.js";
import { problemText, reportText, warningText } from "../../../src/report/text.js";
import { projectOf } from "../../support/pipeline.js";
import { trial } from "../../support/trial.js";

const plain = (text: string) => text;
const noColors: Colors = { bold: plain, cyan: plain, dim: plain, green: plain, red: plain, yellow: plain };
const tagged = (tag: string) => (text: string) => `<${tag}>${text}</${tag}>`;
const tags: Colors = {
  bold: tagged("bold"),
  cyan: tagged("cyan"),
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
    needs: undefined,
    trial,
    habits: [],
  },
};
const data: Report["changes"][number] = {
  action: "create",
  before: undefined,
  path: "app/api/posts/data.ts",
  text: "",
  purpose: {
    kind: "module",
    summary: "sample data: replace it with your database",
    exports: ["fetchPosts"],
    neededBy: ["app/api/posts/route.ts"],
  },
};

function textOf(changes: Report["changes"], dryRun = false): string {
  const report = {
    dryRun,
    showsDiff: false,
    project: projectOf(),
    place: undefined,
    cwd: undefined,
    formatter: undefined,
    changes,
    warnings: [],
    isRecorded: false,
    asked: undefined,
  };
  return reportText(report, noColors);
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

test("says how to take it back, if that is possible", () => {
  const report = {
    dryRun: false,
    showsDiff: false,
    project: projectOf(),
    place: undefined,
    cwd: undefined,
    formatter: undefined,
    changes: [route],
    warnings: [],
    isRecorded: true,
    asked: undefined,
  };
  expect(reportText(report, tags)).toMatch(
    /Created 1 file\.\n<dim>Take it back: create-api-route undo<\/dim>$/,
  );
  expect(textOf([route])).not.toContain("undo");
});

test("to take it back works from the same folder", () => {
  const report = {
    dryRun: false,
    showsDiff: false,
    project: projectOf(),
    place: "my apps/web",
    cwd: "my apps/web",
    formatter: undefined,
    changes: [route],
    warnings: [],
    isRecorded: true,
    asked: undefined,
  };
  expect(reportText(report, noColors)).toMatch(/\nTake it back: create-api-route undo --cwd 'my apps\/web'$/);
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

const updated: Report["changes"][number] = {
  ...route,
  action: "update",
  before: "export function GET() {}\n",
  text: "export function GET() {}\n\nexport function POST() {}\n",
  purpose: {
    kind: "route",
    route: "/api/posts",
    methods: ["GET", "POST"],
    adds: ["POST"],
    open: [],
    needs: undefined,
    trial,
    habits: [],
  },
};

test("an update says which handlers it adds, and each kind of change is counted", () => {
  expect(textOf([updated, data])).toBe(
    [
      "  update     app/api/posts/route.ts  adds POST to /api/posts",
      "  create     app/api/posts/data.ts   sample data: replace it with your database",
      "",
      "Created 1 file, updated 1 file.",
    ].join("\n"),
  );
  expect(textOf([updated, data], true)).toMatch(
    /\n\nDry run: 1 file would be created, 1 file would be updated\. No files were written\.$/,
  );
});

test("what is replaced is shown, asked or not", () => {
  const replaced = { ...updated, action: "overwrite" as const, text: "export function POST() {}\n" };
  expect(textOf([replaced])).toBe(
    [
      "  overwrite  app/api/posts/route.ts  GET, POST /api/posts",
      "",
      "--- a/app/api/posts/route.ts",
      "+++ b/app/api/posts/route.ts",
      "@@ -1,1 +1,1 @@",
      "-export function GET() {}",
      "+export function POST() {}",
      "",
      "Replaced 1 file.",
    ].join("\n"),
  );
});

test("with --diff every change is a unified diff and nothing else", () => {
  const report = {
    dryRun: true,
    showsDiff: true,
    project: projectOf(),
    place: undefined,
    cwd: undefined,
    formatter: undefined,
    warnings: [],
    isRecorded: false,
    asked: undefined,
  };
  const changes = [
    updated,
    { ...data, text: "new\n" },
    { ...data, path: "same.ts", action: "unchanged" as const },
  ];
  const text = reportText({ ...report, changes }, noColors);
  expect(text).toContain(
    "+++ b/app/api/posts/route.ts\n@@ -1,1 +1,3 @@\n export function GET() {}\n+\n+export",
  );
  expect(text).toContain("--- /dev/null\n+++ b/app/api/posts/data.ts\n@@ -0,0 +1,1 @@\n+new");
  expect(text).not.toContain("same.ts");
  expect(reportText({ ...report, changes }, tags)).toContain("<green>+export function POST() {}</green>");
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
  const report = {
    dryRun: false,
    showsDiff: false,
    project: projectOf(),
    place: undefined,
    cwd: undefined,
    formatter: undefined,
    changes: [route, data],
    warnings: [],
    isRecorded: true,
    asked: undefined,
  };
  const colored = reportText(report, tags);
  expect(colored).toContain("<green>create   </green>");
  expect(colored.replace(/<\/?\w+>/g, "")).toBe(reportText(report, noColors));
  expect(problemText([{ code: "USAGE", message: "One.", hint: "" }], [], tags)).toContain(
    "<red>error</red> One.",
  );
  expect(warningText([{ code: "DATA_KEPT", message: "Two." }], tags)).toBe("<yellow>warning</yellow> Two.");
});

test.each([
  ["apps/web", "apps/web/app/api/posts/route.ts"],
  [undefined, "app/api/posts/route.ts"],
  ["../web", "app/api/posts/route.ts"],
])("with the app in %s, a diff names %s", (place, name) => {
  const report = {
    dryRun: true,
    showsDiff: true,
    project: projectOf(),
    place,
    cwd: undefined,
    formatter: undefined,
    changes: [{ ...route, text: "a\n" }],
    warnings: [],
    isRecorded: false,
    asked: undefined,
  };
  expect(reportText(report, noColors)).toContain(`--- /dev/null\n+++ b/${name}\n`);
});
