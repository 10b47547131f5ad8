import type { Field } from "../../spec/fields.js";
import { signed, unsigned, type Range } from "../../spec/integers.js";
import type { TextForm } from "../../spec/text-forms.js";

/** What a table is made for; `pg` for every PostgreSQL. */
export type Dialect = "pg" | "mysql" | "sqlite";

type FieldType = Field["type"];

/** What a column holds in JavaScript; `none` for what JSON cannot hold: bytes, big integers, points. */
type Held = FieldType | "none";

/** The type of a column, or one for each of its modes, the default first. */
type ColumnType = Held | Readonly<Record<string, Held>>;

const decimal = { string: "string", number: "number", bigint: "none" } as const;
const big = { bigint: "none", number: "int", string: "string" } as const;
const time = { date: "date", string: "string" } as const;

/** The columns of every dialect, by the function that makes one. Source: Drizzle ORM, "Column types". */
const columnTypes: Readonly<Record<Dialect, Readonly<Record<string, ColumnType>>>> = {
  pg: {
    bigint: big,
    bigserial: big,
    boolean: "boolean",
    char: "string",
    cidr: "string",
    date: { string: "string", date: "date" },
    decimal,
    doublePrecision: "number",
    halfvec: "number",
    inet: "string",
    integer: "int",
    interval: "string",
    json: "json",
    jsonb: "json",
    macaddr: "string",
    macaddr8: "string",
    numeric: decimal,
    pgEnum: "string",
    real: "number",
    serial: "int",
    smallint: "int",
    smallserial: "int",
    text: "string",
    time: "string",
    timestamp: time,
    uuid: "uuid",
    varchar: "string",
    vector: "number",
  },
  mysql: {
    bigint: big,
    boolean: "boolean",
    char: "string",
    date: time,
    datetime: time,
    decimal,
    double: "number",
    float: "number",
    int: "int",
    json: "json",
    longtext: "string",
    mediumint: "int",
    mediumtext: "string",
    mysqlEnum: "string",
    real: "number",
    serial: "int",
    smallint: "int",
    text: "string",
    time: "string",
    timestamp: time,
    tinyint: "int",
    tinytext: "string",
    varchar: "string",
    year: "int",
  },
  sqlite: {
    blob: { buffer: "none", json: "json", bigint: "none" },
    int: { number: "int", boolean: "boolean", timestamp: "date", timestamp_ms: "date" },
    integer: { number: "int", boolean: "boolean", timestamp: "date", timestamp_ms: "date" },
    numeric: decimal,
    real: "number",
    text: { text: "string", json: "json" },
  },
};

/** How many bits the whole numbers of a column have. Source: the numeric types of PostgreSQL and of MySQL. */
const bits: Readonly<Record<string, number>> = {
  tinyint: 8,
  smallint: 16,
  smallserial: 16,
  mediumint: 24,
  int: 32,
  integer: 32,
  serial: 32,
};

/**
 * Which whole numbers a column can hold; undefined for all that JavaScript tells apart: SQLite has no bounds below those.
 *
 * @param isUnsigned whether the column says so.
 */
export function rangeOf(dialect: Dialect, made: string, isUnsigned: boolean): Range | undefined {
  if (dialect === "sqlite") return undefined;
  if (made === "year") return { min: 1901, max: 2155 };
  // To MySQL, SERIAL is BIGINT UNSIGNED.
  if (dialect === "mysql" && made === "serial") return unsigned(64);
  const size = bits[made];
  if (isUnsigned) return unsigned(size ?? 64);
  return size === undefined ? undefined : signed(size);
}

/** The form of the texts in a column. Source: PostgreSQL and MySQL, "Data Types". */
const forms: Readonly<Record<string, TextForm>> = {
  decimal: "decimal",
  numeric: "decimal",
  date: "day",
  time: "time",
  datetime: "timestamp",
  timestamp: "timestamp",
};

/**
 * The form of the texts in a column; undefined where any text is right.
 *
 * @param withTimezone whether it has an offset: then its times are printed with one.
 */
export function formOf(dialect: Dialect, made: string, withTimezone: boolean): TextForm | undefined {
  const form = forms[made];
  if (form === "time" && withTimezone) return undefined;
  return form === "timestamp" && dialect === "pg" ? "moment" : form;
}

/** Columns whose value is a list of what they hold. */
const lists: ReadonlySet<string> = new Set(["vector", "halfvec"]);

/** Columns that number their rows themselves. */
const counters: ReadonlySet<string> = new Set(["serial", "bigserial", "smallserial"]);

/**
 * What a column holds in JavaScript.
 *
 * @param made the function that makes it, by its name in Drizzle.
 * @returns undefined for what JSON cannot hold, and for columns that are not Drizzle's own.
 */
export function heldBy(dialect: Dialect, made: string, mode: string | undefined): FieldType | undefined {
  const types = columnTypes[dialect];
  const type = Object.hasOwn(types, made) ? types[made] : undefined;
  const held = typeof type === "object" ? (type[mode ?? ""] ?? Object.values(type)[0]) : type;
  return held === "none" ? undefined : held;
}

/** Whether a column's value is a list, without `.array()`. */
export function isListColumn(made: string): boolean {
  return lists.has(made);
}

/** Columns of a text with a length that the database insists on. SQLite takes any. Source: Drizzle ORM, "Column types". */
const bounded: ReadonlySet<string> = new Set(["varchar", "char"]);

/** Whether the option `length` of a column bounds its text. */
export function isBounded(made: string, dialect: Dialect): boolean {
  return dialect !== "sqlite" && bounded.has(made);
}

/** Whether the database numbers the rows by it. */
export function isCounter(made: string): boolean {
  return counters.has(made);
}
