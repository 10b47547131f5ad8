import { expect, test } from "vitest";
import type { FileChange } from "../../../src/model.js";
import { adviceOn } from "../../../src/plan/advice.js";
import { methodTable, type Method } from "../../../src/spec/methods.js";
import { trial } from "../../support/trial.js";

function change(methods: Method[], auth?: "bearer", action: FileChange["action"] = "create"): FileChange {
  const needs = auth === undefined ? undefined : "Set API_TOKEN.";
  const open =
    auth === undefined
      ? methods
          .filter((method) => methodTable[method].mutates)
          .map((method) => ({ method, through: method === "PATCH" ? "withLogging" : undefined }))
      : [];
  return {
    action,
    before: undefined,
    path: "app/api/posts/route.ts",
    text: "",
    purpose: { kind: "route", route: "/api/posts", methods, adds: methods, open, needs, trial, habits: [] },
  };
}

test("a new handler that changes something without a guard is told to be public, in one line", () => {
  expect(adviceOn([change(["GET", "POST", "DELETE"]), change(["PUT"])])).toEqual([
    {
      code: "PUBLIC_ROUTE",
      message:
        "Anyone who can reach the app can call POST, DELETE /api/posts; PUT /api/posts. Guard it before you deploy; --auth writes a guard.",
    },
  ]);
});

test("a wrapper in which no guard is seen is told with what goes through it", () => {
  expect(adviceOn([change(["POST", "PATCH"])])[0]?.message).toContain(
    "POST /api/posts; PATCH /api/posts (no guard is seen in withLogging).",
  );
});

test("nothing is said of what only reads, of what is guarded, or of what was there before", () => {
  expect(adviceOn([change(["GET", "HEAD", "OPTIONS"]), change(["POST"], undefined, "unchanged")])).toEqual(
    [],
  );
  expect(adviceOn([change(["POST"], "bearer")]).map(({ code }) => code)).not.toContain("PUBLIC_ROUTE");
});

test("a guard says once what it still needs", () => {
  const [needs, ...more] = adviceOn([change(["POST"], "bearer"), change(["GET"], "bearer")]);
  expect(needs).toMatchObject({
    code: "AUTH_SETUP",
    message: expect.stringContaining("API_TOKEN") as string,
  });
  expect(more).toEqual([]);
});
