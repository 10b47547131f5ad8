import type { EjectedFile, FileChange, UndoneFile } from "../model.js";
import type { Habit } from "../project/habits/habits.js";
import { habitNames, habitTable } from "../spec/habits.js";
import { methods } from "../spec/methods.js";
import { closedObject, definition, oneOf, setOf, text, type Schema } from "./json-schema.js";

type Action = FileChange["action"];
type Told = Readonly<Record<string, Schema>>;

const asked = { ...setOf({ type: "string", enum: methods }), minItems: 1 };
const diff = text("what it changes, as a unified diff");

/** What is told of a file beside its path and its action: what always is, and what only sometimes, with --diff. */
const actions = {
  create: { means: "it was not there", always: {}, sometimes: { diff } },
  update: {
    means: "handlers are added to it",
    always: { added: { description: "the methods that it gets", ...asked } },
    sometimes: { diff },
  },
  overwrite: { means: "it is replaced", always: { diff }, sometimes: {} },
  unchanged: { means: "it has all that was asked for", always: {}, sometimes: {} },
} satisfies Record<Action, { means: string; always: Told; sometimes: Told }>;

const undoActions = {
  delete: "the run created it, and it goes",
  restore: "the run changed it, and it is put back",
  kept: "it was changed since and is left as it is",
  unchanged: "it is as it was before the run already",
} satisfies Record<UndoneFile["action"], string>;

const ejectActions = {
  create: "it was not there",
  overwrite: "it is replaced by the built-in one",
  unchanged: "it is as it would be copied",
} satisfies Record<EjectedFile["action"], string>;

const habitSources = {
  option: "the command line",
  config: "the project's settings",
  app: "route files of the app",
} satisfies Record<Habit["source"], string>;

/** The files of a run, and of one that is taken back. */
export const fileDefinitions = {
  file: {
    description: "A file that the run writes, or finds as it should be.",
    oneOf: (Object.keys(actions) as Action[]).flatMap((action) =>
      // Handlers are added to a route file only.
      action === "update" ? [routeFile(action)] : [routeFile(action), moduleFile(action)],
    ),
  },
  undoneFile: closedObject({
    path: definition("path"),
    action: oneOf("what is done with the file", undoActions),
  }),
  ejectedFile: closedObject(
    {
      path: definition("path"),
      action: oneOf("what is done with the file", ejectActions),
      template: text("the built-in text that it is a copy of, e.g. partials/catch"),
    },
    { diff },
  ),
  habits: {
    description: "the habits that the new code follows; what is not among them is as built in",
    ...closedObject(
      {},
      Object.fromEntries(
        habitNames.map((name) => [name, { description: habitTable[name].decides, ...definition("habit") }]),
      ),
    ),
  },
  habit: closedObject({
    value: text("what the habit is"),
    source: oneOf("who says so", habitSources),
    from: { description: "the files of the app that show it", ...setOf(definition("path")) },
  }),
  path: { ...text("relative to the project's root, with /"), minLength: 1 },
};

function routeFile(action: Action): Schema {
  const { means, always, sometimes } = actions[action];
  return {
    title: `${action}: a route file`,
    description: means,
    ...closedObject(
      {
        ...nameOf(action),
        route: text("its URL, with parameters as Next.js writes them, e.g. /api/posts/[id]"),
        methods: { description: "the methods that were asked for", ...asked },
        ...always,
      },
      // Nothing new is written where nothing changes.
      action === "unchanged" ? sometimes : { habits: definition("habits"), ...sometimes },
    ),
  };
}

function moduleFile(action: Action): Schema {
  const { means, always, sometimes } = actions[action];
  return {
    title: `${action}: a module that route files import, or a file that a template makes beside them`,
    description: means,
    ...closedObject({ ...nameOf(action), ...always }, sometimes),
  };
}

function nameOf(action: Action): Told {
  return { path: definition("path"), action: { const: action } };
}
