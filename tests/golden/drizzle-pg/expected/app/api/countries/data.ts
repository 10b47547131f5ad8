import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db";
import { countries } from "@/db/schema";

const newCountry = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  kind: z.enum(["island", "land"]),
});
const countryChanges = newCountry.partial();

export type NewCountry = z.infer<typeof newCountry>;
export type CountryChanges = z.infer<typeof countryChanges>;

const countryQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type CountryQuery = z.infer<typeof countryQuery>;

export type Country = typeof countries.$inferSelect;
export type CountryPage = {
  items: Country[];
  page: number;
  limit: number;
  total: number;
};

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

export async function fetchCountries(
  query: CountryQuery,
): Promise<CountryPage> {
  const { page, limit } = query;
  const [items, total] = await Promise.all([
    db
      .select()
      .from(countries)
      .orderBy(countries.code)
      .limit(limit)
      .offset((page - 1) * limit),
    db.$count(countries),
  ]);
  return { items, page, limit, total };
}

export async function fetchCountry(id: string): Promise<Country | undefined> {
  const [country] = await db
    .select()
    .from(countries)
    .where(eq(countries.code, id));
  return country;
}

export async function createCountry(input: NewCountry): Promise<Country> {
  const [country] = await db.insert(countries).values(input).returning();
  if (!country) throw new Error("The insert returned no row");
  return country;
}

export async function updateCountry(
  id: string,
  changes: CountryChanges,
): Promise<Country | undefined> {
  const [country] = await db
    .update(countries)
    .set({ ...changes, code: id })
    .where(eq(countries.code, id))
    .returning();
  return country;
}

export async function deleteCountry(id: string): Promise<boolean> {
  const deleted = await db
    .delete(countries)
    .where(eq(countries.code, id))
    .returning({ id: countries.code });
  return deleted.length > 0;
}

/** Whether a write failed because a unique value is taken; Drizzle wraps the error of the driver. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause !== undefined) return isDuplicate(error.cause);
  return "code" in error && error.code === "23505";
}

export function parseNewCountry(body: unknown): Parsed<NewCountry> {
  return parse(newCountry, body);
}

export function parseCountryChanges(body: unknown): Parsed<CountryChanges> {
  return parse(countryChanges, body);
}

export function parseCountryQuery(
  params: URLSearchParams,
): Parsed<CountryQuery> {
  return parse(countryQuery, Object.fromEntries(params));
}

/** What is wrong, as `path: message`. */
function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return { success: true, data };
  const issues = error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  );
  return { success: false, issues };
}
