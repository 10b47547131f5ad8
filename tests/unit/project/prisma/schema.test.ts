import { expect, test } from "vitest";
import { findModel } from "../../../../src/project/prisma/find-model.js";
import { columnsOf } from "../../../../src/project/prisma/model-columns.js";
import { mappedName, namesIn, parseSchema } from "../../../../src/project/prisma/schema.js";

/** The columns of the one model of a schema. */
function columns(text: string) {
  const schema = parseSchema([text]);
  const found = columnsOf(schema.models[0]!, schema);
  if (Array.isArray(found)) throw new Error(found.map(({ why }) => why).join());
  return found;
}

function unfit(text: string): string[] {
  const schema = parseSchema([text]);
  const found = columnsOf(schema.models[0]!, schema);
  return Array.isArray(found) ? found.map(({ why }) => why) : [];
}

/** `name?: type[] | null (choices)`, as one would write the fields down. */
function fieldsOf(text: string): string[] {
  return columns(text).fields.map(
    ({ name, type, isList, isOptional, isNullable, choices, maxLength }) =>
      `${name}${isOptional ? "?" : ""}: ${type}${maxLength === undefined ? "" : `(${String(maxLength)})`}${isList ? "[]" : ""}${isNullable ? " | null" : ""}${choices.length > 0 ? ` (${choices.join(", ")})` : ""}`,
  );
}

test("a blog as Prisma's guides have it", () => {
  const text = `
    enum Role { // not a line of its own
    }
    model User { id Int @id }
    model Post {
      id        Int      @id @default(autoincrement())
      createdAt DateTime @default(now())
      updatedAt DateTime @updatedAt
      title     String   @db.VarChar(255)
      content   String?
      published Boolean  @default(false)
      author    User     @relation(fields: [authorId], references: [id])
      authorId  Int
    }`;
  const schema = parseSchema([text]);
  expect(columnsOf(schema.models[1]!, schema)).toEqual({
    id: { name: "id", type: "int", range: { min: 0, max: 2147483647 }, madeBy: "schema" },
    fields: [
      {
        name: "title",
        type: "string",
        choices: [],
        isList: false,
        isOptional: false,
        isNullable: false,
        maxLength: 255,
      },
      {
        name: "content",
        type: "string",
        choices: [],
        isList: false,
        isOptional: true,
        isNullable: true,
        blank: null,
      },
      {
        name: "published",
        type: "boolean",
        choices: [],
        isList: false,
        isOptional: true,
        isNullable: false,
        blank: false,
      },
      {
        name: "authorId",
        type: "int",
        choices: [],
        isList: false,
        isOptional: false,
        isNullable: false,
        range: { min: -2147483648, max: 2147483647 },
      },
    ],
    shown: undefined,
    keys: [
      { name: "id", type: "int", range: { min: 0, max: 2147483647 } },
      { name: "title", type: "string" },
      { name: "content", type: "string" },
      { name: "authorId", type: "int", range: { min: 0, max: 2147483647 } },
    ],
    references: ["authorId"],
    isHeld: false,
    createdAt: "createdAt",
    hasUniqueKeys: false,
  });
});

test("comments, odd spaces, attributes over several lines, strings with signs in them", () => {
  const text = [
    "/* model Old { id Int @id } */",
    'datasource db { url = "postgresql://a:b@c/d?e={f}" }',
    "/// model Doc { id Int @id }",
    "model   Post{",
    "  id String @id() @default(uuid()) /// the id",
    '  title String @default("// no } comment \\" { @unique") @map("the_title")',
    "  // left: out Int",
    "  kind Int /* of",
    "  post */ @default(1)",
    "  author User @relation(",
    '    name: "author",',
    "    references: [id],",
    "    fields: [authorId]",
    "  )",
    "  authorId String",
    '  @@index([title, authorId(sort: Desc)], map: "x")',
    "}",
    "model User { id String @id }",
  ];
  for (const end of ["\n", "\r\n"]) {
    const schema = parseSchema([text.join(end)]);
    expect(schema.models.map(({ name }) => name)).toEqual(["Post", "User"]);
    expect(schema.models[0]?.fields.map(({ name }) => name)).toEqual([
      "id",
      "title",
      "kind",
      "author",
      "authorId",
    ]);
    expect(mappedName(schema.models[0]!.fields[1]!)).toBe("the_title");
    expect(namesIn(schema.models[0]!.attributes[0]!)).toEqual(["title", "authorId"]);
    expect(columnsOf(schema.models[0]!, schema)).toMatchObject({
      references: ["authorId"],
      hasUniqueKeys: false,
      fields: [{ name: "title", isOptional: true }, { name: "kind", type: "int" }, { name: "authorId" }],
    });
  }
});

