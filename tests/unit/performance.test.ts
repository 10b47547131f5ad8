import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repository } from "../support/pipeline.js";

/** The figures of a document. */
function figures(file: string): string {
  const text = readFileSync(path.join(repository, file), "utf8");
  const [, table = ""] = /<!-- figures -->\n([^]*?)<!-- \/figures -->/.exec(text) ?? [];
  return table.trim();
}

test("the README quotes the figures as they were written", () => {
  expect(figures("docs/performance.md")).toMatch(/^\| what /);
  expect(figures("README.md")).toBe(figures("docs/performance.md"));
});
