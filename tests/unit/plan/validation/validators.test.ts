import path from "node:path";
import { transform } from "esbuild";
import fc from "fast-check";
import fs from "fs-extra";
import { format } from "prettier";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sampleValue } from "../../../../src/plan/sample-values.js";
import { fieldTypeNames, parseFields, type Field } from "../../../../src/spec/fields.js";
import { validationNames } from "../../../../src/spec/validation.js";
import { textForms, type TextForm } from "../../../../src/spec/text-forms.js";
import type { PrismaHere } from "../../../../src/project/prisma/resource.js";
import { safe, signed, type Range } from "../../../../src/spec/integers.js";
import type { Key } from "../../../../src/spec/key-types.js";
import { everyLibrary } from "../../../support/every-library.js";
import { prismaWithPosts } from "../../../support/prisma-with-posts.js";
import { renderRoutes, repository } from "../../../support/pipeline.js";

const runs = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 40) };
const folder = path.join(repository, "tests/.cache", `validators-${String(process.pid)}`);
beforeAll(() => fs.ensureDir(folder));
afterAll(() => fs.remove(folder));

/** The libraries, zod in both of its majors. */
const libraries = [...validationNames, "zod-3"] as const;
type Library = (typeof libraries)[number];

/** The data module that is written for fields, with a library: the texts of `--fields`, or those of a model of Prisma. */
function moduleWith(
  library: Library,
  fields: string | readonly Field[],
  key: Key = { type: "uuid" },
): string {
  const isEarly = library === "zod-3";
  const validation = new Map(everyLibrary.validation).set("zod", {
    isReady: true,
    major: isEarly ? 3 : 4,
    isOwn: true,
  });
  const isModel = typeof fields !== "string";
  const files = renderRoutes(
    ["posts"],
    {
      ...(isModel ? { data: "prisma" } : { fields: [fields] }),
      validate: isEarly ? "zod" : library,
      methods: ["GET", "POST", "PATCH"],
    },
    undefined,
    { ...everyLibrary, validation, ...(isModel ? { prisma: modelWith(fields, key) } : {}) },
  );
  return files.find(({ path: file }) => file.endsWith("data.ts"))!.text;
}

function modelWith(fields: readonly Field[], key: Key): PrismaHere {
  const resource = prismaWithPosts.resource("posts", []);
  return {
    ...prismaWithPosts,
    resource: () =>
      "why" in resource || Array.isArray(resource)
        ? []
        : { ...resource, id: { ...resource.id, ...key }, parents: [], fields },
  };
}

type Parsed = { success: true; data: unknown } | { success: false; issues: string[] };
interface Module {
  readonly parseNewPost: (body: unknown) => Parsed;
  readonly parsePostChanges: (body: unknown) => Parsed;
  readonly parsePostKey: (id: unknown) => Parsed;
  readonly parsePostQuery: (params: URLSearchParams) => Parsed;
}

let made = 0;
async function loaded(library: Library, fields: string | readonly Field[], key?: Key): Promise<Module> {
  const text = moduleWith(library, fields, key).replace(/^import \{ prisma \}.*$/m, "const prisma = {};");
  const { code } = await transform(text, { loader: "ts", format: "esm" });
  const file = path.join(folder, `${String((made += 1))}.mjs`);
  await fs.outputFile(file, library === "zod-3" ? code.replace('from "zod"', 'from "zod-3"') : code);
  return (await import(file)) as Module;
}

const typeText = fc.oneof(
  fc.constantFrom(...fieldTypeNames),
  fc.constantFrom("draft|published", "(admin|user)", "one two|3"),
);
const fieldText = fc
  .tuple(
    fc.constantFrom(
      "title",
      "views",
      "status",
      "publishedAt",
      "class",
      "issues",
      "data",
      "a",
      "tags",
      "error",
      "body",
    ),
    typeText,
    fc.constantFrom("", "[]"),
    fc.constantFrom("", "?"),
  )
  .map(([name, type, list, open]) => ({
    name,
    text: `${name}:${list !== "" && type.includes("|") && !type.startsWith("(") ? `(${type})` : type}${list}${open}`,
  }));
