import type { ValueKind } from "../option-row.js";

/** How the value of an option is written in JSON and YAML, in a project's settings and in a file for --from. */
interface JsonKind {
  /** As a message names it. */
  readonly name: string;
  readonly fits: (value: unknown) => boolean;
  /** The same as a JSON Schema, with the choices of the option or the pattern of its values, where it has some. */
  readonly schema: (names?: readonly string[], pattern?: string) => object;
  /** The value as the command line would give it; undefined where that is to leave the option out. */
  readonly read: (value: unknown) => unknown;
}

const isStrings = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === "string");
const isBoolean = (value: unknown) => typeof value === "boolean";
const boolean = { type: "boolean" };
const string = (names?: readonly string[]) => (names ? { type: "string", enum: names } : { type: "string" });
const same = (value: unknown) => value;

/** One row for each kind of value of src/options.ts. */
export const jsonKinds = {
  flag: { name: "true or false", fits: isBoolean, schema: () => boolean, read: same },
  negated: { name: "true or false", fits: isBoolean, schema: () => boolean, read: same },
  text: {
    name: "a string",
    fits: (value) => typeof value === "string",
    schema: string,
    read: same,
  },
  list: {
    name: "a string, or a list of strings",
    fits: (value) => typeof value === "string" || isStrings(value),
    // The string can be several of them, as on the command line: `GET,POST`.
    schema: (names, pattern) => {
      const form = pattern === undefined ? {} : { pattern };
      return {
        anyOf: [
          { ...string(), ...form },
          { type: "array", items: { ...string(names), ...form } },
        ],
      };
    },
    read: (value) => (typeof value === "string" ? [value] : value),
  },
  "optional-text": {
    name: "a string, true or false",
    fits: (value) => typeof value === "string" || typeof value === "boolean",
    schema: (names) => ({
      anyOf: [
        string(names),
        { ...boolean, description: "true: as it is by default; false: as if it were left out" },
      ],
    }),
    read: (value) => (value === false ? undefined : value),
  },
} as const satisfies Record<ValueKind, JsonKind>;
