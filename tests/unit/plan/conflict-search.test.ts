import fc from "fast-check";
import { getSortedRoutes } from "next/dist/shared/lib/router/utils/sorted-routes.js";
import { expect, test } from "vitest";
import type { ConflictRule } from "../../../src/plan/conflict-rules.js";
import { searchConflicts } from "../../../src/plan/conflict-search.js";
import { appParts, urlFilesOf, type UrlFile } from "../../../src/plan/url-files.js";
import { defaultNextConfig } from "../../../src/project/next-defaults.js";
import { treeWith } from "../../support/app-tree.js";

/** The rules that Next's own route sorter has too. */
const sorterRules: readonly ConflictRule[] = [
  "PARAM_NAMES_DIFFER",
  "CATCH_ALL_TWICE",
  "OPTIONAL_BESIDE_PARENT",
  "PARAM_REPEATED",
  "CATCH_ALL_NOT_LAST",
  "OPTIONAL_PARAM",
];

/** Whether the route sorter refuses to take all of these URLs together. */
function isRefused(files: readonly UrlFile[]): boolean {
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- it is what checks the tree when a request comes in
    getSortedRoutes([...new Set(files.map(({ parts }) => `/${parts.join("/")}`))]);
    return false;
  } catch {
    return true;
  }
}

const folder = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom("a", "b", "A", "é", "É", "(g)", "@s") },
  { weight: 3, arbitrary: fc.constantFrom("[id]", "[slug]", "[i-d]", "[日]", "[月]") },
  { weight: 2, arbitrary: fc.constantFrom("[...id]", "[...rest]", "[[...rest]]", "[[...slug]]", "[[id]]") },
);
const folders = fc.array(folder, { maxLength: 4 }).map((names) => names.map((name) => `${name}/`).join(""));

const filesOf = (paths: readonly string[]) => urlFilesOf(treeWith(paths), "app", defaultNextConfig);
const there = fc
  .array(fc.tuple(fc.constantFrom("app", "app", "pages"), folders, fc.constantFrom("route.ts", "page.tsx")), {
    maxLength: 5,
  })
  .map((files) => filesOf([...new Set(files.map(([top, between, file]) => `${top}/${between}${file}`))]));
const newFile = folders.map((between): UrlFile => {
  const path = `app/${between}route.ts`;
  return { path, kind: "route", parts: appParts(path, "app") };
});
const added = fc.uniqueArray(newFile, { maxLength: 3, selector: ({ path }) => path });

/** A tree, and files that are not in it. */
const change = fc.tuple(there, added).map(([tree, files]) => ({
  tree,
  files: files.filter(({ path }) => tree.every((each) => each.path !== path)),
}));

const runs = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 2000) };
const ofSorter = (conflicts: ReturnType<typeof searchConflicts>) =>
  conflicts.filter(({ rule }) => sorterRules.includes(rule));

test("what Next's own route sorter refuses is a conflict, and nothing else is by its rules", () => {
  fc.assert(
    fc.property(change, ({ tree, files }) => {
      const found = ofSorter(searchConflicts(tree, files));
      expect(found.length > 0).toBe(isRefused([...tree, ...files]));
    }),
    runs,
  );
});

test("what a new route breaks is told of it, and no new route is blamed for what the others are", () => {
  fc.assert(
    fc.property(change, ({ tree, files }) => {
      fc.pre(!isRefused(tree));
      const brought = ofSorter(searchConflicts(tree, files)).filter(({ isNew }) => isNew);
      expect(brought.length > 0).toBe(isRefused([...tree, ...files]));
      const paths = files.map(({ path }) => path);
      for (const { file, other } of brought)
        expect(paths.some((path) => [file, other].includes(path))).toBe(true);
    }),
    runs,
  );
});

test("the order of the files says nothing", () => {
  const shuffled = change.chain(({ tree, files }) =>
    fc.record({
      tree: fc.constant(tree),
      files: fc.constant(files),
      otherTree: fc.shuffledSubarray(tree, { minLength: tree.length }),
      otherFiles: fc.shuffledSubarray(files, { minLength: files.length }),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ tree, files, otherTree, otherFiles }) => {
      expect(searchConflicts(otherTree, otherFiles)).toEqual(searchConflicts(tree, files));
    }),
    runs,
  );
});

test("two routes clash whichever comes first, and together", () => {
  const clash = (tree: UrlFile[], files: UrlFile[]) =>
    searchConflicts(tree, files)
      .filter(({ file, other }) => file !== other)
      .map(({ rule }) => rule)
      .sort();
  fc.assert(
    fc.property(newFile, newFile, (a, b) => {
      fc.pre(a.path !== b.path);
      const together = clash([], [a, b]);
      expect(clash([a], [b])).toEqual(together);
      expect(clash([b], [a])).toEqual(together);
      expect(clash([a, b], [])).toEqual(together);
    }),
    runs,
  );
});

test("any names can be looked at", () => {
  const anything = fc.array(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(anything, fc.array(fc.array(folder, { maxLength: 3 }), { maxLength: 2 }), (tree, files) => {
      const fileOf = (parts: string[]): UrlFile => ({ path: `app/${parts.join("/")}`, kind: "route", parts });
      searchConflicts(tree.map(fileOf), files.map(fileOf));
    }),
    runs,
  );
});