const fieldsText = fc
  .uniqueArray(fieldText, { selector: ({ name }) => name, minLength: 1, maxLength: 8 })
  .map((fields) => fields.map(({ text }) => text).join(","));

/** What JSON can say, near to what a field takes. */
const someValue = (field: Field) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(sampleValue(field, "A text")) },
    fc.constantFrom<unknown>(
      undefined,
      null,
      "",
      "draft",
      "nope",
      0,
      -1,
      1.5,
      1e20,
      true,
      [],
      ["x"],
      [""],
      [1],
      [null],
      [["x"]],
      {},
      "2026-01-31T12:00:00+02:00",
      "2026-02-30T12:00:00Z",
      "2026-01-31",
    ),
  );
const someBody = (fields: readonly Field[]) =>
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .record({
          ...Object.fromEntries(fields.map((field) => [field.name, someValue(field)])),
          unknown: fc.constant(1),
        })
        .map((body) => JSON.parse(JSON.stringify(body)) as unknown),
    },
    fc.constantFrom<unknown>([], null, 1, "text", true, {}),
  );

/** What is wrong, by the places that are told; the words are each library's own. */
function told(parsed: Parsed): unknown {
  if (parsed.success) return JSON.parse(JSON.stringify(parsed.data)) as unknown;
  expect(parsed.issues.length).toBeGreaterThan(0);
  for (const issue of parsed.issues) expect(issue).toMatch(/^\S.*\S$/s);
  return [...new Set(parsed.issues.map((issue) => /^(\w+)(?:\.\d+)*: /.exec(issue)?.[1] ?? ""))].sort();
}

test(
  "every library takes and refuses the same bodies, and tells the same places",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fieldsText.chain((text) =>
          fc.tuple(
            fc.constant(text),
            fc.array(someBody(parseFields([text]).fields), { minLength: 10, maxLength: 10 }),
          ),
        ),
        async ([text, bodies]) => {
          const modules = await Promise.all(libraries.map((library) => loaded(library, text)));
          for (const body of bodies) {
            const answers = (parse: "parseNewPost" | "parsePostChanges") =>
              Object.fromEntries(
                libraries.map((library, index) => [library, told(modules[index]![parse](body))]),
              );
            const same = (answer: unknown) =>
              Object.fromEntries(libraries.map((library) => [library, answer]));
            const asNew = answers("parseNewPost");
            expect({ body, asNew }).toEqual({ body, asNew: same(asNew["none"]) });
            const changes = answers("parsePostChanges");
            expect({ body, changes }).toEqual({ body, changes: same(changes["none"]) });
          }
        },
      ),
      runs,
    );
  },
);

const ranges: readonly Range[] = [signed(32), signed(16), { min: 0, max: 255 }, { min: 0, max: safe.max }];
const forms = Object.keys(textForms) as TextForm[];
const boundedField = fc
  .record({
    type: fc.constantFrom("string" as const, "uuid" as const, "int" as const),
    isList: fc.boolean(),
    isOptional: fc.boolean(),
    isNullable: fc.boolean(),
    maxLength: fc.constantFrom(1, 5),
    range: fc.constantFrom(...ranges),
    form: fc.constantFrom(undefined, ...forms),
  })
  .map(({ type, maxLength, range, form, ...rest }): Field => ({
    ...rest,
    name: "given",
    type,
    choices: [],
    ...(type === "string" ? (form ? { form } : { maxLength }) : type === "int" ? { range } : {}),
  }));
