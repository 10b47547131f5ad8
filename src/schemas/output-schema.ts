import type { Project } from "../model.js";
import { formatterNames } from "../project/formatters.js";
import { shells } from "../spec/shells.js";
import { fileDefinitions } from "./file-schema.js";
import { helpSchema } from "./help-schema.js";
import { listDefinitions } from "./list-schema.js";
import { closedObject, definition, oneOf, text, type Schema } from "./json-schema.js";
import { problemDefinitions } from "./problem-schema.js";

const yes: Schema = { const: true };
const nothing: Schema = { type: "null" };
const none: Schema = { type: "array", maxItems: 0 };
const dryRun: Schema = { description: "whether nothing was to be written", type: "boolean" };
const listOf = (name: string): Schema => ({ type: "array", items: definition(name) });
const root = text("the folder of the app's package.json, absolute, as the operating system writes it");

const appDirs = {
  app: "it is at the root",
  "src/app": "it is in src",
} satisfies Record<Project["appDir"], string>;

const appDir = oneOf("the app folder", appDirs);
const next = text("the version of Next.js, as it is installed, locked or declared, e.g. 16.4.6 or ^14.2.35");
const count = (description: string): Schema => ({ description, type: "integer", minimum: 0 });
const texts = (description: string): Schema => ({ description, type: "array", items: { type: "string" } });

const listing = {
  project: closedObject({
    root,
    appDir,
    basePath: text("what every URL begins with, by next.config; empty for nothing"),
  }),
  routes: {
    description: "in the order in which Next.js matches them; with --public only what is open",
    ...listOf("listedRoute"),
  },
  warnings: listOf("warning"),
};

/** What each command prints, and what all of them print when they fail. */
const outcomes = {
  created: {
    description: "The routes were written, or would be.",
    ...closedObject({
      ok: yes,
      dryRun,
      project: closedObject({
        root,
        appDir,
        next,
        formatter: {
          description: "the project's formatter; null if there is none, or if it was declined",
          enum: [...formatterNames, null],
        },
      }),
      files: listOf("file"),
      warnings: listOf("warning"),
      error: nothing,
    }),
  },
  listed: {
    description: "The route handlers of the app.",
    ...closedObject({ ok: yes, ...listing, error: nothing }),
  },
  open: {
    description:
      "The same with --public, where handlers that change something are open: `error` says so, and the exit code is 1.",
    ...closedObject({ ok: { const: false }, ...listing, error: definition("error") }),
  },
  undone: {
    description: "The last run was taken back, or would be. There are no files if there was no run.",
    ...closedObject({
      ok: yes,
      dryRun,
      project: closedObject({ root }),
      files: listOf("undoneFile"),
      warnings: listOf("warning"),
      error: nothing,
    }),
  },
  ejected: {
    description: "Built-in templates were copied into the project, or would be.",
    ...closedObject({
      ok: yes,
      dryRun,
      project: closedObject({ root }),
      // There is always one: what has none is an `undo` that had nothing to take back.
      files: { ...listOf("ejectedFile"), minItems: 1 },
      warnings: listOf("warning"),
      error: nothing,
    }),
  },
  checked: {
    description: "Nothing is wrong with what the templates write in this project, or with its routes.",
    ...closedObject({
      ok: yes,
      project: closedObject({
        root,
        appDir,
        next,
        typescript: text("the version of the TypeScript that compiled what they write"),
      }),
      checked: closedObject({
        templates: texts("the templates, built in and the project's own"),
        ownTexts: texts("the texts that the project has of its own, e.g. partials/catch"),
        routes: count("how many routes they were rendered for"),
        files: count("how many files came of it"),
        urlFiles: count("how many files of the app make URLs"),
      }),
      warnings: listOf("warning"),
      error: nothing,
    }),
  },
  completion: {
    description: "The script that completes the command in a shell.",
    ...closedObject({
      ok: yes,
      shell: { description: "the shell", type: "string", enum: shells },
      script: text("what it has to run"),
    }),
  },
  version: {
    description: "The version of the tool.",
    ...closedObject({ ok: yes, version: text("e.g. 0.1.0") }),
  },
  help: {
    description: "The help of the tool, or of one of its commands.",
    ...closedObject({ ok: yes, help: helpSchema }),
  },
  failed: {
    description: "The command failed, and `error` says why.",
    ...closedObject({
      ok: { const: false },
      dryRun,
      project: nothing,
      files: none,
      warnings: none,
      error: definition("error"),
    }),
  },
};

/** The document that `--json` prints on stdout, of every command and every outcome. */
export const outputSchema: Schema = {
  title: "Output of create-api-route --json",
  description: "The one document on stdout, whatever the command was and however it ended.",
  oneOf: Object.keys(outcomes).map(definition),
  $defs: { ...outcomes, ...fileDefinitions, ...listDefinitions, ...problemDefinitions },
};
