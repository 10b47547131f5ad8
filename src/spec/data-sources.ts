interface DataRow {
  readonly summary: string;
  /** Whether it is the app that has the resource: its files say what there is. */
  readonly isApps?: true;
}

/**
 * Where the resources of a template are kept, by the name that `--data` takes, the ones to be preferred first. What each
 * writes is in plan/data.
 */
export const dataTable = {
  prisma: { summary: "the app's own model, by Prisma", isApps: true },
  drizzle: { summary: "the app's own table, by Drizzle ORM", isApps: true },
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

/** Whether a choice takes what the app has: by a source's name, or as the app shows it. */
export function asksApp(choice: DataChoice): boolean {
  if (choice === "any") return true;
  const row: DataRow = dataTable[choice];
  return row.isApps === true;
}