const boundedValue = fc.constantFrom<unknown>(
  ...[undefined, null, "", "a", "ab", "abcde", "abcdef", "a\nb"],
  ...[1, 2 ** 31 - 1, 2 ** 31, -(2 ** 33), 255, 256, -32768, -32769],
  ...["12.5", "1000.5", "-1", "NaN", "2026-01-31", "2026-13-01", "12:00", "12:00:00.5", "24:00"],
  ...["2026-01-31 12:00:00", "2026-01-31T12:00:00+00", "2026-01-31\n"],
  // Of RFC 9562, of nobody's making, and not quite one.
  ...[
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "00000000-0000-0000-0000-000000000001",
    "ABCDEF01-0000-0000-0000-000000000000",
  ],
  ...[
    "3f2504e0-4f89-41d3-9a0c-0305e82c330",
    "3f2504e04f8941d39a0c0305e82c3301",
    "3f2504e0-4f89-41d3-9a0c-0305e82c3301\n",
  ],
);

test(
  "what a database would refuse is refused before, by every library alike",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        boundedField,
        fc.array(fc.oneof(boundedValue, fc.array(boundedValue, { maxLength: 2 })), {
          minLength: 10,
          maxLength: 10,
        }),
        async (field, values) => {
          const modules = await Promise.all(libraries.map((library) => loaded(library, [field])));
          for (const value of values) {
            const body = JSON.parse(JSON.stringify({ given: value })) as unknown;
            for (const parse of ["parseNewPost", "parsePostChanges"] as const) {
              const answers = modules.map((module) => told(module[parse](body)));
              expect({ body, answers }).toEqual({ body, answers: answers.map(() => answers[0]) });
            }
          }
          const accepted = (value: unknown) =>
            modules.map((module) => module.parseNewPost({ given: field.isList ? [value] : value }).success);
          const [right, wrong] = {
            string: field.form
              ? [sampleValue({ ...field, isList: false }, ""), "soon"]
              : ["a".repeat(field.maxLength ?? 0), "a".repeat((field.maxLength ?? 0) + 1)],
            uuid: ["00000000-0000-0000-0000-000000000001", "none"],
            int: [field.range?.max, (field.range?.max ?? 0) + 1],
          }[field.type as "string" | "uuid" | "int"] as [unknown, unknown];
          expect(accepted(right)).toEqual(libraries.map(() => true));
          expect(accepted(wrong)).toEqual(libraries.map(() => false));
        },
      ),
      runs,
    );
  },
);

