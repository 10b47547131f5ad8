import { appendFileSync } from "node:fs";
import { expect, test } from "vitest";
import { buildStamp } from "../../../src/cache/build-stamp.js";
import { at, useFolder, write } from "../../support/app-folder.js";

useFolder();

test("a build is the same as long as none of its files changes, and has another version and place than others", () => {
  write({ "dist/cli.cjs": "run();", "dist/late.cjs": "late();", "other/dist/cli.cjs": "run();" });
  const stamp = buildStamp(at(), "1.0.0");
  expect(stamp).toBeDefined();
  expect(buildStamp(at(), "1.0.0")).toBe(stamp);
  expect(buildStamp(at(), "1.0.1")).not.toBe(stamp);
  expect(buildStamp(at("other"), "1.0.0")).not.toBe(stamp);
  appendFileSync(at("dist/late.cjs"), "\n");
  expect(buildStamp(at(), "1.0.0")).not.toBe(stamp);
});

test("what cannot be looked at has none", () => {
  expect(buildStamp(at("nowhere"), "1.0.0")).toBeUndefined();
});
