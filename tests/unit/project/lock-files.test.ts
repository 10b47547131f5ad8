import { expect, test } from "vitest";
import { lockFiles, type LockedApp } from "../../../src/project/lock-files.js";

const alone: LockedApp = { folder: "", name: "web", declared: "^15.0.0" };
const inApps: LockedApp = { ...alone, folder: "apps/web" };

const npm = (packages: object, more: object = {}) =>
  JSON.stringify({ lockfileVersion: 3, packages, ...more }, null, 2);

const pnpm9 = `lockfileVersion: '9.0'

settings:
  autoInstallPeers: true

importers:

  .:
    devDependencies:
      turbo:
        specifier: ^2.0.0
        version: 2.1.0

  apps/docs:
    dependencies:
      next:
        specifier: ^14.0.0
        version: 14.2.35(react-dom@18.3.1(react@18.3.1))(react@18.3.1)

  apps/web:
    dependencies:
      eslint-config-next:
        specifier: ^13.0.0
        version: 13.0.0
      next:
        specifier: 'catalog:'
        version: 15.1.0-canary.3(react@19.0.0)

packages:

  next@12.0.0:
    resolution: {integrity: x}
`;

const pnpm6 = `lockfileVersion: '6.0'

dependencies:
  next:
    specifier: ^15.0.0
    version: 15.1.0(react@19.0.0)

packages:
`;

const pnpm5 = `lockfileVersion: 5.4

specifiers:
  next: ^15.0.0
  react: ^19.0.0

dependencies:
  next: 15.1.0_react@19.0.0
  react: 19.0.0
`;

const berry = `__metadata:
  version: 8

"next@npm:^14.0.0":
  version: 14.2.35
  resolution: "next@npm:14.2.35"

"next@npm:^15.0.0, next@npm:^15.0.1":
  version: 15.1.0

"next@workspace:packages/next":
  version: 0.0.0-use.local
`;

const bun = `{
  "lockfileVersion": 1,
  "workspaces": { "": { "dependencies": { "next": "^15.0.0" } } },
  "packages": {
    "eslint-config-next": ["eslint-config-next@13.0.0", ""],
    "next": ["next@15.1.0", "", { "dependencies": {} }, "sha512-x"],
    "docs/next": ["next@14.2.35", "", {}, "sha512-x"],
  }
}
`;

test.each<[name: string, file: string, text: string, app: LockedApp, version: string | undefined]>([
  ["the app's", "package-lock.json", npm({ "node_modules/next": { version: "15.1.0" } }), alone, "15.1.0"],
  ["hoisted", "package-lock.json", npm({ "node_modules/next": { version: "15.1.0" } }), inApps, "15.1.0"],
  [
    "not hoisted",
    "package-lock.json",
    npm({ "apps/web/node_modules/next": { version: "15.2.0" }, "node_modules/next": { version: "14.0.0" } }),
    inApps,
    "15.2.0",
  ],
  [
    "an alias",
    "package-lock.json",
    npm({ "node_modules/next": { name: "@x/next", version: "15.1.0" } }),
    alone,
    "15.1.0",
  ],
  [
    "the first format",
    "package-lock.json",
    JSON.stringify(
      { lockfileVersion: 1, dependencies: { x: { requires: { next: "1" } }, next: { version: "13.5.1" } } },
      null,
      2,
    ),
    alone,
    "13.5.1",
  ],
  [
    "a link",
    "package-lock.json",
    npm({ "node_modules/next": { resolved: "packages/next", link: true } }),
    alone,
    undefined,
  ],
  [
    "by its other name",
    "npm-shrinkwrap.json",
    npm({ "node_modules/next": { version: "15.1.0" } }),
    alone,
    "15.1.0",
  ],
  ["one of several", "pnpm-lock.yaml", pnpm9, inApps, "15.1.0-canary.3"],
  ["another of them", "pnpm-lock.yaml", pnpm9, { ...inApps, folder: "apps/docs" }, "14.2.35"],
  ["a package that is not in it", "pnpm-lock.yaml", pnpm9, { ...inApps, folder: "apps/we" }, undefined],
  ["the root without Next.js", "pnpm-lock.yaml", pnpm9, alone, undefined],
  [
    "an app alone",
    "pnpm-lock.yaml",
    pnpm9.replace("apps/web:", "'.':").replace("  .:", "  x:"),
    alone,
    "15.1.0-canary.3",
  ],
  ["version 6", "pnpm-lock.yaml", pnpm6, alone, "15.1.0"],
  ["version 5", "pnpm-lock.yaml", pnpm5, alone, "15.1.0"],
  [
    "a linked package",
    "pnpm-lock.yaml",
    pnpm6.replace("15.1.0(react@19.0.0)", "link:../next"),
    alone,
    undefined,
  ],
  ["an alias", "pnpm-lock.yaml", pnpm6.replace("15.1.0(", "next@15.1.0("), alone, "15.1.0"],
  ["classic", "yarn.lock", 'next@^15.0.0:\n  version "15.1.0"\n', alone, "15.1.0"],
  ["classic, quoted", "yarn.lock", '"next@14 || 15", next@^15.0.0:\n  version "15.1.0"\n', alone, "15.1.0"],
  ["another package", "yarn.lock", 'next-auth@^15.0.0:\n  version "4.0.0"\n', alone, undefined],
  ["by its range", "yarn.lock", berry, alone, "15.1.0"],
  ["by another range", "yarn.lock", berry, { ...alone, declared: "^14.0.0" }, "14.2.35"],
  ["by a range that is not in it", "yarn.lock", berry, { ...alone, declared: "^13.0.0" }, undefined],
  ["the hoisted", "bun.lock", bun, alone, "15.1.0"],
  ["that of a package", "bun.lock", bun, { ...inApps, name: "docs" }, "14.2.35"],
  ["without a name", "bun.lock", bun, { ...inApps, name: undefined }, "15.1.0"],
  ...["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"].map(
    (file): [string, string, string, LockedApp, undefined] => ["nothing", file, "", alone, undefined],
  ),
])("%s in %s", (_case, file, text, app, version) => {
  expect(lockFiles[file]?.search?.(text, app)).toBe(version);
});

test("a large file is searched in no time", () => {
  const filler = `${"x".repeat(200)}@^1.0.0, next@ : next:\n`.repeat(40_000);
  const started = performance.now();
  for (const { search } of Object.values(lockFiles)) expect(search?.(filler, inApps)).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(2000);
});
