import type { ImportNeed } from "../import-lines.js";
import type { DataFunction } from "../resource-names.js";
import type { RunnerPowers } from "./guard-tests.js";
import type { Double, Given, Sight } from "./test-case.js";

/** The data module of a test: how it is imported, and what of it the handlers call. */
export interface DataTested {
  readonly source: string;
  readonly name: (call: DataFunction) => string;
  /** The functions that do the work, and not those that check what is sent. */
  readonly calls: readonly DataFunction[];
  /** The type of an item. */
  readonly type: string;
  /** The variable with an item, and the text of its id. */
  readonly one: string;
  readonly id: string;
  /** The key of the sample store, a string literal. */
  readonly storeKey: string;
  readonly newType: string;
  /** Whether the store is one that a test can look into. */
  readonly hasStore: boolean;
  readonly isScoped: boolean;
  /** Whether the type of an item is the database's and not the module's own. */
  readonly isForeign: boolean;
}

/** All that has to be in place before the cases. */
export interface TestedAround {
  readonly doubles: readonly Double[];
  readonly env: Readonly<Record<string, string>>;
  readonly data: DataTested | undefined;
  /** The text of all cases. */
  readonly text: string;
}

/** What stands before the cases of a test file: statements, each a list of lines. */
export interface Around {
  readonly imports: readonly ImportNeed[];
  /** What stands in for other modules. */
  readonly doubles: readonly string[];
  readonly constants: readonly string[];
  /** What is done before and after each case. */
  readonly hooks: readonly string[];
}

/** How a test is written for a runner. */
export interface TestRunner {
  readonly powers: (isModule: boolean) => RunnerPowers;
  /** Whether a data function that the handler calls can be made to fail. */
  readonly canFail: (data: DataTested | undefined, call: DataFunction) => boolean;
  readonly given: (given: Given, data: DataTested | undefined) => readonly string[];
  readonly sees: (sight: Sight, data: DataTested | undefined) => readonly string[];
  /** The members of the stand-in for the cookies of a request: what reads one, and what changes them. */
  readonly jar: { readonly get: string; readonly rest: string };
  readonly around: (around: TestedAround) => Around;
}
