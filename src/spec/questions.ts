import type { Choice } from "../option-row.js";
import type { Colors } from "../report/colors.js";

/**
 * Who is asked: a person at a terminal. Every question rejects with a `RunError` (`CANCELLED`) when it is cancelled, and then
 * the terminal is as it was.
 */
export interface Prompter {
  readonly colors: Colors;
  /** Says something between two questions. */
  readonly tell: (text: string) => void;
  readonly text: (question: TextQuestion) => Promise<string>;
  readonly choose: (question: ChoiceQuestion) => Promise<string>;
  /** Answers at least one of the names. */
  readonly chooseSome: (question: ChoicesQuestion) => Promise<string[]>;
  readonly confirm: (question: { readonly message: string }) => Promise<boolean>;
}

/** A question that a text answers. */
export interface TextQuestion {
  readonly message: string;
  /** What stands there to begin with. */
  readonly initial: string;
  /** What is to be said of a text while it is typed. One that is refused cannot be the answer. */
  readonly judge: (text: string) => Judgement;
  /** What the text could go on to, whole texts, the likeliest first. */
  readonly completions: (text: string) => readonly string[];
}

/** What there is to say of a text. */
export interface Judgement {
  readonly isRefused: boolean;
  /** One line; empty for nothing. */
  readonly note: string;
}

/** A question that the name of one choice answers. */
export interface ChoiceQuestion {
  readonly message: string;
  readonly choices: readonly [Choice, ...Choice[]];
  /** The name that stands there to begin with. */
  readonly initial: string;
}

/** A question that the names of some choices answer; `initial` are those that are chosen to begin with. */
export interface ChoicesQuestion {
  readonly message: string;
  readonly choices: readonly Choice[];
  readonly initial: readonly string[];
}
