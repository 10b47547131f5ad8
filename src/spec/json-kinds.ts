import type { ValueKind } from "../options.js";

/** How the value of an option is written in JSON and YAML, in a project's settings and in a file for --from. */
interface JsonKind {
  /** As a message names it. */
  readonly name: string;
  readonly fits: (value: unknown) => boolean;
  /** The same as a JSON Schema, without the choices of the option. */
  readonly schema: object;
  /** The value as the command line would give it; undefined where that is to leave the option out. */
  readonly read: (value: unknown) => unknown;
}

const isStrings = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");
const isBoolean = (value: unknown) => typeof value === "boolean";
const same = (value: unknown) => value;

/** One row for each kind of value of src/options.ts. */
export const jsonKinds = {
  flag: { name: "true or false", fits: isBoolean, schema: { type: "boolean" }, read: same },
  negated: { name: "true or false", fits: isBoolean, schema: { type: "boolean" }, read: same },
  text: {
    name: "a string",
    fits: (value) => typeof value === "string",
    schema: { type: "string" },
    read: same,
  },
  list: {
    name: "a string, or a list of strings",
    fits: (value) => typeof value === "string" || isStrings(value),
    schema: { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] },
    read: (value) => (typeof value === "string" ? [value] : value),
  },
  "optional-text": {
    name: "a string, true or false",
    fits: (value) => typeof value === "string" || typeof value === "boolean",
    schema: { type: ["string", "boolean"] },
    read: (value) => (value === false ? undefined : value),
  },
} as const satisfies Record<ValueKind, JsonKind>;
