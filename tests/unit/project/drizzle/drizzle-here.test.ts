import { describe, expect, test } from "vitest";
import { readDrizzle } from "../../../../src/project/drizzle/drizzle-here.js";
import type { DrizzleResource } from "../../../../src/project/drizzle/resource.js";
import { at, useFolder, write, type Files } from "../../../support/app-folder.js";

useFolder();

const packages = { dependencies: { "drizzle-orm": "^0.45.0" } };
const db = 'import { drizzle } from "drizzle-orm/libsql";\nexport const db = drizzle("file:local.db");\n';
const minimal = (name: string) =>
  `import { pgTable, serial, text } from "drizzle-orm/pg-core";
   export const ${name} = pgTable("${name}", { id: serial("id").primaryKey(), title: text("title").notNull() });`;

/** An app with these files, beside its package.json and its database. */
async function read(files: Files, segment = "posts", parents: string[] = []) {
  write({ "package.json": packages, "db/index.ts": db, ...files });
  return (await readDrizzle(at())).resource(segment, parents);
}

async function found(...args: Parameters<typeof read>): Promise<DrizzleResource> {
  const resource = await read(...args);
  if (Array.isArray(resource)) throw new Error(resource.map(({ why }) => why).join("\n"));
  return resource;
}

async function faults(...args: Parameters<typeof read>): Promise<string[]> {
  const resource = await read(...args);
  return Array.isArray(resource) ? resource.map(({ why }) => why) : [];
}

describe("where the tables are", () => {
  const config = (schema: string) => `export default { dialect: "postgresql", schema: ${schema} };`;

  test.each<[string, Files, string]>([
    ["a usual place", { "db/schema.ts": minimal("posts") }, "db/schema.ts"],
    ["a usual place below src", { "src/lib/db/schema.ts": minimal("posts") }, "src/lib/db/schema.ts"],
    [
      "the index of a folder, which hands the tables on",
      { "db/schema/index.ts": 'export * from "./posts";', "db/schema/posts.ts": minimal("posts") },
      "db/schema/index.ts",
    ],
    [
      "an index that names what it hands on",
      {
        "db/schema/index.ts": 'export { articles as posts } from "./posts.js";',
        "db/schema/posts.ts": minimal("articles"),
      },
      "db/schema/index.ts",
    ],
    [
      "a folder without an index",
      { "db/schema/content/posts.ts": minimal("posts") },
      "db/schema/content/posts.ts",
    ],
    [
      "the file that the config names",
      { "drizzle.config.ts": config('"./tables/all.ts"'), "tables/all.ts": minimal("posts") },
      "tables/all.ts",
    ],
    [
      "the config's list",
      {
        "drizzle.config.js": config('["./tables/users.ts", "tables/posts"]'),
        "tables/users.ts": minimal("users"),
        "tables/posts.ts": minimal("posts"),
      },
      "tables/posts.ts",
    ],
    [
      "the config's glob",
      {
        "drizzle.config.mjs": `import { defineConfig } from "drizzle-kit";
          export default defineConfig({ schema: "./src/modules/**/*.table.ts" });`,
        "src/modules/blog/posts.table.ts": minimal("posts"),
        "src/modules/blog/posts.ts": minimal("posts"),
      },
      "src/modules/blog/posts.table.ts",
    ],
    [
      "a usual place, where the config is known only when it runs",
      { "drizzle.config.ts": config("process.env.SCHEMA"), "db/schema.ts": minimal("posts") },
      "db/schema.ts",
    ],
  ])("%s", async (_what, files, path) => {
    const { table } = await found(files);
    expect([table.path, table.name]).toEqual([path, "posts"]);
  });

  test("no table, and what there is instead", async () => {
    expect(await faults({ "db/schema.ts": minimal("users") })).toEqual([
      "no table for posts: there are users",
    ]);
    expect(await faults({}, "tags")).toEqual([expect.stringContaining("no table for tags: there are users")]);
  });

  test("a schema that does not parse has no tables", async () => {
    expect(await faults({ "db/schema.ts": "export const posts = pgTable(" })).toEqual([
      expect.stringContaining("no exported table was found"),
    ]);
  });
});

