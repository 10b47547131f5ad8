/**
 * A tree that Next.js cannot serve as it stands, or of which people might think so.
 *
 * @typedef {object} ConflictCase
 * @property {string} name permanent; the results are kept under it
 * @property {string} what the tree in words
 * @property {readonly string[]} files what is in it, relative to the root, beside the app that every case has
 * @property {readonly string[]} ask the URLs that are requested
 * @property {Readonly<Record<string, string>>} [links] symbolic links, and where they lead to
 */

/** The app that every case is added to. */
export const plainApp = ["app/layout.tsx", "app/page.tsx", "app/api/ok/route.ts"];

/** @type {readonly ConflictCase[]} */
export const conflictCases = [
  {
    name: "names",
    what: "different names in one position",
    files: ["app/api/u/[id]/route.ts", "app/api/u/[slug]/route.ts"],
    ask: ["/api/u/1"],
  },
  {
    name: "names-above",
    what: "different names in one position, higher up",
    files: ["app/api/u/[id]/a/route.ts", "app/api/u/[slug]/b/route.ts"],
    ask: ["/api/u/1/a", "/api/u/1/b"],
  },
  {
    name: "names-one-above",
    what: "different names in one position, one of them higher up",
    files: ["app/api/u/[id]/route.ts", "app/api/u/[slug]/b/route.ts"],
    ask: ["/api/u/1", "/api/u/1/b"],
  },
  {
    name: "catch-alls",
    what: "required and optional catch-all in one position",
    files: ["app/api/u/[...slug]/route.ts", "app/api/u/[[...slug]]/route.ts"],
    ask: ["/api/u", "/api/u/1"],
  },
  {
    name: "optional-beside-route",
    what: "optional catch-all beside its parent's route",
    files: ["app/api/u/route.ts", "app/api/u/[[...slug]]/route.ts"],
    ask: ["/api/u", "/api/u/1"],
  },
  {
    name: "repeated-name",
    what: "one name twice in a path",
    files: ["app/api/u/[id]/x/[id]/route.ts"],
    ask: ["/api/u/1/x/2"],
  },
  {
    name: "similar-names",
    what: "two names in a path that differ by non-word symbols",
    files: ["app/api/u/[a-b]/x/[ab]/route.ts"],
    ask: ["/api/u/1/x/2"],
  },
  {
    name: "after-catch-all",
    what: "a segment after a catch-all",
    files: ["app/api/u/[...slug]/x/route.ts"],
    ask: ["/api/u/1/x"],
  },
  {
    name: "optional-parameter",
    what: "an optional parameter",
    files: ["app/api/u/[[id]]/route.ts"],
    ask: ["/api/u", "/api/u/1"],
  },
  {
    name: "page-and-route",
    what: "page and route in one segment",
    files: ["app/api/u/page.tsx", "app/api/u/route.ts"],
    ask: ["/api/u"],
  },
  {
    name: "url-in-two-groups",
    what: "one URL from two groups",
    files: ["app/(a)/api/u/route.ts", "app/(b)/api/u/route.ts"],
    ask: ["/api/u"],
  },
  {
    name: "url-in-slot",
    what: "one URL from a slot and beside it",
    files: ["app/api/@s/u/route.ts", "app/api/u/route.ts"],
    ask: ["/api/u"],
  },
  {
    name: "dynamic-url-in-group",
    what: "one dynamic URL, in a group and beside it",
    files: ["app/(a)/api/u/[id]/route.ts", "app/api/u/[id]/route.ts"],
    ask: ["/api/u/1"],
  },
  {
    name: "pages-url",
    what: "one URL from pages and app",
    files: ["pages/api/u.ts", "app/api/u/route.ts"],
    ask: ["/api/u"],
  },
  {
    name: "pages-names",
    what: "different names in one position, one of them in pages",
    files: ["pages/api/u/[id].ts", "app/api/u/[slug]/b/route.ts"],
    ask: ["/api/u/1", "/api/u/1/b"],
  },
  {
    name: "case",
    what: "two folders that differ only in case",
    files: ["app/api/Foo/route.ts", "app/api/foo/route.ts"],
    ask: ["/api/Foo", "/api/foo"],
  },
  {
    name: "case-above",
    what: "two folders that differ only in case, higher up",
    files: ["app/api/Foo/a/route.ts", "app/api/foo/b/route.ts"],
    ask: ["/api/Foo/a", "/api/foo/b"],
  },
  {
    name: "metadata-url",
    what: "a metadata file and a route with its URL",
    files: ["app/sitemap.ts", "app/sitemap.xml/route.ts"],
    ask: ["/sitemap.xml"],
  },
  {
    name: "public-file",
    what: "a public file with a route's URL",
    files: ["public/api/u", "app/api/u/route.ts"],
    ask: ["/api/u"],
  },
  {
    name: "src-pages",
    what: "app beside src/pages",
    files: ["src/pages/about.tsx", "app/api/u/route.ts"],
    ask: ["/about", "/api/u"],
  },
  {
    name: "linked-folder",
    what: "a linked folder in the app",
    files: ["elsewhere/route.ts"],
    links: { "app/api/linked": "../../elsewhere" },
    ask: ["/api/linked"],
  },
  {
    name: "names-in-groups",
    what: "different names in one position, in two groups",
    files: ["app/(a)/api/u/[id]/a/route.ts", "app/(b)/api/u/[slug]/b/route.ts"],
    ask: ["/api/u/1/a", "/api/u/1/b"],
  },
  {
    name: "names-of-page",
    what: "different names in one position, of a page and a route",
    files: ["app/u/[id]/page.tsx", "app/u/[slug]/b/route.ts"],
    ask: ["/u/1", "/u/1/b"],
  },
  {
    name: "names-of-catch-alls",
    what: "different names of two catch-alls in one position",
    files: ["app/api/u/[...a]/route.ts", "app/api/u/[...b]/route.ts"],
    ask: ["/api/u/1"],
  },
  {
    name: "optional-beside-page",
    what: "optional catch-all beside its parent's page",
    files: ["app/u/page.tsx", "app/u/[[...slug]]/route.ts"],
    ask: ["/u", "/u/1"],
  },
  {
    name: "page-in-group",
    what: "page and route of one URL, the page in a group",
    files: ["app/(g)/u/page.tsx", "app/u/route.ts"],
    ask: ["/u"],
  },
  {
    name: "pages-dynamic-url",
    what: "one dynamic URL from pages and app",
    files: ["pages/api/u/[id].ts", "app/api/u/[id]/route.ts"],
    ask: ["/api/u/1"],
  },
  {
    name: "metadata-image-url",
    what: "a metadata image and a route with its URL",
    files: ["app/u/opengraph-image.tsx", "app/u/opengraph-image/route.ts"],
    ask: ["/u/opengraph-image"],
  },
  {
    name: "page-in-slot",
    what: "page and route of one URL, the page in a slot",
    files: ["app/u/@s/x/page.tsx", "app/u/x/route.ts"],
    ask: ["/u/x"],
  },
  {
    name: "legal",
    what: "what looks like a conflict and is none",
    files: [
      "app/api/a/[id]/route.ts",
      "app/api/a/[...slug]/route.ts",
      "app/api/b/route.ts",
      "app/api/b/[...slug]/route.ts",
      "app/api/c/[id]/route.ts",
      "app/api/c/[[...slug]]/route.ts",
      "app/api/d/@s/x/route.ts",
      "app/api/%5Fe/route.ts",
      "app/api/f/[ID]/[id]/route.ts",
    ],
    ask: [
      "/api/a/1",
      "/api/a/1/2",
      "/api/b",
      "/api/b/1",
      "/api/c/1",
      "/api/c/1/2",
      "/api/d/x",
      "/api/_e",
      "/api/f/1/2",
    ],
  },
  {
    name: "private",
    what: "a private folder with a route",
    files: ["app/api/_u/route.ts", "app/api/_u/[id]/route.ts", "app/api/_u/[slug]/route.ts"],
    ask: ["/api/_u", "/api/_u/1"],
  },
  {
    name: "non-ascii",
    what: "a folder with a letter that is not ASCII",
    files: ["app/api/café/route.ts"],
    ask: ["/api/café"],
  },
  {
    name: "space",
    what: "a folder with a space",
    files: ["app/api/s p/route.ts"],
    ask: ["/api/s%20p", "/api/s+p"],
  },
  {
    name: "mixed-brackets",
    what: "brackets and other text in one folder",
    files: ["app/api/[id]x/route.ts"],
    ask: ["/api/1x"],
  },
  {
    name: "pages-special",
    what: "pages that have no URL of their own",
    files: ["pages/_app.tsx", "pages/404.tsx", "app/404/route.ts", "app/_app/route.ts"],
    ask: ["/404"],
  },
];
