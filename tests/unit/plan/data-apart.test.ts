import { expect, test } from "vitest";
import { planRoutes, projectOf } from "../../support/pipeline.js";
import { routeThere } from "../../support/route-there.js";

const elsewhere = `import { findPosts } from "@/lib/posts";

export async function GET() {
  return Response.json(await findPosts());
}
`;
const ours = elsewhere.replace("@/lib/posts", "./data").replaceAll("findPosts", "fetchPosts");

test.each([
  ["handlers with other data", elsewhere, ["DATA_APART"]],
  ["handlers with the same data", ours, []],
  ["a file without handlers", "export const revalidate = 0;\n", []],
])("what is told of a handler that is added to %s", (_name, text, codes) => {
  const there = routeThere(text);
  const { warnings } = planRoutes(["posts"], { methods: ["POST"] }, projectOf(), { there });
  expect(warnings.flatMap(({ code }) => (code === "DATA_APART" ? [code] : []))).toEqual(codes);
});