describe("the table of a resource", () => {
  test.each([
    ["posts", "posts"],
    ["posts", "post"],
    ["post", "posts"],
    ["blog-posts", "blogPosts"],
    ["blog_posts", "blogPost"],
    ["posts", "postsTable"],
    ["posts", "post_table"],
    ["categories", "category"],
  ])("%s is the table %s", async (segment, name) => {
    expect((await found({ "db/schema.ts": minimal(name) }, segment)).table.name).toBe(name);
  });

  test("is found by its name in the database, after those that are called so in the code", async () => {
    const schema = `import { pgTable as table, serial } from "drizzle-orm/pg-core";
      export const messageDeprecated = table("Message", { id: serial().primaryKey() });
      export const message = table("Message_v2", { id: serial().primaryKey() });
      export const accountRows = table("user_accounts", { id: serial().primaryKey() });`;
    expect((await found({ "db/schema.ts": schema }, "messages")).table.name).toBe("message");
    expect((await found({ "db/schema.ts": schema }, "user-accounts")).table.name).toBe("accountRows");
  });

  test("can be made by the app's own table function", async () => {
    const schema = `import { mysqlTableCreator } from "drizzle-orm/mysql-core";
      export const createTable = mysqlTableCreator((name) => \`app_\${name}\`);
      export const posts = createTable("post", (d) => ({ id: d.bigint({ mode: "number" }).primaryKey().autoincrement(), name: d.varchar({ length: 256 }) }));`;
    const { table } = await found({ "src/server/db/schema.ts": schema });
    expect(table).toMatchObject({
      dialect: "mysql",
      id: { name: "id", type: "int", isGenerated: true, isFromDatabase: true },
      fields: [{ name: "name", type: "string", isOptional: true, isNullable: true }],
    });
  });

  test("says what a row has that is made without a column, where a literal does", async () => {
    const schema = `import { pgTable, uuid, text, integer, boolean, jsonb } from "drizzle-orm/pg-core";
      import { sql } from "drizzle-orm";
      export const posts = pgTable("posts", { id: uuid().defaultRandom().primaryKey(), title: text().notNull(), note: text(),
        left: integer().notNull().default(-1), open: boolean().default(true), slug: text().default("a"), tags: text().array().default([]),
        meta: jsonb().default({ a: 1 }), code: text().default(sql\`'x'\`), word: text().$defaultFn(() => "x") });`;
    const { table } = await found({ "db/schema.ts": schema });
    expect(Object.fromEntries(table.fields.map(({ name, blank }) => [name, blank]))).toEqual({
      title: undefined,
      note: null,
      left: -1,
      open: true,
      slug: "a",
      tags: [],
      meta: undefined,
      code: undefined,
      word: undefined,
    });
  });

  test("can be of a schema in the database", async () => {
    const schema = `import * as p from "drizzle-orm/pg-core";
      const blog = p.pgSchema("blog");
      export const kind = blog.enum("kind", ["note", "essay"]);
      export const posts = blog.table("posts", { id: p.uuid().defaultRandom().primaryKey(), kind: kind().notNull() });`;
    expect((await found({ "db/schema.ts": schema })).table).toMatchObject({
      dialect: "pg",
      id: { type: "uuid", isGenerated: true },
      fields: [{ name: "kind", choices: ["note", "essay"], isOptional: false }],
    });
  });
});

describe("the database", () => {
  const schema = { "db/schema.ts": minimal("posts") };

  test.each<[string, Files, { path: string; name: string }]>([
    ["db of db/index.ts", {}, { path: "db/index.ts", name: "db" }],
    [
      "one behind globalThis",
      {
        "db/index.ts": "",
        "src/server/db/index.ts": `import { drizzle as connect } from "drizzle-orm/postgres-js";
          const shared = globalThis as unknown as { db?: ReturnType<typeof connect> };
          export const db = shared.db ?? connect("");`,
      },
      { path: "src/server/db/index.ts", name: "db" },
    ],
    [
      "one of another name",
      {
        "db/index.ts": "",
        "lib/drizzle.ts":
          'import { drizzle } from "drizzle-orm/d1";\nexport const table = 1;\nexport const orm = drizzle(client);',
      },
      { path: "lib/drizzle.ts", name: "orm" },
    ],
    [
      "one that is exported by default",
      {
        "db/index.ts":
          'import { drizzle } from "drizzle-orm/d1";\nconst db = drizzle(1);\nexport default db;',
      },
      { path: "db/index.ts", name: "default" },
    ],
    [
      "one that an index hands on",
      { "db/index.ts": 'export * from "./drizzle";', "db/drizzle.ts": db },
      { path: "db/index.ts", name: "db" },
    ],
  ])("%s", async (_what, files, module) => {
    expect((await found({ ...schema, ...files })).db).toEqual(module);
  });

  test("a function that makes one is none, nor is one that is not exported", async () => {
    const own =
      'import { drizzle } from "drizzle-orm/d1";\nconst hidden = drizzle(1);\nexport const db = () => drizzle(hidden);';
    expect(await faults({ ...schema, "db/index.ts": own })).toEqual([
      expect.stringContaining("no file that exports the database is there: db.ts, lib/db.ts, server/db.ts"),
    ]);
  });
});

describe("an app without Drizzle", () => {
  test("is told how to install it, with its own package manager", async () => {
    write({ "package.json": {}, "pnpm-lock.yaml": "" });
    const here = await readDrizzle(at());
    expect(here.isFor("posts")).toBe(false);
    expect(here.resource("posts", [])).toEqual([
      {
        why: "the app does not depend on drizzle-orm",
        way: expect.stringContaining("`pnpm add drizzle-orm`") as string,
      },
    ]);
  });

  test("all that is missing is told at once", async () => {
    expect(await faults({ "db/index.ts": "" })).toHaveLength(2);
  });
});

test.each([
  ["foreignKey({ columns: [t.parentId], foreignColumns: [t.id] })", true],
  ['foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete("no action")', true],
  ['foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete("set null")', false],
  ["foreignKey({ columns: [t.tagId], foreignColumns: [tags.id] })", false],
])("a row that %s is held: %s", async (key, isHeld) => {
  const text = `import { foreignKey, integer, pgTable, serial } from "drizzle-orm/pg-core";
    export const tags = pgTable("tags", { id: serial().primaryKey() });
    export const posts = pgTable("posts", { id: serial().primaryKey(), parentId: integer(), tagId: integer() }, (t) => [${key}]);`;
  const files = { "db/schema.ts": text };
  expect((await found(files)).isHeld).toBe(isHeld);
  expect((await found(files, "tags")).isHeld).toBe(key.includes("tags"));
});