describe.each(libraries)("%s", (library) => {
  const title = parseFields(["title:string"]).fields;

  test.each<[unknown, number]>([
    ...[0, 7, 2147483647].flatMap((id): [unknown, number][] => [
      [id, id],
      [String(id), id],
    ]),
    ["007", 7],
  ])("the key %j of an integer is %j", async (id, key) => {
    const { parsePostKey } = await loaded(library, title, { type: "int" });
    expect(parsePostKey(id)).toEqual({ success: true, data: { id: key } });
  });

  test.each([
    ...[true, null, "", " ", [], [2], ["2"], {}, -1, 1.5, 2147483648, Infinity],
    ...["first", "0x1", "1.0", "1e0", " 1", "1 ", "+1", "-1", "-0", "٣", "2147483648", "9".repeat(30)],
  ])("%j is no key of an integer", async (id) => {
    const { parsePostKey } = await loaded(library, title, { type: "int" });
    expect(told(parsePostKey(id))).toEqual(["id"]);
  });

  test.each<[Range, unknown, number | undefined]>([
    [signed(16), "-32768", -32768],
    [signed(16), "32767", 32767],
    [signed(16), 40000, undefined],
    [signed(16), "-32769", undefined],
    [signed(16), "--1", undefined],
    [signed(32), -7, -7],
    [{ min: 0, max: safe.max }, "5000000000", 5000000000],
    [{ min: 0, max: safe.max }, "9007199254740992", undefined],
    [{ min: 0, max: safe.max }, -1, undefined],
    [{ min: 0, max: safe.max }, "-1", undefined],
    [safe, "-5000000000", -5000000000],
    [safe, 1.5, undefined],
    [safe, "x", undefined],
    [{ min: 0, max: 255 }, "256", undefined],
    [{ min: 0, max: 255 }, "0255", 255],
  ])("of keys in %j, %j is %j", async (range, id, key) => {
    const { parsePostKey } = await loaded(library, title, { type: "int", range });
    const parsed = parsePostKey(id);
    if (key === undefined) expect(told(parsed)).toEqual(["id"]);
    else expect(parsed).toEqual({ success: true, data: { id: key } });
  });

  test.each([...["2026-01-31T12:00:00Z", "2026-01-31T12:00:00.123+05:30", "2024-02-29T23:59:59-01:00"]])(
    "%j is a date",
    async (at) => {
      const { parseNewPost } = await loaded(library, "at:date");
      expect(parseNewPost({ at })).toEqual({ success: true, data: { at: new Date(at) } });
    },
  );

  test.each([
    ...["2026-02-30T12:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00+02:00"],
    ...["2026-13-01T00:00:00Z", "2026-01-32T00:00:00Z", "2026-01-31T25:00:00Z"],
    ...["2026-01-31", "2026-01-31T12:00:00", "2026-01-31 12:00:00Z", "20260131T120000Z", "1769860800000", ""],
  ])("%j is no date", async (at) => {
    const { parseNewPost } = await loaded(library, "at:date,more:date[]?");
    expect(told(parseNewPost({ at, more: [at] }))).toEqual(["at", "more"]);
  });

  test("a number is finite, in a list or alone", async () => {
    const { parseNewPost } = await loaded(library, "price:number,more:number[]?");
    expect(parseNewPost({ price: 1e300, more: [-1e300] })).toMatchObject({ success: true });
    // JSON has 1e400.
    expect(told(parseNewPost(JSON.parse('{"price":1e400,"more":[-1e400]}')))).toEqual(["more", "price"]);
  });

  test("what is told of a choice names its path once", async () => {
    const { parseNewPost } = await loaded(library, "status:draft|published,isPinned:boolean,tags:(a|b)[]");
    const { issues = [] } = parseNewPost({ status: "x", isPinned: 1, tags: ["c"] }) as { issues?: string[] };
    expect(
      issues
        .join("\n")
        .match(/status|isPinned|tags/g)
        ?.sort(),
    ).toEqual(["isPinned", "status", "tags"]);
  });

  test.each(["0", "-1", "1.5", "x", "1000000000"])("there is no page %j", async (page) => {
    const { parsePostQuery } = await loaded(library, title);
    expect(told(parsePostQuery(new URLSearchParams({ page })))).toEqual(["page"]);
  });
});

test.each(libraries)("%s: a schema that fields share is there only for who uses it", (library) => {
  const text = moduleWith(library, "dateTime:string,int32:int,jsonValue:boolean");
  expect(text).not.toMatch(/const (dateTime|int32|jsonValue) = [zv]\./);
});

const everyKey = libraries.flatMap((library) =>
  [undefined, ...ranges, safe].map((range) => [library, range] as const),
);
test.each(everyKey)("%s: there is nothing for Prettier to change with keys of %j", async (library, range) => {
  const written = moduleWith(library, parseFields(["title:string"]).fields, {
    type: "int",
    ...(range && { range }),
  });
  expect(await format(written, { parser: "typescript" })).toBe(written);
});

test.each(libraries)("%s: there is nothing for Prettier to change with forms of texts", async (library) => {
  const fields = forms.flatMap((form, index) =>
    [false, true].map((isOptional): Field => ({
      ...parseFields([`field${String(index)}${isOptional ? "Open" : ""}:string`]).fields[0]!,
      isOptional,
      isNullable: isOptional,
      isList: index === 1,
      form,
    })),
  );
  const written = moduleWith(library, fields);
  expect(await format(written, { parser: "typescript" })).toBe(written);
});

test("there is nothing in it for Prettier to change", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fieldsText, fc.constantFrom(...libraries), async (text, library) => {
      const written = moduleWith(library, text);
      expect(await format(written, { parser: "typescript" })).toBe(written);
    }),
    { numRuns: runs.numRuns * 3 },
  );
});
