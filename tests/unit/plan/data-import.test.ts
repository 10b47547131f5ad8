import { expect, test } from "vitest";
import { specifierOf } from "../../../src/plan/data-import.js";
import { habitsOf } from "../../../src/project/habits/habits.js";
import { routeFile } from "../../support/route-there.js";

const path = "src/app/api/posts/data.ts";
const aliases = [
  { prefix: "lib/", folder: "src/lib" },
  { prefix: "@/", folder: "src" },
];

function specifier(imports: string, { relative = "../data", text = "", known = aliases } = {}) {
  const habits = habitsOf([], new Map([["imports", { value: imports, source: "option" }]]));
  const file = text === "" ? undefined : routeFile(text);
  return specifierOf(relative, path, { habits, file, aliases: () => known });
}

test.each([
  ["relative", "../data"],
  ["@/*", "@/app/api/posts/data"],
  // An alias of another folder, and one that tsconfig.json does not have.
  ["lib/*", "../data"],
  ["~/*", "../data"],
])("where imports are %s it is %s", (imports, text) => {
  expect(specifier(imports)).toBe(text);
});

test("a sibling is a sibling", () => {
  expect(specifier("@/*", { relative: "./data" })).toBe("./data");
});

test("the root has an alias too", () => {
  expect(specifier("@/*", { known: [{ prefix: "@/", folder: "" }] })).toBe("@/src/app/api/posts/data");
});

test("a file that imports it already goes on as it does", () => {
  expect(specifier("@/*", { text: 'import { a } from "../data.js";' })).toBe("../data");
  expect(specifier("relative", { text: 'import { a } from "@/app/api/posts/data";' })).toBe(
    "@/app/api/posts/data",
  );
});

test("tsconfig.json is not asked where no alias could be used", () => {
  const habits = habitsOf([], new Map());
  const never = () => {
    throw new Error("asked");
  };
  expect(specifierOf("../data", path, { habits, file: undefined, aliases: never })).toBe("../data");
});
