/** What the tests of a resource send: expressions of the fields that its items are made from. */
export interface SampleBody {
  /** An object literal that a new item can be made of. */
  readonly input: string;
  /** One field of it, changed. */
  readonly changes: string;
  /** The same field with a value that it cannot have, and its name. */
  readonly invalid: string;
  readonly field: string;
}

/**
 * A body that the data module takes, changes to it, and one that it refuses. Pure.
 *
 * @param label what an item is called in a sentence.
 */
export function sampleBody(label: string): SampleBody {
  return {
    input: `{ title: ${JSON.stringify(`First ${label}`)} }`,
    changes: `{ title: ${JSON.stringify(`Other ${label}`)} }`,
    invalid: '{ title: "" }',
    field: "title",
  };
}
