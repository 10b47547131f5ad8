import { expect, test } from "vitest";
import { commandMeant, misspeltCommand, unknownCommand } from "../../../src/spec/command-meant.js";
import { commandNames, completionCallback } from "../../../src/spec/commands.js";

test.each([
  ["undoo", "undo"],
  ["udno", "undo"],
  ["nudo", "undo"],
  ["und", "undo"],
  ["unfo", "undo"],
  ["uundo", "undo"],
  ["lsit", "list"],
  ["lst", "list"],
  ["liist", "list"],
  ["lidt", "list"],
  ["chekc", "check"],
  ["chck", "check"],
  ["chek", "check"],
  ["ejct", "eject"],
  ["ejetc", "eject"],
  ["hlep", "help"],
  ["hepl", "help"],
  ["hekp", "help"],
  ["helpp", "help"],
  ["completoin", "completion"],
  ["competion", "completion"],
  ["compleetion", "completion"],
])("%s is a slip for %s", (word, command) => {
  expect(commandMeant(word)).toBe(command);
});

test("what a resource may well be called is a route", () => {
  const resources = `
    posts users lis lists checks ejects undos helps completions object objects project subject reject rejects inject
    chart charts cheek chick chuck chat chats czech last lost lust lint lift lisp lit lot lots host hosts post gist gists
    fist mist wrist twist elect elects erect evict unto under undone udon uno redo todo todos held helm hell heap hemp kelp
    yelp whelp hello helper heck health complete completed completer compete competition complexion comp complaint complaints
    completion2 list2 list-1 lista liste lisa check_in checkin checkout checkr checked checker listing listen lists-all
    playlist wishlist blocklist checklist undo-log help-center api auth login me search ping`;
  const flagged = resources
    .split(/\s+/)
    .filter((word) => word !== "" && (commandMeant(word) ?? misspeltCommand(word)) !== undefined);
  expect(flagged).toEqual([]);
});

test("a command itself, its plural, and what is no plain word are none", () => {
  for (const name of commandNames) {
    const others = [name, `${name}s`, `${name}/x`, `./${name}x`, `[${name}]`, `:${name}`, name.toUpperCase()];
    expect(others.map(commandMeant)).toEqual(others.map(() => undefined));
  }
});

test("nobody means what only scripts call", () => {
  expect(commandMeant(`${completionCallback}e`)).toBe(undefined);
});

test("the problem names the command, and how a route of that name is written", () => {
  expect(misspeltCommand("undoo")).toEqual({
    code: "USAGE",
    message: '"undoo" is no command.',
    hint: "Did you mean `undo`? For a route of that name write `./undoo`.",
  });
  expect(misspeltCommand("posts")).toBe(undefined);
  expect(unknownCommand("udno").hint).toMatch(/^Did you mean undo\? There are list, undo, /);
  expect(unknownCommand("posts").hint).toMatch(/^There are list, undo, /);
});
