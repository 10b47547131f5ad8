import type { Double } from "./test-case.js";

/** How a test gets past a guard, and who is turned away. */
export interface GuardTests {
  /** What the environment has while the tests run. */
  readonly env?: Readonly<Record<string, string>>;
  /** The headers of whoever may go on, an object literal. */
  readonly headers?: string;
  /** Constants that the answers below are, by their names: expressions. */
  readonly values?: Readonly<Record<string, string>>;
  /** What stands in for the functions that the guard asks. The first of them knows the caller. */
  readonly doubles?: readonly Double[];
  readonly strangers: readonly [Stranger, ...Stranger[]];
  /** The status that they meet, if it is not 401 with our own body. */
  readonly refusal?: number;
  /** What `WWW-Authenticate` says to them. */
  readonly challenge?: string;
  /** Functions and constants that the above use, each in the lines of its own, and what those import. */
  readonly helpers?: readonly (readonly string[])[];
  readonly imports?: readonly { readonly source: string; readonly name: string }[];
}

/** Who is turned away: the first of them, and who is known, by every handler; the others by one. */
export interface Stranger {
  /** Who that is, in a sentence. */
  readonly is: string;
  /** The headers, an object literal; none where it is left out. */
  readonly headers?: string;
  /** What the first double answers then, an expression. */
  readonly answers?: string;
  /** Whether it is known who that is: then the answer is 403. */
  readonly isKnown?: true;
}

/** What a test runner can do for a guard. */
export interface RunnerPowers {
  /** Whether it can put a function in the place of one that a module exports. */
  readonly replacesExports: boolean;
  /** Whether it can do so with the modules of Next.js, whose exports can be written to. */
  readonly replacesNext: boolean;
  /** Whether it loads packages that are only ES modules. */
  readonly loadsModules: boolean;
}

/** Says how a test gets past a guard; undefined where it cannot, in that runner. */
export type TestGuard = (
  powers: RunnerPowers,
  at: { readonly specifierOf: (source: string) => string },
) => GuardTests | undefined;
