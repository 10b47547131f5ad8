import ConfirmPrompt from "prompts/lib/elements/confirm.js";
import MultiselectPrompt from "prompts/lib/elements/multiselect.js";
import type { Key } from "prompts/lib/elements/prompt.js";
import type Prompt from "prompts/lib/elements/prompt.js";
import SelectPrompt from "prompts/lib/elements/select.js";
import type { Choice } from "../option-row.js";
import type { Prompter } from "../spec/questions.js";
import type { PrompterEdges } from "./start-prompter.js";
import { TextPrompt } from "./text-prompt.js";

/** What ends a process from outside. The terminal has to be as it was then, too. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Asks by keys, on a terminal that can move its cursor. Draws on `stdout`, which may be the process's stderr. */
export function terminalPrompter({ streams, colors, cancelled }: PrompterEdges): Prompter {
  const answer = (prompt: Prompt) => answerOf(prompt, streams.stdin, cancelled);
  return {
    colors,
    tell: (text) => streams.stdout.write(`${text}\n`),
    text: async (question) => String(await answer(new TextPrompt(question, streams, colors))),
    choose: async ({ message, choices, initial }) => {
      const index = choices.findIndex(({ name }) => name === initial);
      const prompt = new SelectPrompt({
        ...streams,
        message,
        hint: "arrows, then Enter",
        choices: choices.map(optionOf),
        initial: Math.max(0, index),
        optionsPerPage: 10,
      });
      return String(await answer(prompt));
    },
    chooseSome: async ({ message, choices, initial }) => {
      const prompt = new MultiselectPrompt({
        ...streams,
        message,
        hint: "Space ticks, Enter goes on",
        instructions: false,
        min: 1,
        choices: choices.map((choice) => ({ ...optionOf(choice), selected: initial.includes(choice.name) })),
      });
      const options = (await answer(prompt)) as { value: string; selected: boolean }[];
      return options.filter(({ selected }) => selected).map(({ value }) => value);
    },
    confirm: async ({ message }) =>
      Boolean(await answer(new ConfirmPrompt({ ...streams, message, initial: true }))),
  };
}

function optionOf({ name, summary }: Choice) {
  return { title: name, value: name, ...(summary === undefined ? {} : { description: summary }) };
}

/** Waits for the answer. A signal, or the end of the input, cancels like a key does. */
async function answerOf(
  prompt: Prompt,
  stdin: NodeJS.ReadStream,
  cancelled: PrompterEdges["cancelled"],
): Promise<unknown> {
  takeOnlyText(prompt);
  const abort = () => prompt.abort?.();
  for (const signal of signals) process.on(signal, abort);
  stdin.on("end", abort);
  try {
    return await new Promise((resolve, reject) => {
      prompt.on("submit", resolve);
      for (const end of ["abort", "exit"]) {
        prompt.on(end, () => {
          reject(cancelled());
        });
      }
    });
  } finally {
    for (const signal of signals) process.off(signal, abort);
    stdin.off("end", abort);
    // An open terminal would keep the process alive.
    stdin.pause();
  }
}

/** The library hands keys without a text (F1) and control characters on as if they were typed. */
function takeOnlyText(prompt: Prompt): void {
  const type = prompt._?.bind(prompt);
  if (!type) return;
  prompt._ = (text: string | undefined, key: Key) => {
    if (text !== undefined && isText(text) && key.ctrl !== true) type(text, key);
    else prompt.bell();
  };
}

function isText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- control characters are what is kept out
  return text !== "" && !/[\u0000-\u001f\u007f]/.test(text);
}
