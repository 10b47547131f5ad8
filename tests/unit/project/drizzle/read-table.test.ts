import { describe, expect, test } from "vitest";
import { moduleOf, type Modules } from "../../../../src/project/access/modules.js";
import { readTable } from "../../../../src/project/drizzle/read-table.js";
import { tablesOf } from "../../../../src/project/drizzle/table-calls.js";
import type { Field } from "../../../../src/spec/fields.js";
import type { DrizzleTable } from "../../../../src/project/drizzle/table.js";
import type { Dialect } from "../../../../src/project/drizzle/column-types.js";
import { parseModule } from "../../../../src/syntax/parse-module.js";

const modules: Modules = { imported: () => undefined };

function read(text: string, parents: string[] = []) {
  const module = moduleOf("db/schema.ts", text, parseModule(text, { jsx: false }));
  const call = tablesOf(module, modules).find(({ name }) => name === "posts" || name === "users");
  if (!call) throw new Error("There is no table posts or users.");
  return readTable(call, modules, parents);
}

/** A table with an id and these columns, in the names of its dialect. */
function schema(columns: string, { dialect = "pg", before = "", extras = "" } = {}) {
  const id = { pg: "p.serial().primaryKey()", mysql: "p.int().autoincrement().primaryKey()" }[dialect];
  return `import { sql } from "drizzle-orm";
    import * as p from "drizzle-orm/${dialect}-core";
    ${before}
    export const posts = p.${dialect}Table("posts", { id: ${id ?? "p.integer().primaryKey()"}, ${columns} }${extras});`;
}

function table(text: string, parents?: string[]): DrizzleTable {
  const found = read(text, parents);
  if (Array.isArray(found)) throw new Error(found.map(({ why }) => why).join("\n"));
  return found;
}

function whys(text: string, parents?: string[]): string[] {
  const found = read(text, parents);
  return Array.isArray(found) ? found.map(({ why }) => why) : [];
}

/** A field as a schema would be written: `string?|null`, `a|b`, `int[]`. */
function sketch({ name, type, choices, isList, isOptional, isNullable, maxLength }: Field): string {
  const bound = maxLength === undefined ? "" : `(${String(maxLength)})`;
  const held = choices.length > 0 ? choices.join("|") : `${type}${bound}`;
  return `${name}${isOptional ? "?" : ""}: ${held}${isList ? "[]" : ""}${isNullable ? "|null" : ""}`;
}

const field = (column: string, options?: Parameters<typeof schema>[1]) =>
  table(schema(`x: ${column}`, options)).fields.map(sketch);

