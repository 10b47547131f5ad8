import { declarationOf, type Found, type Modules } from "../access/modules.js";
import { bare, isSet, nameOf, numberOf, part, parts } from "../../syntax/module-syntax.js";
import { chainOf, returnOf, type Chain } from "./chains.js";
import { formOf, heldBy, isBounded, isCounter, isListColumn, rangeOf, type Dialect } from "./column-types.js";
import { enumChoices, listedChoices, optionOf } from "./enums.js";
import { fillingOf, type Filling } from "./fillings.js";
import { handedName, handedTo, libraryName, nothingHanded, type HandedNames } from "./library-names.js";
import { ownTypeOf } from "./own-types.js";
import { referenceOf, type Reference } from "./references.js";
import type { Field } from "../../spec/fields.js";
import { fromZero, safe, type Range } from "../../spec/integers.js";
import type { TextForm } from "../../spec/text-forms.js";
import { usualRange, type Key } from "../../spec/key-types.js";

/** A column of a table, as its chain of calls says. */
export interface Column {
  readonly name: string;
  /** The function of Drizzle that makes it; undefined for one of somebody else. */
  readonly made: string | undefined;
  /** Undefined for what JSON cannot hold, or what is not known. */
  readonly type: Field["type"] | undefined;
  readonly choices: readonly string[];
  readonly isList: boolean;
  /** Which whole numbers it can hold; undefined for all that JavaScript tells apart, and for what is none. */
  readonly range: Range | undefined;
  /** The form of its text; undefined where any is right. */
  readonly form: TextForm | undefined;
  /** How many characters its text may have. */
  readonly maxLength: number | undefined;
  readonly isNotNull: boolean;
  readonly isPrimary: boolean;
  readonly isUnique: boolean;
  /** The table whose row it names, if it does. */
  readonly refersTo: Reference | undefined;
  readonly filling: Filling;
  /** Whether the table says of its type what is not known here. */
  readonly hasOwnType: boolean;
}

/** The columns of a table, and the places where there are more that cannot be seen. */
export interface Columns {
  readonly columns: readonly Column[];
  readonly unseen: readonly string[];
}

/** Reads the object with the columns of a table, or the function that makes it. Pure but for `modules`. */
export function columnsOf(found: Found, dialect: Dialect, modules: Modules): Columns {
  return columnsIn(found, { dialect, modules, handed: nothingHanded, left: 6 });
}

interface Reading {
  readonly dialect: Dialect;
  readonly modules: Modules;
  readonly handed: HandedNames;
  readonly left: number;
}

function columnsIn({ node: typed, module }: Found, reading: Reading): Columns {
  const node = bare(typed);
  const { modules, left } = reading;
  const unseen = { columns: [], unseen: [module.text.slice(node.start, node.end)] };
  if (left === 0) return unseen;
  const further = { ...reading, left: left - 1 };
  if (node.type.includes("Function")) {
    const value = returnOf(node);
    return value ? columnsIn({ node: value, module }, { ...further, handed: handedTo(node) }) : unseen;
  }
  if (node.type === "Identifier" || node.type === "CallExpression") {
    const called = node.type === "CallExpression" ? part(node, "callee") : node;
    const name = called?.type === "Identifier" ? nameOf(called) : undefined;
    const value = name === undefined ? undefined : declarationOf(name, module, modules);
    return value && value.node !== node ? columnsIn(value, further) : unseen;
  }
  if (node.type !== "ObjectExpression") return unseen;
  const all = parts(node, "properties").map((property): Columns => {
    if (property.type === "SpreadElement") {
      const argument = part(property, "argument");
      return argument ? columnsIn({ node: argument, module }, further) : unseen;
    }
    const name = isSet(property, "computed") ? undefined : nameOf(part(property, "key"));
    const value = part(property, "value");
    const chain = value && chainOf({ node: value, module }, modules);
    if (name === undefined || !chain) {
      return { columns: [], unseen: [module.text.slice(property.start, property.end)] };
    }
    return { columns: [columnOf(name, chain, reading)], unseen: [] };
  });
  // Of what is there twice, the last counts.
  const columns = new Map(all.flatMap((each) => each.columns).map((column) => [column.name, column]));
  return { columns: [...columns.values()], unseen: all.flatMap((each) => each.unseen) };
}

function columnOf(name: string, chain: Chain, { dialect, modules, handed }: Reading): Column {
  const { callee, rest, module } = chain;
  const has = (method: string) => rest.some((call) => call.name === method);
  const enumeration = enumChoices(chain, modules);
  const made = enumeration ? "pgEnum" : (handedName(callee, handed) ?? libraryName(callee, module)?.name);
  const choices = enumeration ?? listedChoices(chain, made, modules);
  const typed = rest.find((call) => call.name === "$type");
  const own = typed && ownTypeOf(typed.node);
  const type = made === undefined ? undefined : heldBy(dialect, made, nameOf(optionOf(chain, "mode")));
  const held = type && (own?.type ?? type);
  const says = (key: string) => {
    const value = optionOf(chain, key);
    return value !== undefined && isSet(value, "value");
  };
  return {
    name,
    made,
    type: held,
    range: made !== undefined && held === "int" ? rangeOf(dialect, made, says("unsigned")) : undefined,
    form: made !== undefined && held === "string" ? formOf(dialect, made, says("withTimezone")) : undefined,
    choices: own?.choices ?? choices.texts,
    isList: has("array") || own?.isList === true || (made !== undefined && isListColumn(made)),
    maxLength:
      made !== undefined && isBounded(made, dialect) ? numberOf(optionOf(chain, "length")) : undefined,
    isNotNull: has("notNull") || has("primaryKey") || (made !== undefined && isCounter(made)),
    isPrimary: has("primaryKey"),
    isUnique: has("unique"),
    refersTo: referenceOf(chain),
    filling: fillingOf(chain, dialect, made),
    hasOwnType: choices.areUnknown || (typed !== undefined && own === undefined),
  };
}

/** What the keys in a column can be; undefined for a column of none. Databases count from 1, and SQLite will not get far. */
export function keyOf({ made, type, isList, range }: Column, dialect: Dialect): Key | undefined {
  if (isList) return undefined;
  if (made === "uuid") return { type: "uuid" };
  if (type === "string") return { type };
  if (type !== "int") return undefined;
  return { type, range: dialect === "sqlite" ? usualRange : fromZero(range ?? safe) };
}
