import fc from "fast-check";
import { expect, test } from "vitest";
import { closest, didYouMean } from "../../../src/spec/closest.js";
import { methods } from "../../../src/spec/methods.js";

test.each([
  ["PACTH", "PATCH"],
  ["DELET", "DELETE"],
  ["OPTION", "OPTIONS"],
  ["PSOTS", undefined],
  ["get", "GET"],
  ["GETT", "GET"],
  ["TRACE", undefined],
  ["X", undefined],
  ["", undefined],
])("%j was meant to be %j", (word, expected) => {
  expect(closest(word, methods)).toBe(expected);
});

test("a hint begins with the word that was meant, or without any", () => {
  expect(didYouMean("PACTH", methods)).toBe("Did you mean PATCH? ");
  expect(didYouMean("X", methods)).toBe("");
});

test("the nearest of several is chosen, and of two as near the first", () => {
  expect(closest("bbbbbc", ["bbbbcc", "bbbbbb"])).toBe("bbbbcc");
  expect(closest("aabbbb", ["cccbbb", "aabbbc", "aabbcc"])).toBe("aabbbc");
});

test("a word that is a candidate in any case is itself, and without candidates there is none", () => {
  for (const method of methods) {
    expect(closest(method, methods)).toBe(method);
    expect(closest(method.toLowerCase(), methods)).toBe(method);
    expect(closest<string>(method, [])).toBeUndefined();
  }
});

test("a method with one letter wrong is known again, unless it is too short for that", () => {
  const long = methods.filter((method) => method.length > 4);
  fc.assert(
    fc.property(fc.constantFrom(...long), fc.nat(6), fc.constantFrom("", "x", "xy"), (method, at, typed) => {
      const place = at % method.length;
      expect(closest(method.slice(0, place) + typed + method.slice(place + 1), methods)).toBe(method);
    }),
  );
});