describe("a column", () => {
  test.each<[string, string | undefined, Dialect?]>([
    ["p.text().notNull()", "x: string"],
    ['p.text("x")', "x?: string|null"],
    ['p.text("x").notNull().default("")', "x?: string"],
    ["p.text().$defaultFn(() => createId())", "x?: string|null"],
    ['p.varchar({ length: 20, enum: ["a", "b"] }).notNull()', "x: a|b"],
    ["p.varchar({ length: 20 }).$type<'a' | 'b'>().notNull()", "x: a|b"],
    ["p.uuid().notNull().references(() => users.id)", "x: uuid"],
    ["p.varchar({ length: 20 }).notNull()", "x: string(20)"],
    ['p.char("x", { length: 2 })', "x?: string(2)|null"],
    ["p.varchar().notNull()", "x: string"],
    ["p.integer().notNull()", "x: int"],
    ["p.doublePrecision().notNull()", "x: number"],
    ["p.numeric({ precision: 10 }).notNull()", "x: string"],
    ['p.numeric({ mode: "number" }).notNull()', "x: number"],
    ['p.bigint({ mode: "number" }).notNull()', "x: int"],
    ["p.boolean().notNull()", "x: boolean"],
    ["p.timestamp().notNull()", "x: date"],
    ['p.timestamp({ mode: "string" }).notNull()', "x: string"],
    ["p.date().notNull()", "x: string"],
    ['p.date({ mode: "date" }).notNull()', "x: date"],
    ["p.jsonb().notNull()", "x: json"],
    ["p.jsonb().$type<string[]>().notNull()", "x: string[]"],
    ["p.jsonb().$type<Array<'a' | 'b'>>().notNull()", "x: a|b[]"],
    ["p.text().array().notNull()", "x: string[]"],
    ["p.vector({ dimensions: 3 }).notNull()", "x: number[]"],
    ["p.timestamp().defaultNow().notNull()", undefined],
    ["p.timestamp().default(sql`now()`)", undefined],
    ["p.timestamp().$onUpdate(() => new Date())", undefined],
    ["p.integer().generatedAlwaysAsIdentity()", undefined],
    ["p.text().generatedAlwaysAs(sql`upper(title)`)", undefined],
    ["p.int().notNull()", "x: int", "mysql"],
    ["p.tinyint()", "x?: int|null", "mysql"],
    ['p.mysqlEnum("x", ["a", "b"]).notNull()', "x: a|b", "mysql"],
    ['p.mysqlEnum(["a", "b"]).notNull()', "x: a|b", "mysql"],
    ["p.date().notNull()", "x: date", "mysql"],
    ["p.varchar({ length: 255 }).notNull()", "x: string(255)", "mysql"],
    ["p.text({ length: 20 }).notNull()", "x: string", "sqlite"],
    ["p.datetime().notNull()", "x: date", "mysql"],
    ["p.timestamp().onUpdateNow()", undefined, "mysql"],
    ['p.integer({ mode: "boolean" }).notNull()', "x: boolean", "sqlite"],
    ['p.integer("x", { mode: "timestamp" }).notNull()', "x: date", "sqlite"],
    ['p.integer({ mode: "timestamp_ms" }).$defaultFn(() => new Date())', undefined, "sqlite"],
    ["p.text().default(sql`(current_timestamp)`).notNull()", undefined, "sqlite"],
    ["p.integer().default(sql`(unixepoch())`)", undefined, "sqlite"],
    ['p.text({ mode: "json" }).notNull()', "x: json", "sqlite"],
    ['p.blob({ mode: "json" }).notNull()', "x: json", "sqlite"],
    ["p.real().notNull()", "x: number", "sqlite"],
  ])("%s is %s", (column, expected, dialect = "pg") => {
    expect(field(column, { dialect })).toEqual(expected === undefined ? [] : [expected]);
  });

  test("takes its choices from an enum, wherever the list stands", () => {
    const before = `const values = ["a", "b"] as const;
      enum Kind { One = "one", Two = "two" }
      export const letters = p.pgEnum("letters", values);
      export const kinds = p.pgEnum("kinds", Kind);
      export const unknown = p.pgEnum("unknown", readThem());`;
    expect(field('letters("x").notNull()', { before })).toEqual(["x: a|b"]);
    expect(field("letters().array()", { before })).toEqual(["x?: a|b[]|null"]);
    expect(field("kinds().notNull()", { before })).toEqual(["x: one|two"]);
    expect(table(schema("x: unknown().notNull()", { before }))).toMatchObject({
      fields: [{ type: "string", choices: [] }],
      hasOwnTypes: true,
    });
  });

  test("can have a type of its own, which a body is not known to be of", () => {
    const own = table(schema("x: p.jsonb().$type<Settings>().notNull()"));
    expect([own.fields.map(sketch), own.hasOwnTypes]).toEqual([["x: json"], true]);
    expect(table(schema("x: p.text()")).hasOwnTypes).toBe(false);
  });
});

test.each<[string, Dialect, Field["range"]]>([
  ["p.integer()", "pg", { min: -2147483648, max: 2147483647 }],
  ["p.smallint()", "pg", { min: -32768, max: 32767 }],
  ['p.bigint({ mode: "number" })', "pg", undefined],
  ["p.text()", "pg", undefined],
  ["p.tinyint({ unsigned: true })", "mysql", { min: 0, max: 255 }],
  ["p.mediumint()", "mysql", { min: -8388608, max: 8388607 }],
  ["p.year()", "mysql", { min: 1901, max: 2155 }],
  ["p.integer()", "sqlite", undefined],
])("%s of %s holds no more than it does", (column, dialect, range) => {
  expect(table(schema(`x: ${column}`, { dialect })).fields[0]?.range).toEqual(range);
});

test.each<[string, Dialect, Field["form"]]>([
  ["p.numeric({ precision: 5, scale: 2 })", "pg", "decimal"],
  ["p.decimal()", "mysql", "decimal"],
  ["p.date()", "pg", "day"],
  ['p.date({ mode: "string" })', "mysql", "day"],
  ["p.time()", "pg", "time"],
  ['p.timestamp({ mode: "string" })', "pg", "moment"],
  ['p.datetime({ mode: "string" })', "mysql", "timestamp"],
])("a text in %s of %s is a %s", (column, dialect, form) => {
  expect(table(schema(`x: ${column}`, { dialect })).fields[0]?.form).toBe(form);
});

test.each([
  "p.text()",
  "p.interval()",
  "p.time({ withTimezone: true })",
  "p.timestamp()",
  'p.numeric({ mode: "number" })',
])("a text in %s has none", (column) => {
  expect(table(schema(`x: ${column}`)).fields[0]?.form).toBeUndefined();
});

