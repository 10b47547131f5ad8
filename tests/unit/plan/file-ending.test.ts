import { expect, test } from "vitest";
import { fileEnding } from "../../../src/plan/file-ending.js";

test.each([
  ["ts", "tsx ts jsx js", "ts"],
  ["tsx", "tsx ts jsx js", "tsx"],
  ["ts", "page.tsx api.ts", "api.ts"],
  ["tsx", "page.tsx api.ts", "page.tsx"],
  ["ts", "page.ts api.ts", "api.ts"],
  ["ts", "page.ts route.ts ts", "ts"],
  ["ts", "page.ts route.ts", "route.ts"],
  ["ts", "page.tsx page.ts", "page.ts"],
  ["ts", "tsx mdx", "tsx"],
  ["ts", "page.tsx", "page.tsx"],
  ["ts", "public.js p.ts q.ts", "p.ts"],
] as const)("%s among %s is %s", (wanted, endings, ending) => {
  expect(fileEnding(endings.split(" "), wanted)).toBe(ending);
});

test.each(["js jsx", "mdx", "mts cts", "d.ts", "tsx2"])("%s cannot hold TypeScript", (endings) => {
  expect(fileEnding(endings.split(" "), "ts")).toMatchObject({ code: "PAGE_EXTENSIONS" });
});
