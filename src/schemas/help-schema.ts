import type { OptionRow } from "../option-row.js";
import { closedObject, oneOf, text, type Schema } from "./json-schema.js";

const groups = {
  Route: "it describes a route",
  Run: "it is about the run",
  Project: "it is about the app",
} satisfies Record<OptionRow["group"], string>;

const listOf = (items: Schema): Schema => ({ type: "array", items });

const option = closedObject(
  {
    name: text("how files name it"),
    flags: text("how it is written, e.g. -m, --methods <list>"),
    help: text("what it does"),
  },
  {
    group: oneOf("where it belongs; what every command has is in no group", groups),
    opposite: text("what says the opposite, where the project's settings say it, e.g. --fallbacks"),
    default: text("what holds without it"),
    here: text("the same, in this very app"),
    choices: {
      description: "the values that it takes, where they are known",
      ...listOf(closedObject({ name: text("the value") }, { summary: text("what it means") })),
    },
  },
);

/** The help of the tool, or of one of its commands. */
export const helpSchema: Schema = closedObject({
  name: text("what is called, e.g. create-api-route undo"),
  summary: text("what it does"),
  usage: text("how it is called"),
  arguments: listOf(text("an argument; in brackets if it can be left out")),
  options: listOf(option),
  commands: {
    description: "the commands beside the main job; none in the help of one of them",
    ...listOf(closedObject({ name: text("the command"), summary: text("what it does") })),
  },
  examples: listOf(text("a command that works")),
});
