import type { DrizzleResource } from "../../project/drizzle/resource.js";
import type { DrizzleView } from "../../view/view-keys.js";
import { notForTables } from "./not-for-tables.js";
import { keyTypes } from "../../spec/key-types.js";
import { freeVariable } from "../identifiers.js";
import { valueFrom, type ImportNeed } from "../import-lines.js";
import type { ResourceNames } from "../resource-names.js";
import type { DataSource } from "./data-source.js";
import type { SourcePlace, WriteSource } from "./write-source.js";

/** The app's table, by its query builder. */
export const drizzle: WriteSource = (place) => {
  const { segment, parents, drizzle: here } = place;
  const unfit = notForTables(place);
  if (unfit) return [unfit];
  const resource = here.resource(segment ?? "", parents);
  return "table" in resource ? sourceOf(resource, place) : resource;
};

function sourceOf(
  { db, table, isHeld }: DrizzleResource,
  { parents, names, importPath }: SourcePlace,
): DataSource {
  const local = localNames(table.name, names, parents);
  const view = viewOf(table, local, names, parents);
  // The path says whose a row is.
  const fields = table.fields.filter(({ name }) => !parents.includes(name));
  const needed = ["and", "desc", "eq"].filter((name) =>
    [view.isId, view.order].some((text) => text.includes(`${name}(`)),
  );
  const store = table.dialect === "mysql" ? "resource/stores/drizzle-mysql" : "resource/stores/drizzle";
  return {
    plain: store,
    scoped: store,
    note: undefined,
    summary: `the table ${table.name} of ${table.path}`,
    imports: [
      ...needed.map((name) => valueFrom("drizzle-orm", name)),
      importOf(importPath(db.path), db.name, local.db),
      importOf(importPath(table.path), table.name, local.table),
    ],
    client: importOf(importPath(db.path), db.name, local.db),
    fields,
    id: table.id,
    parentKey: (name) => table.keys.get(name) ?? { type: "string" },
    declaresType: false,
    types: "resource/stores/drizzle-types",
    isPaged: true,
    replaces: fields.some(({ blank }) => blank !== undefined),
    hasDuplicates: table.hasUniqueKeys,
    references: {
      inNew: table.references.length > 0,
      inChanges: table.references.some((name) => !parents.includes(name)),
      inUse: isHeld,
      onlyParents: table.references.every((name) => parents.includes(name)),
    },
    drizzle: view,
  };
}

/** What the table and the database are called in the data module, different from its own names. */
function localNames(
  table: string,
  { one, many, newSchema, changesSchema, keySchema, parentsSchema, querySchema }: ResourceNames,
  parents: readonly string[],
): { table: string; db: string } {
  const own = [one, newSchema, changesSchema, keySchema, parentsSchema, querySchema, ...parents];
  const inText = ["and", "columns", "created", "desc", "eq", "id", "items", "limit", "page", "total"];
  const taken = new Set([...own, ...inText]);
  const db = freeVariable(["db", "database"], taken);
  return { db, table: freeVariable([table, many, `${table}Table`], new Set([...taken, db])) };
}

function importOf(source: string, name: string, local: string): ImportNeed {
  return { ...valueFrom(source, name), local };
}

function viewOf(
  table: DrizzleResource["table"],
  local: { table: string; db: string },
  { one }: ResourceNames,
  parents: readonly string[],
): DrizzleView {
  const column = (name: string) => `${local.table}.${name}`;
  const is = (name: string, value = name) => `eq(${column(name)}, ${value})`;
  const scope = parents.map((parent) => is(parent));
  const { id, madeAt, changedAt } = table;
  const row = `typeof ${local.table}.$inferSelect`;
  const columnsName = `${one}Columns`;
  const picked = table.shown ? columnsName : "";
  // The id in the path wins over one in the body, and the code fills the time that nothing else does.
  const set = [
    ...(id.isGenerated ? [] : [idMember(id.name)]),
    ...(changedAt === undefined ? [] : [`${changedAt}: new Date()`]),
  ];
  const made = table.dialect === "mysql" && id.isFromDatabase && id.type !== "int" ? [idMember(id.name)] : [];
  const inserted = `typeof ${local.table}.$inferInsert`;
  const written = (object: string, members: readonly string[], type: string) => {
    const typed = table.hasOwnTypes ? `${object} as ${type}` : object;
    if (members.length === 0) return typed;
    return `{ ...${table.hasOwnTypes ? `(${typed})` : typed}, ${members.join(", ")} }`;
  };
  return {
    ...local,
    rowType: picked === "" ? row : `Pick<${row}, keyof typeof ${columnsName}>`,
    columns: (table.shown ?? []).map((name) => `${name}: ${column(name)}`),
    columnsName,
    picked,
    id: column(id.name),
    idType: keyTypes[id.type].type,
    isId: scope.length === 0 ? is(id.name, "id") : `and(${[is(id.name, "id"), ...scope].join(", ")})`,
    isInScope: scope.length > 1 ? `and(${scope.join(", ")})` : scope.join(""),
    order: [...(madeAt === undefined ? [] : [`desc(${column(madeAt)})`]), column(id.name)].join(", "),
    values: written("input", [...made, ...parents], inserted),
    changes: written("changes", set, `Partial<${inserted}>`),
    canBeUnchanged: set.length === 0,
    newId: !id.isGenerated ? "given" : made.length > 0 ? "made" : "returned",
    duplicate: table.hasUniqueKeys ? duplicates[table.dialect] : "",
    brokenReference: brokenReferences[table.dialect],
  };
}

/** For the modules of other sources. */
export const noDrizzle: DrizzleView = {
  table: "",
  db: "",
  rowType: "",
  columns: [],
  columnsName: "",
  picked: "",
  id: "",
  idType: "",
  isId: "",
  isInScope: "",
  order: "",
  values: "",
  changes: "",
  canBeUnchanged: false,
  newId: "",
  duplicate: "",
  brokenReference: "",
};

function idMember(name: string): string {
  return name === "id" ? "id" : `${name}: id`;
}

/**
 * How the drivers of each database tell that a unique key is taken. Source: PostgreSQL, "Error Codes"; MySQL, "Server Error
 * Message Reference"; SQLite, sqlite3_errmsg, whose text is the same in all of its drivers.
 */
const duplicates = {
  pg: '"code" in error && error.code === "23505"',
  mysql: '"code" in error && error.code === "ER_DUP_ENTRY"',
  sqlite: 'error.message.includes("UNIQUE constraint failed")',
} as const;

/** The same of a row that refers to what is not there, or that others refer to. */
const brokenReferences = {
  pg: '"code" in error && error.code === "23503"',
  // NO_REFERENCED_ROW and ROW_IS_REFERENCED, each with and without a number behind it.
  mysql: '"code" in error && /^ER_\\w+_REFERENCED/.test(String(error.code))',
  sqlite: 'error.message.includes("FOREIGN KEY constraint failed")',
} as const;
