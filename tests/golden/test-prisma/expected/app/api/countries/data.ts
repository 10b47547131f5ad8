import { z } from "zod";
import prisma from "@/lib/db";

const newCountry = z.object({
  code: z.string().min(1).max(2),
  name: z.string().min(1),
});
const countryChanges = newCountry.partial();

export type NewCountry = z.infer<typeof newCountry>;
export type CountryChanges = z.infer<typeof countryChanges>;

const countryQuery = z.object({
  page: z.coerce.number().int().min(1).max(10000).default(1),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type CountryQuery = z.infer<typeof countryQuery>;

type Parsed<T> =
  | { success: true; data: T; issues?: never }
  | { success: false; data?: never; issues: string[] };

// A body was checked by wider types than Prisma has for what it is given.
type CountryUpdate = Parameters<typeof prisma.country.update>[0]["data"];

export async function fetchCountries({ page, limit }: CountryQuery) {
  const [items, total] = await Promise.all([
    prisma.country.findMany({
      orderBy: { code: "asc" },
      skip: (page - 1) * limit,
      take: limit,
    }),
    prisma.country.count(),
  ]);
  return { items, page, limit, total };
}

export async function fetchCountry(id: string) {
  return prisma.country.findUnique({ where: { code: id } });
}

export async function createCountry(input: NewCountry) {
  return prisma.country.create({ data: input });
}

export async function updateCountry(id: string, changes: CountryChanges) {
  try {
    return await prisma.country.update({
      where: { code: id },
      data: { ...changes, code: id } as CountryUpdate,
    });
  } catch (error) {
    if (codeOf(error) === "P2025") return undefined;
    throw error;
  }
}

export async function deleteCountry(id: string) {
  const deleted = await prisma.country.deleteMany({ where: { code: id } });
  return deleted.count > 0;
}

/** Whether a write failed because a unique value is taken. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === "P2002";
}

/** Whether a write failed because of what a row refers to. */
export function isBrokenReference(error: unknown): boolean {
  const code = codeOf(error);
  return code === "P2003" || code === "P2014";
}

/** Prisma's code of an error: P2025 where there is no such row. */
function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
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