test("an enum is known by the names of its values, in whichever file it stands", () => {
  const schema = parseSchema([
    'enum Status {\n  DRAFT @map("draft") // not yet\n  /// seen\n  PUBLIC\n\n  @@map("status")\n}',
    "model Post {\n  id Int @id\n  status Status @default(DRAFT)\n  others Status[]\n}",
  ]);
  expect(columnsOf(schema.models[0]!, schema)).toMatchObject({
    fields: [
      { name: "id", isOptional: false },
      { name: "status", type: "string", choices: ["DRAFT", "PUBLIC"], isOptional: true },
      { name: "others", type: "string", choices: ["DRAFT", "PUBLIC"], isList: true, isOptional: true },
    ],
  });
});

test.each([
  ["tags String[]", "tags?: string[]"],
  ["price Decimal @db.Decimal(10, 2)", "price: string"],
  ["meta Json?", "meta?: json"],
  ["at DateTime?", "at?: date | null"],
  ["publicId String @unique @default(cuid())", "publicId?: string"],
  ["rating Float @default(0)", "rating?: number"],
])("%s may be sent as %s", (line, field) => {
  expect(fieldsOf(`model A {\n id Int @id @default(autoincrement())\n ${line}\n}`)).toEqual([field]);
});

test.each([
  "createdAt DateTime @default(now())",
  'createdAt DateTime @default(dbgenerated("now()"))',
  "changed DateTime? @updatedAt",
  "secret String? @ignore",
  'place Unsupported("point")?',
  "bs B[]",
  "b B? @relation(fields: [x], references: [id])",
])("%s is not sent", (line) => {
  expect(
    fieldsOf(`model A {\n id Int @id @default(autoincrement())\n ${line}\n}\nmodel B {\n id Int @id\n}`),
  ).toEqual([]);
});

test.each([
  ["id Int @id @default(autoincrement())", { name: "id", type: "int", madeBy: "schema" }],
  ["id String @id @default(cuid())", { name: "id", type: "string", madeBy: "schema" }],
  [
    'id String @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid',
    { name: "id", type: "uuid", madeBy: "schema" },
  ],
  ['userId String @id() @map("user_id") @db.Uuid', { name: "userId", type: "uuid", madeBy: "module" }],
  ["code String @id @db.Char(2)", { name: "code", type: "string", madeBy: "sender" }],
  ["key Int\n @@id([key])", { name: "key", type: "int", madeBy: "sender" }],
])("%s is an id", (line, id) => {
  expect(columns(`model A {\n ${line}\n}`).id).toMatchObject(id);
});

test.each([
  ["id Int @id @default(autoincrement())\n a Int", false],
  ["id Int @id @default(autoincrement())\n a Int @unique", true],
  ['id Int @id @default(autoincrement())\n a Int @unique(map: "a_key")', true],
  ["id Int @id @default(autoincrement())\n a Int\n b Int\n @@unique([a, b])", true],
  ["code String @id", true],
  ["id String @id @db.Uuid", false],
])("%j can be there already: %j", (lines, expected) => {
  expect(columns(`model A {\n ${lines}\n}`).hasUniqueKeys).toBe(expected);
});

