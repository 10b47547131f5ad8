import { expect, test } from "vitest";
import { planRoutes, projectOf } from "../../support/pipeline.js";

const fields = ["title:string", "views:int?"];

test("what needs strictNullChecks is told once for the routes that share it, where the app does without", () => {
  const codesOf = (hasNoNullChecks: boolean) =>
    planRoutes(["posts"], { crud: true, fields }, projectOf(), {
      hasNoNullChecks: () => hasNoNullChecks,
    }).warnings.filter(({ code }) => code === "NULL_CHECKS_NEEDED");
  expect(codesOf(true)).toHaveLength(1);
  expect(codesOf(false)).toEqual([]);
});
