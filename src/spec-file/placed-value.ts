/** A place in a text: line and column counted from 1, columns as editors count them, in UTF-16 units. */
export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** What a file for --from has in it, each part with the place where it stands. An alias stands where it is used. */
export type PlacedValue = PlacedMapping | PlacedSequence | PlacedScalar | Unread;

/** An object in JSON. */
export interface PlacedMapping {
  readonly kind: "mapping";
  readonly at: Spot;
  /** In the order of the file; no key is there twice. */
  readonly entries: readonly PlacedEntry[];
}

/** A key of a mapping, and its value. */
export interface PlacedEntry {
  readonly key: string;
  readonly keyAt: Spot;
  readonly value: PlacedValue;
}

/** A list, in JSON an array. */
export interface PlacedSequence {
  readonly kind: "sequence";
  readonly at: Spot;
  readonly items: readonly PlacedValue[];
}

/** A single value. */
export interface PlacedScalar {
  readonly kind: "scalar";
  readonly at: Spot;
  readonly value: string | number | boolean | null;
}

/** What cannot be understood. Why has been told already. */
export interface Unread {
  readonly kind: "unread";
  readonly at: Spot;
}
