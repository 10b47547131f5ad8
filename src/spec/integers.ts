/** The whole numbers that a column can hold, from the least to the greatest: another one is an error to the database. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The whole numbers of so many bits, with a sign. */
export function signed(bits: number): Range {
  return { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 };
}

/** The same without one; those of 64 bits as far as a number of JavaScript tells them apart. */
export function unsigned(bits: number): Range {
  return { min: 0, max: Math.min(2 ** bits - 1, Number.MAX_SAFE_INTEGER) };
}

/** The whole numbers that JavaScript tells apart. Source: ECMA-262, Number.MAX_SAFE_INTEGER. */
export const safe: Range = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

/** Of those, the ones that a database counts by. */
export function fromZero({ max }: Range): Range {
  return { min: 0, max };
}

/** Whether two are the same. */
export function isSameRange(one: Range, other: Range): boolean {
  return one.min === other.min && one.max === other.max;
}
