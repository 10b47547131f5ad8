import { expect, test } from "vitest";
import { renderRoutes } from "../../support/pipeline.js";

function cookiesOf(auth: "session" | "bearer"): string[] {
  const [file] = renderRoutes(["visits"], { template: "cookies", auth, methods: ["GET,HEAD,POST,DELETE"] });
  const found = (file?.text ?? "").matchAll(/await cookies\(\)\)\.(\w+)\("(\w+)"/g);
  return [...found].map(([, call = "", name = ""]) => `${call} ${name}`);
}

test("the cookie that the guard reads is neither answered nor set behind it", () => {
  expect(cookiesOf("bearer")).toEqual(["get session", "get session", "set session", "delete session"]);
  expect(cookiesOf("session").toSorted()).toEqual(
    ["get session", "get visit", "get visit", "set visit", "delete visit"].toSorted(),
  );
});
