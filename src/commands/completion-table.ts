import { readdirSync } from "node:fs";
import path from "node:path";
import { createOptions, generalOptions, optionsOf, type Choice, type OptionRow } from "../options.js";
import { routeCompletions } from "../plan/route-completions.js";
import { findProject } from "../project/find-project.js";
import { inspect } from "../project/inspect.js";
import { commandTable, isCommand } from "../spec/commands.js";
import { habitTable } from "../spec/habits.js";
import { methods } from "../spec/methods.js";
import { shells } from "../spec/shells.js";

interface CompletedOption {
  readonly long: string;
  readonly short: string | undefined;
  readonly help: string;
  /** What its value could be; undefined for an option without one. */
  readonly values?: (() => readonly Choice[]) | undefined;
}

/** Everything that a shell can be offered. */
export interface CompletionTable {
  /** The main job has an empty name. */
  readonly commands: readonly {
    readonly name: string;
    readonly summary: string;
    readonly options: readonly CompletedOption[];
    /** What its argument could be. */
    readonly values: () => readonly Choice[];
  }[];
  readonly general: readonly CompletedOption[];
  /** What a route could go on to. */
  readonly route: () => readonly Choice[];
}

/**
 * What can be completed here: the tables, and what the app has. An app that cannot be read has nothing to offer; that is
 * never an error.
 *
 * @param words what stands on the command line behind the tool's name; the last one is being typed.
 */
export async function completionTable(words: readonly string[], cwd: string): Promise<CompletionTable> {
  const typed = words.at(-1) ?? "";
  const text = typed.includes("=") && typed.startsWith("-") ? typed.slice(typed.indexOf("=") + 1) : typed;
  const folders = await routesHere(cwd);
  const option = ([name, row]: [string, OptionRow]) => ({
    ...namesIn(row.flags),
    help: row.help,
    values: valuesOf(name, row, text, cwd),
  });
  return {
    commands: [
      {
        name: "",
        summary: "",
        options: Object.entries<OptionRow>(createOptions).map(option),
        values: () => [],
      },
      ...Object.keys(commandTable).flatMap((name) =>
        isCommand(name)
          ? [
              {
                name,
                summary: commandTable[name].summary,
                options: optionsOf(name).map(option),
                values: () => argumentsOf(name),
              },
            ]
          : [],
      ),
    ],
    general: Object.values(generalOptions).map(({ flags, help }) => ({ ...namesIn(flags), help })),
    route: () => folders.map((name) => ({ name })),
  };
}

function namesIn(flags: string): { long: string; short: string | undefined } {
  const [, long = ""] = /--([\w-]+)/.exec(flags) ?? [];
  const [, short] = /^-(\w),/.exec(flags) ?? [];
  return { long, short };
}

function valuesOf(
  name: string,
  { value, choices }: OptionRow,
  text: string,
  cwd: string,
): (() => readonly Choice[]) | undefined {
  if (value === "flag" || value === "negated") return undefined;
  if (name === "methods") return () => methodLists(text);
  if (name === "habit") return habitValues;
  if (name === "cwd" || name === "base") return () => entriesAt(text, cwd, true);
  if (name === "from") return () => entriesAt(text, cwd, false);
  return () => choices ?? [];
}

/** Methods are a list with commas: what is there stays, and each of the others can follow. */
function methodLists(text: string): Choice[] {
  const start = text.slice(0, text.lastIndexOf(",") + 1);
  const there = new Set(start.toUpperCase().split(","));
  return methods.filter((method) => !there.has(method)).map((method) => ({ name: `${start}${method}` }));
}

function habitValues(): Choice[] {
  return Object.entries(habitTable).flatMap(([name, { values, decides }]) =>
    values.length === 0
      ? [{ name: `${name}=`, summary: decides }]
      : values.map((value) => ({ name: `${name}=${value}`, summary: decides })),
  );
}

function argumentsOf(name: keyof typeof commandTable): Choice[] {
  if (name === "completion") return shells.map((shell) => ({ name: shell }));
  if (name !== "help") return [];
  return Object.entries(commandTable).map(([command, { summary }]) => ({ name: command, summary }));
}

async function routesHere(cwd: string): Promise<string[]> {
  try {
    const { project } = await inspect(findProject(cwd), undefined);
    return project ? routeCompletions(project) : [];
  } catch {
    return [];
  }
}

/** The entries of the folder that a path is typed in: folders with a slash, to go on from. */
function entriesAt(text: string, cwd: string, onlyFolders: boolean): Choice[] {
  const start = text.slice(0, text.lastIndexOf("/") + 1);
  try {
    return readdirSync(path.resolve(cwd, start), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() || !onlyFolders)
      .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
      .map((entry) => ({ name: `${start}${entry.name}${entry.isDirectory() ? "/" : ""}` }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
