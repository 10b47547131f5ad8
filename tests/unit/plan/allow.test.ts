import fc from "fast-check";
import { expect, test } from "vitest";
import { methodAnswers } from "../../../src/plan/allow.js";
import type { FeatureName } from "../../../src/project/features.js";
import { methods, methodTable, type Method } from "../../../src/spec/methods.js";

const noFeatures = new Set<FeatureName>();

/** Every set of methods but the empty one, in the order of the table. */
const subsets = Array.from({ length: 2 ** methods.length - 1 }, (_, index) =>
  methods.filter((_method, bit) => ((index + 1) >> bit) & 1),
);

test("a collection answers the other methods with 405 and lists its own", () => {
  expect(methodAnswers(["GET", "POST"], true, noFeatures)).toEqual({
    allowed: ["GET", "HEAD", "POST", "OPTIONS"],
    refused: ["PUT", "PATCH", "DELETE"],
    ownsOptions: true,
  });
});

test("without fallbacks Next.js answers for itself", () => {
  expect(methodAnswers(["GET", "POST"], false, noFeatures)).toMatchObject({
    refused: [],
    ownsOptions: false,
  });
  expect(methodAnswers(["GET", "OPTIONS"], false, noFeatures)).toEqual({
    allowed: ["GET", "HEAD", "OPTIONS"],
    refused: [],
    ownsOptions: true,
  });
});

test("OPTIONS of a route without a GET is ours where Next.js does not answer it", () => {
  const lost = new Set<FeatureName>(["lostOptions"]);
  expect(methodAnswers(["POST"], false, lost)).toEqual({
    allowed: ["POST", "OPTIONS"],
    refused: [],
    ownsOptions: true,
  });
  expect(methodAnswers(["GET", "POST"], false, lost).ownsOptions).toBe(false);
});

test("a route that takes every method refuses none, and leaves OPTIONS to Next.js", () => {
  expect(methodAnswers(["GET", "POST", "PUT", "PATCH", "DELETE"], true, noFeatures)).toMatchObject({
    refused: [],
    ownsOptions: false,
  });
});

test("a route that cannot be read says so for HEAD, too", () => {
  const { allowed, refused } = methodAnswers(["POST"], true, noFeatures);
  expect(allowed).toEqual(["POST", "OPTIONS"]);
  expect(refused).toContain("GET");
});

test("for every set of methods, the answers agree with one another and with Next.js", () => {
  expect(subsets).toHaveLength(127);
  const cases = subsets.flatMap((asked) => [true, false].map((fallbacks) => ({ asked, fallbacks })));
  for (const { asked, fallbacks } of cases) {
    const { allowed, refused, ownsOptions } = methodAnswers(asked, fallbacks, noFeatures);
    const of = `${asked.join(",")} ${String(fallbacks)}`;
    const served = new Set<Method>(asked);
    if (served.has("GET")) served.add("HEAD");
    if (ownsOptions) served.add("OPTIONS");

    expect(allowed, of).toEqual(methods.filter((method) => served.has(method)));
    expect(refused, of).toEqual(
      fallbacks ? methods.filter((method) => methodTable[method].fallback && !served.has(method)) : [],
    );
    // What Next lists by itself would have the refused methods in it.
    expect(ownsOptions, of).toBe(refused.length > 0 || asked.includes("OPTIONS"));
  }
});

test("the order and number of times in which methods are asked for make no difference", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...methods), { minLength: 1 }), fc.boolean(), (asked, fallbacks) => {
      const tidy = methods.filter((method) => asked.includes(method));
      expect(methodAnswers(asked, fallbacks, noFeatures)).toEqual(methodAnswers(tidy, fallbacks, noFeatures));
    }),
  );
});
