import { expect, test } from "vitest";
import { decide, type Witness } from "../../../../src/project/habits/decide.js";

function witness(path: string, up: number, ...values: string[]): Witness {
  return { path, up, down: 1, signs: values.map((value) => ({ habit: "response", value })) };
}

test("the nearest folder counts most, and each file once", () => {
  const near = witness("near", 1, "A", "A", "A");
  expect(decide("response", [near, witness("far", 2, "B")])).toEqual({ value: "A", from: ["near"] });
  // Many others outvote one.
  const far = [1, 2, 3].map((number) => witness(`far${String(number)}`, 2, "B"));
  expect(decide("response", [near, ...far])).toEqual({ value: "B", from: ["far1", "far2", "far3"] });
});

test("a file that shows two things shares its vote among them; of equals the first wins", () => {
  expect(decide("response", [witness("a", 1, "A", "B", "B")])?.value).toBe("B");
  expect(decide("response", [witness("a", 1, "A"), witness("b", 1, "B")])?.value).toBe("A");
  expect(decide("response", [])).toBeUndefined();
});

test("what reads is decided by what reads, where there is such a handler", () => {
  const signs = [
    { habit: "handlers" as const, value: "function", mutates: false },
    { habit: "handlers" as const, value: "withAuth", mutates: true },
  ];
  const both = { path: "a", up: 1, down: 1, signs };
  expect(decide("handlers", [both], false)?.value).toBe("function");
  expect(decide("handlers", [both], true)?.value).toBe("withAuth");
  expect(decide("handlers", [{ ...both, signs: signs.slice(1) }], false)?.value).toBe("withAuth");
});
