import type { Modules } from "../access/modules.js";
import type { Dialect } from "./column-types.js";
import { columnsOf, keyOf, type Column } from "./columns.js";
import { isDeletionMark } from "../deletion-marks.js";
import { isPrivilege } from "../privilege-names.js";
import { isSecret as isSecretName } from "../secret-names.js";
import type { TableCall } from "./table-calls.js";
import { keysOf } from "./table-keys.js";
import { noFields, type Field } from "../../spec/fields.js";
import type { Unfit } from "../unfit.js";
import { fromZero, safe } from "../../spec/integers.js";
import type { Key } from "../../spec/key-types.js";
import type { DrizzleTable } from "./table.js";

/**
 * Reads what the routes of a table have to know of it. Pure but for `modules`.
 *
 * @param parents the parameters that narrow what the routes see: each has to be a column.
 */
export function readTable(
  call: TableCall,
  modules: Modules,
  parents: readonly string[],
): DrizzleTable | Unfit[] {
  const { columns, unseen } = columnsOf(call.columns, call.dialect, modules);
  const keys = keysOf(call.extras, modules);
  const primary = [
    ...columns.filter(({ isPrimary }) => isPrimary).map(({ name }) => [name]),
    ...keys.primary,
  ];
  const id = columns.find(({ name }) => name === primary[0]?.[0]);
  const key = id && idKey(id, call.dialect);
  const shown = columns.filter(isShown);
  const faults = [
    ...unseen.map(unseenColumns(call)),
    ...keyFaults(call, primary, id, key),
    ...columns.filter(({ name }) => !isPlainName(name)).map(quotedColumn(call)),
    ...columns.filter(({ name }) => noFields.includes(name)).map(reservedColumn(call)),
    ...parents.flatMap((parent) => parentFaults(call, parent, columns)),
    ...columns.filter((column) => column !== id && isLost(column)).map(lostColumn(call)),
  ];
  if (faults.length > 0 || !id || !key) return faults;

  const isGenerated = id.filling.by !== undefined;
  const names = columns.map(({ name }) => name);
  const written = shown.filter(
    (column) =>
      !isKept(column) &&
      !(column === id && isGenerated) &&
      (isNeeded(column) || !(isPrivilege(call.name, column.name, names) || isDeletionMark(column.name))),
  );
  const refersBeside = keys.foreign.flatMap((each) => each.columns);
  const isUnique = columns.some((column) => column.isUnique) || keys.unique.length > 0;
  const keyTypes = columns.flatMap((column) => {
    const held = keyOf(column, call.dialect);
    return held ? [[column.name, held] as const] : [];
  });
  return {
    name: call.name,
    path: call.path,
    dialect: call.dialect,
    id: {
      ...key,
      name: id.name,
      isGenerated,
      isFromDatabase: id.filling.by === "database",
    },
    fields: written.map(fieldOf),
    keys: new Map(keyTypes),
    hasUniqueKeys: isUnique || !isGenerated,
    references: columns
      .filter(({ name, refersTo }) => refersTo !== undefined || refersBeside.includes(name))
      .map(({ name }) => name),
    shown: shown.length === columns.length ? undefined : shown.map(({ name }) => name),
    madeAt: shown.find(({ name, filling }) => filling.isMadeAt && !isUpdateTime(name))?.name,
    changedAt: shown.find(
      ({ name, type, filling }) => filling.isMadeAt && isUpdateTime(name) && type === "date",
    )?.name,
    hasOwnTypes: written.some(({ hasOwnType }) => hasOwnType),
  };
}

/** What an answer may have: nothing that JSON cannot hold, and nothing that is to stay secret. */
function isShown(column: Column): boolean {
  return column.type !== undefined && (column.isPrimary || !isSecret(column));
}

/** A secret is stored in a form of its own, and read by whoever checks it: neither is a matter of these routes. */
function isSecret({ name, type }: Column): boolean {
  return type !== undefined && isSecretName(name, type);
}

function isKept({ filling }: Column): boolean {
  return filling.isKept;
}

