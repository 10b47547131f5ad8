import type { ResourceNames } from "../resource-names.js";
import type { DataSource } from "./data-source.js";

/**
 * The source of a data module that is there: what it exports says what handlers can ask of it, whatever the app has got since
 * it was written. The one that would be written, where that asks for nothing else. Pure.
 *
 * @param exported the names that the module exports.
 */
export function sourceThere(
  wanted: DataSource,
  exported: ReadonlySet<string>,
  parents: readonly string[],
  names: ResourceNames,
): DataSource {
  const has = (
    role: "parseKey" | "parseParents" | "parseQuery" | "replace" | "isDuplicate" | "isBrokenReference",
  ) => exported.has(names[role]);
  const isChecked = wanted.id.type !== "string";
  const checksParents = parents.some((name) => wanted.parentKey(name).type !== "string");
  const refers = wanted.references?.inNew === true || wanted.references?.inUse === true;
  const isAsWanted =
    has("parseKey") === isChecked &&
    has("parseParents") === checksParents &&
    has("parseQuery") === wanted.isPaged &&
    has("replace") === wanted.replaces &&
    has("isDuplicate") === wanted.hasDuplicates &&
    has("isBrokenReference") === refers;
  if (isAsWanted) return wanted;
  const { references, ...source } = wanted;
  return {
    ...source,
    id: { ...wanted.id, type: has("parseKey") ? (isChecked ? wanted.id.type : "uuid") : "string" },
    parentKey: (name) => {
      const key = wanted.parentKey(name);
      if (!has("parseParents")) return { type: "string" };
      return key.type === "string" ? { type: "int" } : key;
    },
    isPaged: has("parseQuery"),
    replaces: has("replace"),
    hasDuplicates: has("isDuplicate"),
    ...(references && has("isBrokenReference") ? { references } : {}),
  };
}

/** Whether a module is a data module of the resource: it has one of the functions that keep it. */
export function keepsResource(exported: ReadonlySet<string>, names: ResourceNames): boolean {
  return [names.list, names.find, names.create, names.update, names.remove].some((name) =>
    exported.has(name),
  );
}