describe("columns", () => {
  test("can stand elsewhere: spread, in a constant, made by a function", () => {
    const before = `const stamps = { createdAt: p.timestamp().defaultNow(), updatedAt: p.timestamp().defaultNow().notNull() };
      const name = p.text().notNull();
      const money = (column: string) => p.integer(column).notNull();
      const texts = () => ({ body: p.text() });`;
    const { fields, madeAt, changedAt } = table(
      schema('...stamps, ...texts(), title: name, price: money("price").default(0)', { before }),
    );
    expect(fields.map(sketch)).toEqual(["body?: string|null", "title: string", "price?: int"]);
    expect([madeAt, changedAt]).toEqual(["createdAt", "updatedAt"]);
  });

  test("can be made in a function that is handed what makes them", () => {
    const text = (parameter: string, columns: string) =>
      `import { pgTable } from "drizzle-orm/pg-core";\nexport const posts = pgTable("posts", (${parameter}) => ({ ${columns} }));`;
    const wholes = text("t", "id: t.serial().primaryKey(), title: t.text().notNull()");
    const names = text("{ serial, text: words }", "id: serial().primaryKey(), title: words().notNull()");
    for (const each of [wholes, names]) expect(table(each).fields.map(sketch)).toEqual(["title: string"]);
  });

  test("that cannot be read are told", () => {
    expect(whys(schema("...elsewhere"))).toEqual([
      "the columns of the table posts (db/schema.ts) cannot all be read: elsewhere",
    ]);
  });

  test("with secrets, or with what JSON cannot hold, are in no answer and no body", () => {
    const { fields, shown } = table(
      schema(
        "title: p.text().notNull(), passwordHash: p.text(), picture: p.bytea(), size: p.bigint({ mode: 'bigint' })",
      ),
    );
    expect(fields.map(sketch)).toEqual(["title: string"]);
    expect(shown).toEqual(["id", "title"]);
  });

  test("that say what a user may do are set by the app alone, if they can be left out", () => {
    const columns =
      "name: p.text().notNull(), role: p.text().notNull().default('user'), isAdmin: p.boolean()";
    const users = table(schema(columns).replaceAll("posts", "users"));
    expect(users.fields.map(sketch)).toEqual(["name: string"]);
    expect(users.shown).toBeUndefined();
    expect(table(schema(columns)).fields.map(({ name }) => name)).toEqual(["name", "role", "isAdmin"]);
    const needed = table(schema("role: p.text().notNull()").replaceAll("posts", "users"));
    expect(needed.fields.map(sketch)).toEqual(["role: string"]);
  });

  test("that mark a row as deleted are set by no body, unless every row needs them", () => {
    const { fields, shown } = table(schema("title: p.text(), deletedAt: p.timestamp()"));
    expect(fields.map(({ name }) => name)).toEqual(["title"]);
    expect(shown).toBeUndefined();
    expect(table(schema("deleted: p.boolean().notNull()")).fields.map(({ name }) => name)).toEqual([
      "deleted",
    ]);
  });

  test("that every row needs, and no body can give, are told", () => {
    expect(
      whys(schema("password: p.text().notNull(), size: p.bigint({ mode: 'bigint' }).notNull()")),
    ).toEqual([
      "the table posts needs the column password for every row, and a secret is not stored as a client sends it",
      "the table posts needs the column size for every row, which JSON cannot hold",
    ]);
  });
});