test.each([
  ["a Int\n b Int\n @@id([a, b])", ["routes name a row of A by one id, and its id is a and b together"]],
  [
    'a Int\n b Int\n @@id(name: "ab", fields: [a, b(sort: Desc)])',
    ["routes name a row of A by one id, and its id is a and b together"],
  ],
  ["a Int @unique", ["routes name a row of A by one id, and it has no @id"]],
  ["id BigInt @id", ["the id of A is BigInt, which routes cannot look up"]],
  [
    'id String @id @default(auto()) @map("_id") @db.ObjectId',
    ["the id of A is String @db.ObjectId, which routes cannot look up"],
  ],
  [
    'a Int\n views BigInt\n place Unsupported("point")\n passwordHash String',
    [
      "routes name a row of A by one id, and it has no @id",
      "A needs views for every row, and JSON cannot hold its type, BigInt",
      "A needs place for every row, and JSON cannot hold its type, Unsupported",
      "A needs passwordHash for every row, and a secret is not stored as a client sends it",
    ],
  ],
])("%j does not fit", (lines, whys) => {
  expect(unfit(`model A {\n ${lines}\n}`)).toEqual(whys);
});

test("what JSON cannot hold, and what nobody is to read, is neither sent nor answered", () => {
  const hidden =
    "views BigInt @default(0)\n file Bytes?\n password String?\n passwordHash String?\n access_token String?";
  const text = `model A {\n id Int @id\n name String\n tokenCount Int\n ${hidden}\n}`;
  expect(columns(text).shown).toEqual(["id", "name", "tokenCount"]);
  expect(fieldsOf(text)).toEqual(["id: int", "name: string", "tokenCount: int"]);
  const plain = 'model A {\n id Int @id\n place Unsupported("point")?\n gone String? @ignore\n}';
  expect(columns(plain).shown).toBeUndefined();
});

test("what a user may do is read, and set by the app alone if it can be left out", () => {
  const text = 'model User {\n id Int @id\n name String\n role String @default("user")\n isAdmin Boolean?\n}';
  expect(columns(text).shown).toBeUndefined();
  expect(fieldsOf(text)).toEqual(["id: int", "name: string"]);
  expect(fieldsOf("model User {\n id Int @id\n role String\n}")).toEqual(["id: int", "role: string"]);
  const other = 'model Ticket {\n id Int @id\n role String @default("user")\n}';
  expect(fieldsOf(other)).toEqual(["id: int", "role?: string"]);
});

test.each([
  ["a A @relation(fields: [aId], references: [id])\n aId Int", true],
  ["a A? @relation(fields: [aId], references: [id])\n aId Int?", false],
  ["a A @relation(fields: [aId], references: [id], onDelete: Cascade)\n aId Int", false],
  ["a A? @relation(fields: [aId], references: [id], onDelete: Restrict)\n aId Int?", true],
  ["as A[]", false],
])("a row has to stay because of %j: %j", (lines, isHeld) => {
  const text = `model A {\n id Int @id\n bs B[]\n}\nmodel B {\n id Int @id\n ${lines}\n}`;
  expect(columns(text).isHeld).toBe(isHeld);
});

test("a model is found by its name, in singular or plural, else by that of its table", () => {
  const schema = parseSchema([
    'model BlogPost { id Int @id }\nmodel Entry {\n id Int @id\n @@map(name: "news_items")\n}\nview Info { id Int }',
    "model categories { id Int @id }\nmodel Gone {\n id Int @id\n @@ignore\n}\nmodel URL { id Int @id }",
  ]);
  const found = (resource: string) => findModel(schema, resource)?.name;
  expect(["blog-posts", "blogPost", "blog_posts"].map(found)).toEqual(Array(3).fill("BlogPost"));
  expect(["news-items", "entries", "category", "categories", "urls"].map(found)).toEqual([
    "Entry",
    "Entry",
    "categories",
    "categories",
    "URL",
  ]);
  expect(["posts", "gone", "infos", "info"].map(found)).toEqual(Array(4).fill(undefined));
});

test.each([
  "",
  "{",
  "model",
  "model A {",
  "model A { id Int @id @default(",
  "}}}}",
  'model A { a "',
  "model A {\n @@ @ ( [\n}",
])("%j is read without a fault", (text) => {
  expect(() => parseSchema([text])).not.toThrow();
});

