import type { ImportedName } from "../project/imports.js";

/** A name that a file needs, and the module that it is from, as the file writes it. */
export interface ImportNeed extends ImportedName {
  readonly source: string;
}

/** How types are imported: by a statement of their own, marked in the list, or like values. */
export type TypeImports = "separate" | "inline" | "value";

/** A value that is imported by its name. */
export function valueFrom(source: string, name: string): ImportNeed {
  return { source, name, local: name, isType: false };
}

/** A type that is imported by its name. */
export function typeFrom(source: string, name: string): ImportNeed {
  return { ...valueFrom(source, name), isType: true };
}

/**
 * The import statements of a file: one for each module, and one more for its types where that is the habit. Node's own
 * modules first, then packages, then the app's: by alias, and at last by a relative path. Pure.
 */
export function importLines(needs: readonly ImportNeed[], types: TypeImports): string[] {
  const sources = [...new Set(needs.map(({ source }) => source))].sort(
    (a, b) => rank(a) - rank(b) || (a < b ? -1 : 1),
  );
  return sources.flatMap((source) => {
    const names = unique(needs.filter((need) => need.source === source));
    const isMixed = names.some(({ isType }) => isType) && names.some(({ isType }) => !isType);
    if (types === "value" || (isMixed && types === "inline")) return statement(source, names, types);
    return [
      ...statement(
        source,
        names.filter(({ isType }) => isType),
        types,
      ),
      ...statement(
        source,
        names.filter(({ isType }) => !isType),
        types,
      ),
    ];
  });
}

function rank(source: string): number {
  if (source.startsWith("node:")) return 0;
  if (source.startsWith(".")) return 3;
  return /^([@~#]|[~#]\w+)\//.test(source) ? 2 : 1;
}

/** Each name once; what is needed as a value is no type. */
function unique(needs: readonly ImportNeed[]): ImportNeed[] {
  const names = new Map<string, ImportNeed>();
  for (const need of needs) {
    const known = names.get(need.local);
    if (!known || known.isType) names.set(need.local, need);
  }
  return [...names.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function statement(source: string, names: readonly ImportNeed[], types: TypeImports): string[] {
  if (names.length === 0) return [];
  const areTypes = names.every(({ isType }) => isType) && types !== "value";
  const whole = names.filter(({ name }) => name === "*").map(({ local }) => `* as ${local}`);
  const main = names.filter(({ name }) => name === "default").map(({ local }) => local);
  const listed = names
    .filter(({ name }) => name !== "*" && name !== "default")
    .map(({ name, local, isType }) => {
      const mark = isType && !areTypes && types === "inline" ? "type " : "";
      return `${mark}${name}${name === local ? "" : ` as ${local}`}`;
    });
  const list = listed.length > 0 ? [`{ ${listed.join(", ")} }`] : [];
  const head = areTypes ? "import type" : "import";
  return [
    ...whole.map((each) => `${head} ${each} from "${source}";`),
    ...(main.length + list.length > 0 ? [`${head} ${[...main, ...list].join(", ")} from "${source}";`] : []),
  ];
}
