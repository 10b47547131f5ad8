/**
 * What a shell is told, by the library's scripts and its protocol: a line for each candidate, with a tab before its
 * description, and a last line with what the shell shall do with them. A file of its own in the build.
 */
import { RootCommand, ShellCompDirective } from "@bomb.sh/tab";
import type { CompletionTable } from "../commands/completion-table.js";
import type { ShellName } from "../spec/shells.js";

/** The script that a shell reads once; it calls `<name> complete -- <words>` for each completion. */
export function scriptFor(shell: ShellName, name: string): string {
  return printedBy(() => {
    new RootCommand().setup(name, name, shell);
  }).join("\n");
}

/** The answer to a shell: what the last of the words could become. */
export function answerTo(words: readonly string[], { commands, general, route }: CompletionTable): string {
  const root = new RootCommand();
  for (const { name, summary, options, values } of commands) {
    const command = name === "" ? root : root.command(name, summary);
    for (const option of [...general, ...options]) {
      const give = option.values;
      if (give === undefined) command.option(option.long, option.help, option.short);
      else {
        const handler = (complete: (value: string, description: string) => void) => {
          for (const { name: value, summary: text = "" } of give()) complete(value, text);
        };
        command.option(option.long, option.help, handler, option.short);
      }
    }
    const offered = name === "" ? route : values;
    command.argument(
      "word",
      (complete) => {
        for (const { name: value, summary: text = "" } of offered()) complete(value, text);
      },
      name === "",
    );
  }
  const lines = printedBy(() => {
    root.parse([...words]);
  });
  const candidates = lines.slice(0, -1);
  // A folder is gone on from.
  const isOpen =
    candidates.length > 0 && candidates.every((line) => /[/,=]$/.test(line.split("\t")[0] ?? ""));
  const directive =
    ShellCompDirective.ShellCompDirectiveNoFileComp +
    (isOpen ? ShellCompDirective.ShellCompDirectiveNoSpace : 0);
  return [...candidates, `:${String(directive)}`].join("\n");
}

/** The library writes to the console. */
function printedBy(work: () => void): string[] {
  const lines: string[] = [];
  const { log } = console;
  console.log = (text: string) => lines.push(text);
  try {
    work();
  } finally {
    console.log = log;
  }
  return lines;
}
