import { expect, test } from "vitest";
import { methods } from "../../../src/spec/methods.js";
import { isMeant, parsePublicPath, type PublicPath } from "../../../src/spec/public-paths.js";

const parsed = (text: string) => parsePublicPath(text) as PublicPath;

test.each<[text: string, meant: string[], others: string[]]>([
  ["/api/posts", ["GET /api/posts", "POST /api/posts"], ["GET /api/posts/[id]", "GET /api/post"]],
  ["POST /api/posts", ["POST /api/posts"], ["GET /api/posts"]],
  ["POST   /api/posts", ["POST /api/posts"], ["GET /api/posts"]],
  ["/api/auth/*", ["GET /api/auth/[...all]", "POST /api/auth/a/b"], ["GET /api/auth", "GET /api/author"]],
  ["DELETE /*", ["DELETE /", "DELETE /api/x"], ["GET /api/x"]],
  ["/api/[[...all]]", ["GET /api/[[...all]]"], ["GET /api/a"]],
  ["/", ["GET /"], ["GET /a"]],
  ["/a b/[my id]", ["PUT /a b/[my id]"], []],
])("%s", (text, meant, others) => {
  const isIn = (handler: string) => {
    const method = methods.find((each) => handler.startsWith(`${each} `));
    return isMeant(parsed(text), handler.slice(handler.indexOf("/")), method);
  };
  expect(meant.filter(isIn)).toEqual(meant);
  expect(others.filter(isIn)).toEqual([]);
});

test("what could not be read is meant by its path, and not by one method of it", () => {
  expect(isMeant(parsed("/api/x"), "/api/x", undefined)).toBe(true);
  expect(isMeant(parsed("POST /api/x"), "/api/x", undefined)).toBe(false);
});

test.each(["", "api/posts", "post /api", "FETCH /api", "/api/*/x", "/api/**", "POST", "POST/", "*"])(
  "%j is none",
  (text) => {
    expect(parsePublicPath(text)).toMatchObject(
      text === "POST/"
        ? { code: "USAGE" }
        : { code: "USAGE", message: expect.stringContaining("--allow") as string },
    );
  },
);