describe("keys", () => {
  const bare = (columns: string, extras = "") =>
    `import { bigint, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
     export const posts = pgTable("posts", { ${columns} }${extras});`;

  test.each([
    [
      "id: uuid().defaultRandom().primaryKey()",
      { name: "id", type: "uuid", isGenerated: true, isFromDatabase: true },
    ],
    ["id: uuid().primaryKey()", { name: "id", type: "uuid", isGenerated: false, isFromDatabase: false }],
    [
      "slug: text().primaryKey()",
      { name: "slug", type: "string", isGenerated: false, isFromDatabase: false },
    ],
    [
      "id: text().primaryKey().$defaultFn(() => createId())",
      { name: "id", type: "string", isGenerated: true, isFromDatabase: false },
    ],
    [
      "id: integer().primaryKey().generatedAlwaysAsIdentity()",
      {
        name: "id",
        type: "int",
        range: { min: 0, max: 2147483647 },
        isGenerated: true,
        isFromDatabase: true,
      },
    ],
  ])("%s", (columns, id) => {
    expect(table(bare(columns)).id).toEqual(id);
  });

  const [least, most] = [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  test.each<[string, number, number, Dialect?]>([
    ["p.smallint()", -32768, 32767],
    ["p.smallserial()", 0, 32767],
    ["p.integer()", -2147483648, 2147483647],
    ['p.bigint({ mode: "number" })', least, most],
    ['p.bigint({ mode: "number" }).generatedAlwaysAsIdentity()', 0, most],
    ['p.bigserial({ mode: "number" })', 0, most],
    ["p.tinyint()", -128, 127, "mysql"],
    ["p.int({ unsigned: true })", 0, 4294967295, "mysql"],
    ["p.serial()", 0, most, "mysql"],
    ['p.bigint({ mode: "number", unsigned: true })', 0, most, "mysql"],
    ["p.integer()", 0, 2147483647, "sqlite"],
    ["p.integer().$defaultFn(() => Date.now())", 0, most, "sqlite"],
  ])("the key %s is a number from %i to %i", (column, min, max, dialect = "pg") => {
    const text = `import * as p from "drizzle-orm/${dialect}-core";
      export const posts = p.${dialect}Table("posts", { id: ${column}.primaryKey() });`;
    const { id, fields } = table(text);
    expect(id.range).toEqual({ min, max });
    // What a body may set, the path takes.
    if (!id.isGenerated) expect(fields[0]?.range ?? { min: least, max: most }).toEqual({ min, max });
  });

  test("an id that is not generated is a field, and another row can have it", () => {
    const own = table(bare("slug: text().primaryKey(), title: text()"));
    expect(own.fields.map(sketch)).toEqual(["slug: string", "title?: string|null"]);
    expect(own.hasUniqueKeys).toBe(true);
  });

  test.each([
    ["a column", "id: integer().generatedAlwaysAsIdentity().primaryKey(), x: text().unique()", "", true],
    [
      "an index",
      "id: uuid().defaultRandom().primaryKey(), x: text()",
      ', (t) => [uniqueIndex("u").on(t.x)]',
      true,
    ],
    [
      "an object",
      "id: uuid().defaultRandom().primaryKey(), x: text()",
      ", (t) => ({ u: unique().on(t.x) })",
      true,
    ],
    ["none", "id: uuid().defaultRandom().primaryKey(), x: text()", ', (t) => [index("i").on(t.x)]', false],
  ])("unique by %s", (_what, columns, extras, expected) => {
    expect(table(bare(columns, extras)).hasUniqueKeys).toBe(expected);
  });

  test("one that stands beside the columns can be the id", () => {
    const text = bare("id: uuid().defaultRandom()", ", (t) => [primaryKey({ columns: [t.id] })]");
    expect(table(text).id.name).toBe("id");
  });

  test.each([
    ["id: text()", "", "the table posts has no primary key, so that a row has no path of its own"],
    [
      "a: text(), b: text()",
      ", (t) => [primaryKey({ columns: [t.a, t.b] })]",
      "the primary key of the table posts has several columns (a, b), and a path has one id",
    ],
    [
      'id: bigint({ mode: "bigint" }).primaryKey()',
      "",
      "the primary key of the table posts is the column id, which is neither a text nor a whole number that JSON can hold",
    ],
  ])("%s: no routes", (columns, extras, why) => {
    expect(whys(bare(columns, extras))).toContain(why);
  });

  test("of parents are columns called like the parameters of the path", () => {
    const text = bare(
      "id: uuid().defaultRandom().primaryKey(), postId: integer().notNull(), done: boolean()",
    );
    expect(table(text, ["postId"]).keys.get("postId")).toMatchObject({ type: "int" });
    expect(whys(text, ["userId"])).toEqual([
      "the table posts has no column userId, which the path of the route has",
    ]);
  });
});

test.each([
  ["a list", "(t) => [foreignKey({ columns: [t.parentId], foreignColumns: [t.id] })]"],
  ["an object", "(t) => ({ parent: foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }) })"],
  [
    "a function",
    "(t) => ({ parent: foreignKey(() => ({ columns: [t.parentId], foreignColumns: [t.id] })) })",
  ],
  ["names", "({ id, parentId }) => [foreignKey({ columns: [parentId], foreignColumns: [id] })]"],
  ["a chain", '(t) => [foreignKey({ columns: [t.parentId], foreignColumns: [t.id] }).onDelete("cascade")]'],
])("a reference beside the columns is one: %s", (_what, extras) => {
  const text = `import { foreignKey, integer, pgTable, serial } from "drizzle-orm/pg-core";
    export const posts = pgTable("posts", { id: serial().primaryKey(), parentId: integer() }, ${extras});`;
  expect(table(text).references).toEqual(["parentId"]);
});

test("a column that code can only name in quotes is told", () => {
  expect(whys(schema('"first-name": p.text().notNull(), $ref: p.text()'))).toEqual([
    'the table posts calls a column "first-name", which code can only name in quotes',
  ]);
});

test.each(["constructor", "prototype", "__proto__"])("a column called %s is told", (name) => {
  expect(whys(schema(`${name}: p.text()`))).toEqual([
    `the table posts calls a column ${name}, which JavaScript takes for something else than a member`,
  ]);
});
