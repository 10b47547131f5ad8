/**
 * What a text can be that a database reads as something else, and refuses if it cannot: its pattern, what a client is told that sends
 * another one, and two that are right. How many days a month has is left to the database.
 */
export const textForms = {
  // Small ones are printed with an exponent. Source: decimal.js, toString, by which Prisma answers them.
  decimal: {
    pattern: String.raw`/^-?\d+(\.\d+)?(e-\d\d?)?$/`,
    expected: "a decimal number in a text",
    samples: ["12.5", "2.5"],
  },
  day: {
    pattern: String.raw`/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/`,
    expected: "a day as in 2026-01-31",
    samples: ["2026-01-31", "2027-01-31"],
  },
  time: {
    pattern: String.raw`/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/`,
    expected: "a time as in 12:00:00",
    samples: ["12:00:00", "18:30:00"],
  },
  // As MySQL prints them: it takes no Z.
  timestamp: {
    pattern: String.raw`/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/`,
    expected: "a date and time as in 2026-01-31 12:00:00",
    samples: ["2026-01-31 12:00:00", "2027-01-31 12:00:00"],
  },
  // As PostgreSQL prints them, and as ISO 8601 has them.
  moment: {
    pattern: String.raw`/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*(Z|[+-][\d:]+)?$/`,
    expected: "a date and time as in 2026-01-31T12:00:00Z",
    samples: ["2026-01-31T12:00:00Z", "2027-01-31T12:00:00Z"],
  },
} as const satisfies Record<
  string,
  { pattern: string; expected: string; samples: readonly [string, string] }
>;

export type TextForm = keyof typeof textForms;

/** What the pattern of a form is called in a data module. */
export function patternName(form: TextForm): string {
  return `${form}Pattern`;
}

/** The patterns by these names: each is a line of its own, which is too short to be broken. */
export const patterns: Readonly<Record<string, string>> = Object.fromEntries(
  (Object.keys(textForms) as TextForm[]).map((form) => [patternName(form), textForms[form].pattern]),
);
