import { cancelled } from "../../src/errors.js";
import type { Prompter } from "../../src/spec/questions.js";
import { plainColors } from "../../src/report/colors.js";

/** What was asked, and what stood there to begin with. */
export interface AskedQuestion {
  readonly message: string;
  readonly initial?: unknown;
  readonly choices?: readonly string[];
}

/**
 * Somebody who answers from a list; `undefined` takes what stands there, and the end of the list cancels. `asked` has the
 * questions, `told` what was said between them.
 */
export function scriptedPrompter(answers: readonly (string | readonly string[] | boolean | undefined)[]) {
  const asked: AskedQuestion[] = [];
  const told: string[] = [];
  const left = [...answers];
  const next = <T>(initial: T): T => {
    if (left.length === 0) throw cancelled();
    const answer = left.shift();
    return answer === undefined ? initial : (answer as T);
  };
  const prompter: Prompter = {
    colors: plainColors,
    tell: (text) => told.push(text),
    text: async ({ message, initial, judge }) => {
      asked.push({ message, initial });
      for (;;) {
        const answer = next(initial);
        const { isRefused, note } = judge(answer);
        if (!isRefused) return Promise.resolve(answer);
        told.push(note);
      }
    },
    choose: ({ message, initial, choices }) => {
      asked.push({ message, initial, choices: choices.map(({ name }) => name) });
      return Promise.resolve(next(initial));
    },
    chooseSome: ({ message, initial }) => {
      asked.push({ message, initial });
      return Promise.resolve([...next(initial)]);
    },
    confirm: ({ message }) => {
      asked.push({ message });
      return Promise.resolve(next(true));
    },
  };
  return { prompter, asked, told };
}
