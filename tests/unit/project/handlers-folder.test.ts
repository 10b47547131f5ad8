import { describe, expect, test } from "vitest";
import { handlersFolder } from "../../../src/project/handlers-folder.js";
import { inspected, manifest, useFolder, write } from "../../support/app-folder.js";

/** Routes by their folders below the app folder. */
const tree = (routes: string[], pages: string[] = ["app/page.tsx"]) => ({
  routes: routes.map((folder) => ["app", ...(folder ? [folder] : []), "route.ts"].join("/")),
  pages,
});

test.each<[name: string, routes: string[], folder: string, others: string[]]>([
  ["nothing", [], "app/api", []],
  ["handlers in api", ["api/posts"], "app/api", []],
  ["handlers in a group", ["(chat)/api/chat", "(chat)/api/vote"], "app/(chat)/api", []],
  ["handlers in groups of groups", ["(a)/(b)/api/chat"], "app/(a)/(b)/api", []],
  [
    "two groups",
    ["(auth)/api/auth/[...nextauth]", "(chat)/api/a", "(chat)/api/b"],
    "app/(chat)/api",
    ["app/(auth)/api"],
  ],
  ["two groups with as many", ["(b)/api/x", "(a)/api/x"], "app/(a)/api", ["app/(b)/api"]],
  [
    "a group with more than api",
    ["api/auth/[...all]", "(chat)/api/a", "(chat)/api/b"],
    "app/(chat)/api",
    ["app/api"],
  ],
  ["a group with as many as api", ["api/a", "(chat)/api/b"], "app/api", ["app/(chat)/api"]],
  ["all below a parameter", ["[locale]/api/a", "[locale]/api/b"], "app/[locale]/api", []],
  ["some below a parameter", ["[locale]/api/a", "[locale]/api/b", "api/c"], "app/api", []],
  ["some below a parameter, none in api", ["[locale]/api/a", "[locale]/api/b", "feed.xml"], "app/api", []],
  ["all below a page's folder", ["admin/api/a"], "app/admin/api", []],
  ["some below a page's folder", ["admin/api/a", "api/b"], "app/api", []],
  ["an api folder in api", ["api/v1/api/x"], "app/api", []],
  ["only a library's", ["api/auth/[...nextauth]"], "app/api", []],
  ["handlers beside pages", ["feed.xml", "og", "webhooks"], "app/api", []],
  ["private folders and slots", ["_old/api/x", "@modal/api/x", "@modal/api/y"], "app/api", []],
])("in an app with pages: %s", (_case, routes, folder, others) => {
  expect(handlersFolder("app", tree(routes), false)).toEqual({ folder, others });
});

test.each<[name: string, routes: string[], folder: string]>([
  ["nothing", [], "app/api"],
  ["handlers", ["webhooks", "health"], "app"],
  ["handlers in groups", ["(hooks)/stripe"], "app"],
  ["handlers with parameters", ["posts/[id]"], "app"],
  ["handlers in api", ["api/posts", "health"], "app/api"],
  ["the root alone", [""], "app/api"],
  ["only a library's", ["auth/[...all]", "trpc/[trpc]"], "app/api"],
  ["only files", ["robots.txt", "feed.xml"], "app/api"],
])("in an app without pages: %s", (_case, routes, folder) => {
  expect(handlersFolder("app", tree(routes, []), false)).toEqual({ folder, others: [] });
});

test("an api folder without handlers is where they go", () => {
  expect(handlersFolder("app", tree(["webhooks"], []), true).folder).toBe("app/api");
});

describe("in a project", () => {
  useFolder();

  test("the folder of the handlers is told where there are several", async () => {
    write({
      "package.json": manifest(),
      "src/app/(auth)/api/auth/[...nextauth]/route.ts": "",
      "src/app/(chat)/api/chat/route.ts": "",
      "src/app/(chat)/api/vote/route.ts": "",
    });
    const { base, warnings } = await inspected();
    expect(base).toBe("src/app/(chat)/api");
    expect(warnings).toEqual([
      {
        code: "SEVERAL_API_FOLDERS",
        message:
          'There are handlers in src/app/(chat)/api, src/app/(auth)/api; src/app/(chat)/api has the most of them and is used. For another: `--base "src/app/(auth)/api"`.',
      },
    ]);
    expect(await inspected(".", "src/app/api")).toMatchObject({ base: "src/app/api", warnings: [] });
  });

  test("an api folder counts, even if it is empty", async () => {
    write({ "package.json": manifest(), "app/webhooks/route.ts": "" });
    expect((await inspected()).base).toBe("app");
    write({ "app/api/": "" });
    expect((await inspected()).base).toBe("app/api");
  });
});
