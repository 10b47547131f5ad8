import { expect, test } from "vitest";
import { renderRoutes } from "../../support/pipeline.js";

function guardOf(auth: "session" | "bearer"): string {
  const [file] = renderRoutes(["posts"], { auth, methods: ["GET"] });
  return file?.text ?? "";
}

// RFC 9110, 11.4: one space or more stand between the scheme and what follows.
test("a token may stand behind several spaces", () => {
  const [, pattern = ""] = /\[, token\] = \/(.+)\/i\.exec/.exec(guardOf("bearer")) ?? [];
  const tokenOf = (header: string) => new RegExp(pattern, "i").exec(header)?.[1];
  expect(tokenOf("Bearer tok")).toBe("tok");
  expect(tokenOf("bearer   tok")).toBe("tok");
  expect(tokenOf("Bearertok")).toBeUndefined();
});

test("an empty user id is nobody's", () => {
  expect(guardOf("session")).toContain('typeof userId === "string" && userId !== ""');
});