test.each([
  ["postgresql", "name String", "name: string"],
  ["postgresql", "name String @db.VarChar(80)", "name: string(80)"],
  ["postgresql", "name String[] @db.Char(2)", "name?: string(2)[]"],
  ["postgresql", "name String @db.Text", "name: string"],
  ["postgresql", "name String? @db.Uuid", "name?: uuid | null"],
  ["postgresql", "name String[] @db.Uuid", "name?: uuid[]"],
  ["mysql", "name String", "name: string(191)"],
  ["mysql", "name String @db.Text", "name: string"],
  ["sqlserver", "name String", "name: string(1000)"],
  ["sqlserver", "name String @db.NVarChar(Max)", "name: string"],
  ["sqlserver", "name String @db.UniqueIdentifier", "name: uuid"],
  ["sqlite", "name String", "name: string"],
])("how long a text may be, and which texts are UUIDs: %s has %s", (provider, line, expected) => {
  const source = `datasource db {\n provider = "${provider}"\n}\n`;
  expect(fieldsOf(`${source}model A {\n id Int @id @default(autoincrement())\n ${line}\n}`)).toEqual([
    expected,
  ]);
});

test("what a row has that is made without a field", () => {
  const blanks = columns(`
    enum Status { DRAFT PUBLIC }
    model Post {
      id        Int       @id @default(autoincrement())
      title     String
      note      String?
      slug      String    @default("a \\"b\\"")
      key       String    @default(uuid())
      left      Int       @default(-1)
      rate      Decimal?  @default(0.5)
      big       Int       @default(dbgenerated("1"))
      isOpen    Boolean   @default(true)
      status    Status    @default(DRAFT)
      tags      String[]
      marks     String[]  @default([])
      more      String[]  @default(["a"])
      meta      Json?
      at        DateTime?
      on        DateTime  @default("2026-01-31T12:00:00Z")
    }`).fields.map(({ name, blank }) => [name, blank]);
  expect(Object.fromEntries(blanks)).toEqual({
    title: undefined,
    note: null,
    slug: 'a "b"',
    key: undefined,
    left: -1,
    rate: "0.5",
    big: undefined,
    isOpen: true,
    status: "DRAFT",
    tags: [],
    marks: [],
    more: undefined,
    meta: undefined,
    at: null,
    on: undefined,
  });
});

test.each([
  ["Int", "postgresql", -2147483648, 2147483647],
  ["Int @db.SmallInt", "postgresql", -32768, 32767],
  ["Int @db.UnsignedTinyInt", "mysql", 0, 255],
  ["Int @db.TinyInt", "mysql", -128, 127],
  ["Int @db.TinyInt", "sqlserver", 0, 255],
])("what an %s of %s holds, a body and the path can have", (type, provider, min, max) => {
  const source = `datasource db {\n provider = "${provider}"\n}`;
  const sent = columns(`${source}\nmodel Post {\n id ${type} @id\n}`);
  expect(sent.fields).toMatchObject([{ name: "id", range: { min, max } }]);
  expect(sent.id).toMatchObject({ madeBy: "sender", range: { min, max } });
  const counted = columns(`${source}\nmodel Post {\n id ${type} @id @default(autoincrement())\n}`);
  expect(counted.id).toMatchObject({ madeBy: "schema", range: { min: 0, max } });
});

test("a decimal is a text, in a body as in an answer", () => {
  expect(columns("model A {\n id Int @id @default(autoincrement())\n price Decimal\n}").fields).toMatchObject(
    [{ name: "price", type: "string", form: "decimal" }],
  );
});

test("what marks a row as deleted is set by no body", () => {
  const { fields, shown } = columns(
    "model A {\n id Int @id @default(autoincrement())\n title String\n deletedAt DateTime?\n}",
  );
  expect(fields.map(({ name }) => name)).toEqual(["title"]);
  expect(shown).toBeUndefined();
});
