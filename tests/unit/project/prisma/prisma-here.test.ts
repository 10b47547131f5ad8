import { expect, test } from "vitest";
import { readPrisma } from "../../../../src/project/prisma/prisma-here.js";
import { at, useFolder, write, type Files } from "../../../support/app-folder.js";

useFolder();

const schema =
  "model Post {\n id String @id @default(cuid())\n title String\n comments Comment[]\n}\n" +
  "model Comment {\n id Int @id\n text String\n post Post @relation(fields: [postId], references: [id])\n postId String\n}\n";
const client = 'import { PrismaClient } from "@prisma/client";\nexport const prisma = new PrismaClient();\n';
const dependencies = { "@prisma/client": "^7.1.0" };
const inUse = { "package.json": { dependencies }, "prisma/schema.prisma": schema, "lib/prisma.ts": client };

async function resourceIn(files: Files, { root = ".", segment = "posts", parents = [] as string[] } = {}) {
  write(files);
  return (await readPrisma(at(root))).resource(segment, parents);
}

test("what the routes need of an app", async () => {
  expect(await resourceIn(inUse)).toMatchObject({
    client: { path: "lib/prisma.ts", name: "prisma" },
    accessor: "post",
    id: { name: "id", type: "string" },
    parents: [],
  });
});

test.each<[string, Files]>([
  ["prisma.config.ts", { "prisma.config.ts": 'export default defineConfig({ schema: "db/main.prisma" })' }],
  [
    "a joined path",
    { "prisma.config.mts": 'export default { schema: path.join(import.meta.dirname, "db", "main.prisma") }' },
  ],
  ["a folder of files", { "prisma.config.ts": "export default { schema: 'db' }" }],
  [".config", { ".config/prisma.ts": 'export default { schema: "../db" }' }],
  ["package.json", { "package.json": { dependencies, prisma: { schema: "./db/main.prisma" } } }],
])("a schema by %s", async (_what, files) => {
  const there = { "package.json": { dependencies }, "db/main.prisma": schema, "lib/prisma.ts": client };
  expect(await resourceIn({ ...there, ...files })).toMatchObject({ accessor: "post" });
});

test.each(["prisma/schema.prisma", "schema.prisma", "prisma/schema/blog/post.prisma"])(
  "a schema in %s",
  async (file) => {
    expect(
      await resourceIn({ "package.json": { dependencies }, [file]: schema, "lib/prisma.ts": client }),
    ).toMatchObject({ accessor: "post" });
  },
);

const singleton = `
const makeClient = () => new PrismaClient();
const globalForPrisma = globalThis as unknown as { prisma: ReturnType<typeof makeClient> | undefined };
`;

test.each<[file: string, name: string, text: string]>([
  ["src/lib/db.ts", "db", "export const db = globalForPrisma.prisma ?? new PrismaClient();"],
  ["db/index.ts", "default", "const prisma = new PrismaClient();\nexport default prisma;"],
  ["lib/prisma.ts", "prisma", "export let prisma: PrismaClient;\nif (a) prisma = b;"],
  ["lib/db.ts", "db", "let prisma: PrismaClient;\nexport const db = prisma;"],
  [
    "lib/prisma.ts",
    "default",
    `${singleton}const prisma = globalForPrisma.prisma ?? makeClient();\nexport default prisma;`,
  ],
  [
    "server/db.ts",
    "db",
    `${singleton}export const db = globalForPrisma.prisma || makeClient();\nexport type Db = typeof db;`,
  ],
  [
    "lib/prisma.ts",
    "prisma",
    "const base = new PrismaClient();\nexport const prisma = base.$extends({});\nexport const auth = betterAuth(prisma);",
  ],
  ["utils/prisma.js", "client", "export const client = new PrismaClient();"],
])("a client in %s, called %s", async (file, name, text) => {
  const files = {
    "package.json": { dependencies },
    "prisma/schema.prisma": schema,
    [file]: `// prisma\n${text}`,
  };
  expect(await resourceIn(files)).toMatchObject({ client: { path: file, name } });
});

test.each([
  "export const getPrisma = () => new PrismaClient();",
  "export function prisma() { return new PrismaClient(); }",
  "const client = new PrismaClient();\nexport default { client, find };",
  "export class Db { client = new PrismaClient(); }",
  'export const PRISMA = "prisma";',
  "export const prisma = new PrismaClient(",
])("no client: %s", async (text) => {
  expect(await resourceIn({ ...inUse, "lib/prisma.ts": text })).toMatchObject([
    {
      why: text.includes("PrismaClient")
        ? "lib/prisma.ts exports no client by itself"
        : "no module that exports the client is there: lib/prisma.ts, lib/db.ts, server/db.ts or one like them",
    },
  ]);
});

test("a client and its schema in a package of the workspace", async () => {
  const files = {
    "package.json": { workspaces: ["apps/*", "packages/*"] },
    "apps/web/package.json": { dependencies: { "@acme/db": "workspace:*" } },
    "packages/db/package.json": { name: "@acme/db", dependencies },
    "packages/db/prisma/schema.prisma": schema,
    "packages/db/src/index.ts": 'export * from "./client";',
    "packages/db/src/client.ts": client,
    "packages/other/package.json": { name: "@acme/other", dependencies },
  };
  expect(await resourceIn(files, { root: "apps/web" })).toMatchObject({
    client: { package: "@acme/db", name: "prisma" },
    accessor: "post",
  });
});

test("rows that belong to others are found by the field that says so", async () => {
  const found = await resourceIn(inUse, { segment: "comments", parents: ["postId"] });
  expect(found).toMatchObject({ accessor: "comment", parents: [{ name: "postId", type: "string" }] });
  expect(Array.isArray(found) ? [] : found.fields.map(({ name }) => name)).toEqual(["id", "text"]);
});

test("all that is missing is told, with what to do", async () => {
  expect(await resourceIn({ "package.json": {}, "pnpm-lock.yaml": "" })).toEqual([
    {
      why: "the app does not depend on @prisma/client",
      way: "Install it with `pnpm add prisma @prisma/client` and set it up (https://www.prisma.io/docs/guides/frameworks/nextjs)",
    },
  ]);
  expect(
    await resourceIn({ "package.json": { dependencies: { "@prisma/client": "^4.13.0" } } }),
  ).toMatchObject([{ why: "it needs @prisma/client 5 or later, and the app has ^4.13.0" }]);
  expect(await resourceIn({ "package.json": { dependencies } })).toMatchObject([
    { why: "no schema is there: no prisma/schema.prisma, and none that prisma.config or package.json names" },
    {
      why: "no module that exports the client is there: lib/prisma.ts, lib/db.ts, server/db.ts or one like them",
    },
  ]);
  expect(
    await resourceIn({ "package.json": { dependencies }, "schema.prisma": schema }, { segment: "pots" }),
  ).toMatchObject([
    { why: "the schema has no model for pots: it has Post, Comment", way: "Did you mean the model Post?" },
    { way: expect.stringContaining("Write lib/prisma.ts with") as string },
  ]);
  expect(await resourceIn(inUse, { segment: "comments", parents: ["userId"] })).toMatchObject([
    { why: "the path has userId, and Comment has no such field that would say which rows belong to it" },
  ]);
});

test("Prisma is the app's choice where it has a client and a model of that name", async () => {
  write(inUse);
  const here = await readPrisma(at());
  expect(["posts", "comment", "users"].map(here.isFor)).toEqual([true, true, false]);
});
