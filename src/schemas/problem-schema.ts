import { errorCodes } from "../errors.js";
import { warningCodes } from "../warnings.js";
import { closedObject, definition, oneOf, text } from "./json-schema.js";

const required = {
  code: definition("code"),
  message: text("what is wrong, and why"),
  hint: text("what to do"),
};
const optional = {
  path: { description: "the file or folder of the project that it is about", ...definition("path") },
  at: {
    description:
      "the place in a file of the user's that it is about: where it was asked for, or in a template",
    ...definition("place"),
  },
  written: { description: "the place in what a template writes", ...definition("place") },
};

/** What is wrong, and what is only to be known. */
export const problemDefinitions = {
  problem: { description: "One thing that is wrong.", ...closedObject(required, optional) },
  error: {
    description: "The first thing that is wrong of those that have the exit code, with all of them.",
    ...closedObject(
      {
        ...required,
        problems: {
          description: "everything that is wrong, that thing too",
          type: "array",
          items: definition("problem"),
          minItems: 1,
        },
      },
      optional,
    ),
  },
  warning: {
    description: "Something to know that stops nothing.",
    ...closedObject({
      code: oneOf("what it is about; permanent", meanings(warningCodes)),
      message: text("what to know"),
    }),
  },
  code: oneOf("what is wrong; permanent", meanings(errorCodes)),
  place: {
    description: "a place in a file of the user's",
    ...closedObject({
      file: text("the file, as the user named it"),
      line: { description: "counted from 1", type: "integer", minimum: 1 },
      column: { description: "counted from 1", type: "integer", minimum: 1 },
    }),
  },
};

function meanings(codes: Readonly<Record<string, { readonly when: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(codes).map(([code, { when }]) => [code, when]));
}
