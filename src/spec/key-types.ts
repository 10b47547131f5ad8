import { fromZero, signed, type Range } from "./integers.js";

/**
 * What the id of an item can be: its type in TypeScript. Any text can be a `string`; the others are checked before they are
 * looked for, as a database takes an id of another form for an error. `expected` is what a client is told.
 */
export const keyTypes = {
  string: { type: "string" },
  uuid: { type: "string", expected: "a UUID" },
  int: { type: "number", expected: "a whole number" },
} as const satisfies Record<string, { type: "string" | "number"; expected?: string }>;

export type KeyType = keyof typeof keyTypes;

/** A key of an item. */
export interface Key {
  readonly type: KeyType;
  /** Which whole numbers it can be, where these are others than {@link usualRange}. */
  readonly range?: Range;
}

/** The ids that most databases give: of 32 bits, and counted. */
export const usualRange: Range = fromZero(signed(32));
