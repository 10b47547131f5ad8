import { createInterface } from "node:readline";
import type { Streams } from "prompts/lib/elements/prompt.js";
import type { Choice } from "../option-row.js";
import type { Prompter } from "../spec/questions.js";
import type { PrompterEdges } from "./start-prompter.js";

/**
 * Asks line by line, on a terminal that cannot move its cursor (`TERM=dumb`): no escape sequence is ever written, and an
 * empty line takes what stands in the brackets.
 */
export function linePrompter({ streams, colors, cancelled }: PrompterEdges): Prompter {
  const { stdout } = streams;
  const tell = (text: string) => {
    stdout.write(`${text}\n`);
  };

  /** Asks until an answer can be read; `read` answers undefined for one that cannot. */
  async function ask<T>(prompt: string, read: (line: string) => { value: T } | string): Promise<T> {
    for (;;) {
      const line = await nextLine(streams, `${prompt} `, cancelled);
      const found = read(line.trim());
      if (typeof found !== "string") return found.value;
      tell(found);
    }
  }

  return {
    colors,
    tell,
    text: ({ message, initial, judge, completions }) => {
      const known = completions(initial).slice(0, 8).join("  ");
      if (known !== "") tell(`There are: ${known}`);
      return ask(withDefault(message, initial), (line) => {
        const value = line === "" ? initial : line;
        const { isRefused, note } = judge(value);
        return isRefused ? note : { value };
      });
    },
    choose: ({ message, choices, initial }) => {
      tell(message);
      list(choices, tell);
      return ask(withDefault("Number or name", initial), (line) => {
        const name = line === "" ? initial : named(line, choices);
        return name === undefined ? `There is no "${line}".` : { value: name };
      });
    },
    chooseSome: ({ message, choices, initial }) => {
      tell(message);
      list(choices, tell);
      return ask(withDefault("Numbers or names, with commas", initial.join(",")), (line) => {
        const words = (line === "" ? initial.join(",") : line).split(/[\s,]+/).filter((word) => word !== "");
        const names = words.map((word) => named(word, choices));
        const wrong = words.find((_word, index) => names[index] === undefined);
        if (wrong !== undefined) return `There is no "${wrong}".`;
        return names.length === 0 ? "Choose at least one." : { value: names.flatMap((name) => name ?? []) };
      });
    },
    confirm: ({ message }) =>
      ask(`${message} [Y/n]`, (line) => {
        if (/^(y(es)?)?$/i.test(line)) return { value: true };
        return /^no?$/i.test(line) ? { value: false } : "Answer y or n.";
      }),
  };
}

function withDefault(message: string, initial: string): string {
  return initial === "" ? message : `${message} [${initial}]`;
}

function list(choices: readonly Choice[], tell: (text: string) => void): void {
  for (const [index, { name, summary }] of choices.entries())
    tell(`  ${String(index + 1)}) ${name}${summary === undefined ? "" : `: ${summary}`}`);
}

/** A choice by its number or its name, in any case. */
function named(word: string, choices: readonly Choice[]): string | undefined {
  const wanted = word.toLowerCase();
  return choices.find(({ name }, index) => name.toLowerCase() === wanted || String(index + 1) === wanted)
    ?.name;
}

/** The end of the input and Ctrl-C cancel. */
async function nextLine(
  { stdin: input, stdout: output }: Streams,
  prompt: string,
  cancelled: PrompterEdges["cancelled"],
): Promise<string> {
  const lines = createInterface({ input, output, terminal: false, prompt });
  const cancel = () => {
    lines.close();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, cancel);
  try {
    lines.prompt();
    return await new Promise((resolve, reject) => {
      lines.once("line", resolve);
      lines.once("close", () => {
        output.write("\n");
        reject(cancelled());
      });
    });
  } finally {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.off(signal, cancel);
    lines.removeAllListeners();
    lines.close();
    input.pause();
  }
}
