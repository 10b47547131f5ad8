import { oppositeOf, type Choice, type OptionRow } from "../option-row.js";
import { allOptions, createOptions, generalOptions, optionsOf, type AnyOptionName } from "../options.js";
import { commandTable, type CommandName } from "../spec/commands.js";
import { habitTable } from "../spec/habits.js";
import { methods } from "../spec/methods.js";
import { shells } from "../spec/shells.js";
import { partialsFolder, templateNames } from "../spec/templates.js";
import { namesOf, type TypedLine } from "./typed-words.js";

/** What only the disk knows. */
export interface Around {
  /** The routes of the app, each with a slash at its end. */
  readonly routes: () => Promise<readonly string[]>;
  /** The templates that a route can be written by. */
  readonly templates: () => readonly Choice[];
  /** The URLs of the app's handlers, as `list` prints them. */
  readonly urls: () => Promise<readonly string[]>;
  /** The entries of the folder that a path is typed in, as the path would go on; folders with a slash at their end. */
  readonly entries: (
    typed: string,
    from: "here" | "project",
    wants: "folders" | "files",
  ) => readonly string[];
}

/** What the text that is typed could become: all that starts with it. Pure but for what it asks. */
export async function candidatesFor(line: TypedLine, around: Around): Promise<Choice[]> {
  const all = await offered(line, around);
  return all.filter(({ name }) => name.startsWith(line.text) && name !== "");
}

async function offered(line: TypedLine, around: Around): Promise<readonly Choice[]> {
  const { command, operands, wants, text } = line;
  if (wants !== "anything" && wants !== "argument") return valuesOf(wants, text, around);
  if (wants === "anything" && text.startsWith("-")) return optionsIn(line);
  if (command !== undefined) return operands === 0 ? argumentsOf(command) : [];
  const routes = goingOn(await around.routes(), text);
  return operands === 0 && wants === "anything" ? [...commands, ...routes] : routes;
}

const commands: readonly Choice[] = Object.entries(commandTable).map(([name, { summary }]) => ({
  name,
  summary,
}));

/** What can be ejected as a whole. */
const ejectNames = [...templateNames, partialsFolder];

function argumentsOf(command: CommandName): readonly Choice[] {
  if (command === "completion") return shells.map((name) => ({ name }));
  if (command === "eject") return ejectNames.map((name) => ({ name }));
  return command === "help" ? commands : [];
}

/** The options that are not there yet, or can be there again. */
function optionsIn({ command, given, text }: TypedLine): Choice[] {
  const own = command === undefined ? Object.entries<OptionRow>(createOptions) : optionsOf(command);
  const left = own.filter(([name, { value }]) => value === "list" || !given.has(name as AnyOptionName));
  const rows = [...left.map(([, row]) => row), ...Object.values(generalOptions)];
  return rows.flatMap(({ flags, help, ...row }) => {
    const { long, short } = namesOf(flags);
    const opposite = "value" in row ? oppositeOf({ flags, ...row }) : undefined;
    // Short ones and opposites are for those who know them: each is there for whoever begins to write it.
    const others = [
      ...(short === text ? [short] : []),
      ...(opposite !== undefined && text.length > "--".length ? [opposite] : []),
    ];
    return [long, ...others].map((name) => ({ name, summary: name === opposite ? `not: ${help}` : help }));
  });
}

async function valuesOf(name: AnyOptionName, text: string, around: Around): Promise<readonly Choice[]> {
  const paths = (...how: ["here" | "project", "folders" | "files"]) =>
    around.entries(text, ...how).map((path) => ({ name: path }));
  if (name === "methods") return methodLists(text);
  if (name === "habit") return habitWishes(text);
  if (name === "template") return around.templates();
  if (name === "cwd") return paths("here", "folders");
  if (name === "base") return paths("project", "folders");
  if (name === "from") return paths("here", "files");
  if (name === "allow") return (await around.urls()).map((url) => ({ name: url }));
  const { choices = [] }: OptionRow = allOptions[name];
  return choices;
}

/** A list with commas: what is there stays, and each of the others can follow; in small letters for those who type them. */
function methodLists(text: string): Choice[] {
  const start = text.slice(0, text.lastIndexOf(",") + 1);
  const there = new Set(start.toUpperCase().split(","));
  const isSmall = /[a-z]/.test(text);
  return methods
    .filter((method) => !there.has(method))
    .map((method) => ({ name: `${start}${isSmall ? method.toLowerCase() : method}` }));
}

/** First the habits, then the values of one. */
function habitWishes(text: string): Choice[] {
  const rows = Object.entries(habitTable);
  if (!text.includes("="))
    return [
      { name: "none", summary: "all of them as built in" },
      ...rows.map(([name, { decides }]) => ({ name: `${name}=`, summary: decides })),
    ];
  return rows.flatMap(([name, { values, decides }]) =>
    values.map((value) => ({ name: `${name}=${value}`, summary: decides })),
  );
}

/** The routes one folder further than what is typed, in the spelling that it has. */
function goingOn(routes: readonly string[], text: string): Choice[] {
  const isShort = /(^|\/)[:*]/.test(text);
  const next = routes.map((folder) => {
    const route = isShort ? shortForm(folder) : folder;
    return route.slice(0, route.indexOf("/", text.length) + 1);
  });
  return [...new Set(next)].map((name) => ({ name }));
}

/** `posts/[id]/` as `posts/:id/`, which no shell has to be asked to leave alone. */
function shortForm(route: string): string {
  return route
    .replaceAll(/\[\[\.\.\.([^/]+)\]\]/g, "*$1?")
    .replaceAll(/\[\.\.\.([^/]+)\]/g, "*$1")
    .replaceAll(/\[([^/]+)\]/g, ":$1");
}
