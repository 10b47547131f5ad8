import { afterEach, expect, test, vi } from "vitest";
import { withStdoutAside } from "../../../src/format/stdout-aside.js";

afterEach(() => {
  vi.restoreAllMocks();
});

test("what is printed meanwhile goes to stderr, also when several are at work", async () => {
  const out = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const err = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const say = (text: string, after: number) =>
    withStdoutAside(async () => {
      await new Promise((resolve) => setTimeout(resolve, after));
      process.stdout.write(text);
      if (text === "b") throw new Error(text);
    });
  await Promise.allSettled([say("a", 5), say("b", 1), say("c", 10)]);
  process.stdout.write("report");
  expect(err.mock.calls.map(([text]) => text)).toEqual(["b", "a", "c"]);
  expect(out.mock.calls.map(([text]) => text)).toEqual(["report"]);
});
