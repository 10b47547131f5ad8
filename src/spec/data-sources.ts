interface DataRow {
  readonly summary: string;
}

/**
 * Where the resources of a template are kept, by the name that `--data` takes, the ones to be preferred first. What each
 * writes is in plan/data.
 */
export const dataTable = {
  prisma: { summary: "the app's own model, by Prisma" },
  drizzle: { summary: "the app's own table, by Drizzle ORM" },
  sample: { summary: "a sample store in memory, so that the routes answer at once" },
  none: { summary: "typed functions to fill in" },
} as const satisfies Record<string, DataRow>;

export type DataName = keyof typeof dataTable;

export const dataNames = Object.keys(dataTable) as DataName[];

/** What holds where the app shows no place for the resource. */
export const defaultData = "sample" satisfies DataName;

/** A source, or `any`: the one that the app shows to have the resource. */
export type DataChoice = DataName | "any";

export function isData(text: string): text is DataName {
  return Object.hasOwn(dataTable, text);
}
