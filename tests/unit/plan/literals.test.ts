import { type } from "arktype";
import fc from "fast-check";
import { format } from "prettier";
import * as v from "valibot";
import { expect, test } from "vitest";
import { z } from "zod";
import { literal } from "../../../src/plan/literals.js";
import { arktype } from "../../../src/plan/validation/arktype.js";
import { valibot } from "../../../src/plan/validation/valibot.js";
import { zod } from "../../../src/plan/validation/zod.js";
import type { Field } from "../../../src/spec/fields.js";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 200);
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom('"', "'", "\\", "`", "|", "$", "{", "\n", "\u2028", "a", " ") }),
);

/** What an expression is worth. */
function valueOf(expression: string, given: Readonly<Record<string, unknown>> = {}): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what is written is run, to see that it is what was meant
  const run = new Function(...Object.keys(given), `return ${expression};`) as (
    ...values: unknown[]
  ) => unknown;
  return run(...Object.values(given));
}

test("a literal is its text, whatever is in it, and in the quotes of Prettier", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(valueOf(literal(text))).toBe(text);
      const statement = `x = ${literal(text)};\n`;
      expect(await format(statement, { parser: "typescript", printWidth: 1000 })).toBe(statement);
    }),
    { numRuns },
  );
});

test("the texts that a column can be are those of the schema, whatever is in them", () => {
  const choices = fc.uniqueArray(anyText, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(choices, fc.boolean(), fc.boolean(), (texts, isList, isNullable) => {
      const field: Field = {
        name: "a",
        type: "string",
        choices: texts,
        isList,
        isOptional: false,
        isNullable,
      };
      const schemas = [
        {
          made: zod(4),
          given: { z },
          takes: (schema: unknown, value: unknown) => (schema as z.ZodType).safeParse(value).success,
        },
        {
          made: valibot,
          given: { v },
          takes: (schema: unknown, value: unknown) => v.is(schema as v.GenericSchema, value),
        },
        {
          made: arktype,
          given: { type },
          takes: (schema: unknown, value: unknown) =>
            (schema as { allows: (it: unknown) => boolean }).allows(value),
        },
      ];
      for (const { made, given, takes } of schemas) {
        const schema = valueOf(`${made.object}({ ${made.field(field)} })`, given);
        for (const text of texts) expect(takes(schema, { a: isList ? [text] : text })).toBe(true);
        expect(takes(schema, { a: null })).toBe(isNullable);
        const other = `${texts.join("")}!`;
        expect(takes(schema, { a: isList ? [other] : other })).toBe(false);
      }
    }),
    { numRuns },
  );
});
