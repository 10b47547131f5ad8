import type { DataFunction } from "../resource-names.js";

/** One case of a test: what is so, which call is made, and what is to be seen. */
export interface TestCase {
  /** A sentence that begins with `it`. */
  readonly name: string;
  readonly given: readonly Given[];
  /** The call of the handler, an expression without `await`. */
  readonly call: string;
  readonly sees: readonly Sight[];
}

/** What a function of the data module does: its work, nothing because there is no such item or already one, or it fails. */
export type Outcome = "works" | "declines" | "fails";

/** What a case begins with. */
export type Given =
  /** `value` is what the function answers when it works, an expression. */
  | { readonly kind: "data"; readonly call: DataFunction; readonly outcome: Outcome; readonly value: string }
  /** A function that was put in the place of one of the app's, or of a package's, answers something else. */
  | { readonly kind: "double"; readonly double: Double; readonly value: string }
  /** What failed is known for what it is: a value that is taken, or a row that refers to what is not there. */
  | { readonly kind: "known failure"; readonly by: "isDuplicate" | "isBrokenReference" }
  /** What is logged is caught. */
  | { readonly kind: "log"; readonly logger: string }
  /** The body of the request cannot be read to its end: `request` declares `broken`. */
  | { readonly kind: "unreadable"; readonly request: string }
  /** A cookie is there. */
  | { readonly kind: "cookie"; readonly value: string };

/** What is to be seen after the call. Expressions, unless they say otherwise. */
export type Sight =
  | { readonly kind: "status"; readonly is: number }
  | { readonly kind: "json"; readonly is: string }
  | { readonly kind: "text"; readonly is: string }
  | { readonly kind: "no body" }
  | { readonly kind: "header"; readonly name: string; readonly is: string }
  /** An error that names what is wrong: the sentence and a word of the one issue, as texts; the whole body with it. */
  | {
      readonly kind: "issue";
      readonly sentence: string;
      readonly about: string;
      readonly body: (issues: string) => string;
    }
  /** What was made: the members that are keys, and its address, to which its id belongs unless the path is that already. */
  | {
      readonly kind: "created";
      readonly keys: string;
      readonly address: string;
      readonly isAtPath: boolean;
      /** An item as it comes back in JSON. */
      readonly json: (expression: string) => string;
    }
  /** What the data module was asked for; `id` is that of the item. */
  | { readonly kind: "call"; readonly call: DataFunction; readonly args: string; readonly id: string }
  | { readonly kind: "log"; readonly logger: string; readonly args: string }
  | { readonly kind: "cookie set"; readonly name: string }
  | { readonly kind: "cookie deleted"; readonly name: string };

/** A function that stands in for one of another module while the tests run. */
export interface Double {
  /** The module, as the test imports it. */
  readonly source: string;
  /** What the module exports, and what that is called in the test. */
  readonly name: string;
  readonly local: string;
  /** The way from there to the function, e.g. `api.getSession`; empty for the export itself. */
  readonly member: string;
  /** What it answers, an expression, and whether by a Promise; undefined for what is no function and only has to be there. */
  readonly answers: string | undefined;
  readonly waits: boolean;
  /** Whether the module keeps what else it exports. */
  readonly keepsRest?: true;
}

/** The function of a double, as the test calls it. */
export function functionOf({ local, member }: Pick<Double, "local" | "member">): string {
  return member === "" ? local : `${local}.${member}`;
}
