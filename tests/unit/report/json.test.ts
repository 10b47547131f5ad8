import { expect, test } from "vitest";
import type { Report } from "../../../src/model.js";
import { problemJson, reportJson } from "../../../src/report/json.js";
import { jsonDocument } from "../../support/json-document.js";
import { projectOf } from "../../support/pipeline.js";
import { trial } from "../../support/trial.js";

const report: Report = {
  dryRun: false,
  showsDiff: false,
  project: projectOf("16.4.6", { srcDir: true }),
  place: undefined,
  cwd: undefined,
  formatter: "prettier",
  changes: [
    {
      action: "create",
      before: undefined,
      path: "src/app/api/posts/route.ts",
      text: "the text",
      purpose: {
        kind: "route",
        route: "/api/posts",
        methods: ["GET", "POST"],
        adds: ["GET", "POST"],
        open: [],
        needs: undefined,
        trial,
        habits: [{ name: "quotes", value: "single", source: "app", from: ["src/app/api/users/route.ts"] }],
      },
    },
    {
      action: "unchanged",
      before: "the text",
      path: "src/app/api/posts/data.ts",
      text: "the text",
      purpose: {
        kind: "module",
        summary: "sample data",
        exports: ["fetchPosts"],
        neededBy: ["app/api/posts/route.ts"],
      },
    },
  ],
  warnings: [{ code: "DATA_KEPT", message: "It is kept." }],
  isRecorded: true,
  asked: undefined,
};

test("a run is one document, as documented", () => {
  expect(jsonDocument(reportJson(report))).toEqual({
    ok: true,
    dryRun: false,
    project: { root: "/project", appDir: "src/app", next: "16.4.6", formatter: "prettier" },
    files: [
      {
        path: "src/app/api/posts/route.ts",
        action: "create",
        route: "/api/posts",
        methods: ["GET", "POST"],
        habits: { quotes: { value: "single", source: "app", from: ["src/app/api/users/route.ts"] } },
      },
      { path: "src/app/api/posts/data.ts", action: "unchanged" },
    ],
    warnings: [{ code: "DATA_KEPT", message: "It is kept." }],
    error: null,
  });
});

test("a dry run is the same document, but for one word", () => {
  const done = jsonDocument(reportJson(report)) as object;
  expect(jsonDocument(reportJson({ ...report, dryRun: true }))).toEqual({ ...done, dryRun: true });
});

test("a failure has the first problem as its error, and all of them in it", () => {
  const first = { code: "ROUTE_INVALID", message: 'One "x".', hint: "Do this." } as const;
  const second = { code: "FILE_EXISTS", message: "Two.", hint: "Do that." } as const;
  expect(jsonDocument(problemJson([first, second], true))).toEqual({
    ok: false,
    dryRun: true,
    project: null,
    files: [],
    warnings: [],
    error: { ...first, problems: [first, second] },
  });
  expect(jsonDocument(problemJson([first], false))).toMatchObject({ dryRun: false });
});

test("both documents have the same keys", () => {
  const keys = (text: string) => Object.keys(jsonDocument(text) as object);
  expect(keys(problemJson([{ code: "USAGE", message: "One.", hint: "" }], false))).toEqual(
    keys(reportJson(report)),
  );
});

test("an update names what was added, and with --diff how", () => {
  const purpose = {
    kind: "route" as const,
    route: "/api/posts",
    methods: ["GET" as const, "POST" as const],
    adds: ["POST" as const],
    open: [],
    needs: undefined,
    trial,
    habits: [],
  };
  const change = { path: "app/api/posts/route.ts", before: "a\n", text: "a\nb\n", purpose };
  const filesOf = (action: "update" | "overwrite", showsDiff: boolean) =>
    (
      jsonDocument(reportJson({ ...report, dryRun: true, showsDiff, changes: [{ ...change, action }] })) as {
        files: object[];
      }
    ).files;
  const diff = "--- a/app/api/posts/route.ts\n+++ b/app/api/posts/route.ts\n@@ -1,1 +1,2 @@\n a\n+b";
  const told = { path: change.path, route: "/api/posts", methods: ["GET", "POST"] };
  expect(filesOf("update", false)).toEqual([{ ...told, action: "update", added: ["POST"] }]);
  expect(filesOf("update", true)).toEqual([{ ...told, action: "update", added: ["POST"], diff }]);
  expect(filesOf("overwrite", false)).toEqual([{ ...told, action: "overwrite", diff }]);
});
