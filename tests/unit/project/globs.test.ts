import { describe, expect, test } from "vitest";
import { globsMatch } from "../../../src/project/globs.js";

describe("a glob", () => {
  test.each<[glob: string, file: string]>([
    ["src/*.ts", "src/a.ts"],
    ["src/**/*.ts", "src/a.ts"],
    ["src/**/*.ts", "src/a/b.ts"],
    ["./src/", "src/a/b.ts"],
    ["src/{a,b}.ts", "src/b.ts"],
    ["src/{a,b{c,d}}.ts", "src/bd.ts"],
    ["src/[ab].ts", "src/b.ts"],
    ["src/[!ab].ts", "src/c.ts"],
    ["src/?.ts", "src/a.ts"],
    ["src/a,b.ts", "src/a,b.ts"],
    ["src/\\{a.ts", "src/{a.ts"],
    // What is not closed is no more than what it says.
    ["src/{a", "src/{a"],
    ["app/[id/x", "app/[id/x"],
    ["app/}{/x", "app/}{/x"],
  ])("%s takes in %s", (glob, file) => {
    expect(globsMatch([glob], file)).toBe(true);
  });

  test.each<[glob: string, file: string]>([
    ["src/*.ts", "src/a/b.ts"],
    ["src/[!ab].ts", "src/a.ts"],
    ["src/a,b.ts", "src/a"],
    ["b.ts", "src/b.ts"],
    ["src/[z-a].ts", "src/z.ts"],
  ])("%s leaves out %s", (glob, file) => {
    expect(globsMatch([glob], file)).toBe(false);
  });

  test("behind another has the last word, and leaves out with a !", () => {
    expect(globsMatch(["**", "!src/{a"], "src/{a")).toBe(false);
    expect(globsMatch(["**", "!!src", "src/a.ts"], "src/a.ts")).toBe(true);
    expect(globsMatch([], "src/a.ts")).toBe(false);
  });
});
