import fc from "fast-check";
import { getSortedRoutes } from "next/dist/shared/lib/router/utils/sorted-routes.js";
import { expect, test } from "vitest";
import { inMatchOrder } from "../../../src/plan/route-order.js";

const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("a", "b", "B", "a-b", "ab", "10", "9", "é", "~", "(.)x", "[x") },
  { weight: 2, arbitrary: fc.constantFrom("[id]", "[slug]") },
  { weight: 1, arbitrary: fc.constantFrom("[...rest]", "[[...all]]") },
);
const urls = fc.uniqueArray(
  fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join("/")}`),
  { maxLength: 12 },
);
const partsOf = (url: string) => url.split("/").filter((each) => each !== "");

/** The order of Next's own route sorter; undefined for URLs that it does not take together. */
function sortedByNext(all: readonly string[]): string[] | undefined {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what sorts the routes that a request is held against
    return getSortedRoutes([...all]);
  } catch {
    return undefined;
  }
}

test("routes are in the order in which Next's own sorter has them", () => {
  let compared = 0;
  fc.assert(
    fc.property(urls, (all) => {
      const sorted = sortedByNext(all);
      fc.pre(sorted !== undefined);
      if (all.length > 2) compared += 1;
      expect(all.toSorted((a, b) => inMatchOrder(partsOf(a), partsOf(b)))).toEqual(sorted);
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 2000) },
  );
  // Next refuses many trees; enough are left.
  expect(compared).toBeGreaterThan(100);
});

test("what Next does not take together has an order too, whatever came first", () => {
  fc.assert(
    fc.property(urls, (all) => {
      const order = (list: readonly string[]) =>
        list.toSorted((a, b) => inMatchOrder(partsOf(a), partsOf(b)));
      expect(order(all.toReversed())).toEqual(order(all));
    }),
  );
});