/** A column that no body can set, and that has to be set. */
function isLost(column: Column): boolean {
  return !isShown(column) && isNeeded(column);
}

/** Whether a new row cannot do without a value for it. */
function isNeeded({ isNotNull, filling }: Column): boolean {
  return isNotNull && filling.by === undefined;
}

function isUpdateTime(name: string): boolean {
  return /^(last_?)?(updated|modified|changed|edited)/i.test(name);
}

function fieldOf(column: Column): Field {
  const { name, type = "json", choices, isList, range, form, maxLength, isNotNull, filling } = column;
  const blank = filling.literal ?? (isNotNull || filling.by !== undefined ? undefined : null);
  return {
    name,
    type,
    choices,
    isList,
    isOptional: !isNotNull || filling.by !== undefined,
    isNullable: !isNotNull,
    ...(range === undefined ? {} : { range }),
    ...(form === undefined ? {} : { form }),
    ...(type === "string" && maxLength !== undefined ? { maxLength } : {}),
    ...(blank === undefined ? {} : { blank }),
  };
}

/** The key of a row by its id: what a body may set, or code of the app's own makes, the path has to take. */
function idKey(id: Column, dialect: Dialect): Key | undefined {
  const key = keyOf(id, dialect);
  if (key?.type !== "int" || id.filling.by === "database") return key;
  const { range = safe } = id;
  return { ...key, range: id.filling.by === "table" ? fromZero(range) : range };
}

function keyFaults(
  { name }: TableCall,
  [columns, ...others]: readonly (readonly string[])[],
  id: Column | undefined,
  key: Key | undefined,
): Unfit[] {
  if (!columns) {
    return [
      {
        why: `the table ${name} has no primary key, so that a row has no path of its own`,
        way: "Give it one, e.g. an id",
      },
    ];
  }
  if (columns.length > 1 || others.length > 0) {
    return [
      {
        why: `the primary key of the table ${name} has several columns (${[columns, ...others].flat().join(", ")}), and a path has one id`,
        way: "Give it an id of its own, with a unique index over these columns",
      },
    ];
  }
  if (!id || key) return [];
  return [
    {
      why: `the primary key of the table ${name} is the column ${id.name}, which is neither a text nor a whole number that JSON can hold`,
      way: 'Make it a text, a uuid or an integer, or give a bigint { mode: "number" }',
    },
  ];
}

function parentFaults({ name, dialect }: TableCall, parent: string, columns: readonly Column[]): Unfit[] {
  const column = columns.find((each) => each.name === parent);
  if (column && keyOf(column, dialect)) return [];
  return [
    {
      why: column
        ? `the column ${parent} of the table ${name} is neither a text nor a whole number, and the path has one`
        : `the table ${name} has no column ${parent}, which the path of the route has`,
      way: `Call the parameter as the column that says whose a row of ${name} is`,
    },
  ];
}

/** A name that code takes without quotes, as a member and as a variable. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}

function quotedColumn({ name }: TableCall) {
  return (column: Column): Unfit => ({
    why: `the table ${name} calls a column ${JSON.stringify(column.name)}, which code can only name in quotes`,
    way: "Give it a name of letters and digits: what the database calls it stands in the column",
  });
}

function reservedColumn({ name }: TableCall) {
  return (column: Column): Unfit => ({
    why: `the table ${name} calls a column ${column.name}, which JavaScript takes for something else than a member`,
    way: "Give it another name: what the database calls it stands in the column",
  });
}

function unseenColumns({ name, path }: TableCall) {
  return (text: string): Unfit => ({
    why: `the columns of the table ${name} (${path}) cannot all be read: ${oneLine(text)}`,
    way: "Write them where the table is, or in a file of the app that it imports",
  });
}

function lostColumn({ name }: TableCall) {
  return (column: Column): Unfit =>
    isSecret(column)
      ? {
          why: `the table ${name} needs the column ${column.name} for every row, and a secret is not stored as a client sends it`,
          way: "Give it a default, or write the store by hand",
        }
      : {
          why: `the table ${name} needs the column ${column.name} for every row, which JSON cannot hold`,
          way: "Give it a default, or write the store by hand",
        };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
