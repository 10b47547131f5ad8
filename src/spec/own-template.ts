import type { Problem } from "../errors.js";
import { isJsonObject } from "../json-object.js";
import { isMetadataFile } from "../project/metadata-files.js";
import { defaultNextConfig } from "../project/next-defaults.js";
import { didYouMean } from "./closest.js";
import { inOrder, isMethod, methods as allMethods } from "./methods.js";
import { routeKinds, type RouteKind } from "./route-kinds.js";
import {
  builtIn,
  defaultBase,
  hasDataModule,
  isTemplate,
  ownTemplateName,
  ownTemplateNames,
  templateNames,
  type ChosenTemplate,
  type TemplateName,
} from "./templates.js";

/** The file beside the texts of an own template that says what it is. */
export const descriptionFile = "template.json";

/** What a {@link descriptionFile} can say. */
export const descriptionKeys = {
  summary: { is: "a string", means: "what it writes, for the questions and the help" },
  extends: {
    is: "the name of a built-in template",
    means: "the one that it stands on: what it has no file for is taken from there",
  },
  methods: {
    is: "a list of methods",
    means: "the methods when none are asked for; `check` then tries these and no others",
  },
  kinds: {
    is: "a list of kinds of routes",
    means: `the kinds of routes that it is for, if not for all: ${Object.keys(routeKinds).join(", ")}`,
  },
} as const satisfies Record<string, { is: string; means: string }>;

export type DescriptionKey = keyof typeof descriptionKeys;

/** The texts of a template as they were found. */
export interface FoundTemplate {
  /** The name of its folder. */
  readonly name: string;
  /** Its texts, from its folder and without `.ejs`: `route.ts`, `handlers/list`. */
  readonly texts: readonly string[];
  /** What its {@link descriptionFile} has in it, parsed; undefined if there is none. */
  readonly description: unknown;
  /** Its folder, from the project's root. */
  readonly folder: string;
}

/** Reads what a folder of own templates says a template is, together with everything that is wrong with it. Pure. */
export function ownTemplate(found: FoundTemplate): { template: ChosenTemplate; problems: Problem[] } {
  const { name, folder, texts, description = {} } = found;
  const problems: Problem[] = [];
  const file = `${folder}/${descriptionFile}`;
  const tell = (message: string, hint: string, path = file) =>
    problems.push({ code: "TEMPLATE_INVALID", message, hint, path });

  if (!ownTemplateName.test(name)) {
    const hint = "Rename the folder, e.g. to `my-api`.";
    tell(`${folder}: a template is ${ownTemplateNames}.`, hint, folder);
  }
  const said = isJsonObject(description) ? description : {};
  if (!isJsonObject(description)) tell(`${file} is not an object.`, "Write `{ … }`.");
  for (const key of Object.keys(said)) {
    if (key === "$schema" || Object.hasOwn(descriptionKeys, key)) continue;
    const names = Object.keys(descriptionKeys);
    tell(`"${key}" in ${file} is unknown.`, `${didYouMean(key, names)}There are ${names.join(", ")}.`);
  }
  const wrong = (key: DescriptionKey, hint: string) =>
    tell(`"${key}" in ${file} has to be ${descriptionKeys[key].is}.`, hint);

  const { summary = `the project's own, in ${folder}`, extends: named, methods, kinds } = said;
  if (typeof summary !== "string") wrong("summary", "Put it in quotes.");
  const base = baseOf(name, named);
  if (base === undefined)
    wrong("extends", `${didYouMean(String(named), templateNames)}There are ${templateNames.join(", ")}.`);
  if (isTemplate(name) && named !== undefined)
    tell(
      `"extends" in ${file}: a template that is called like a built-in one stands on that.`,
      "Leave it out.",
    );
  const asked = methods === undefined ? undefined : namesIn(methods, isMethod);
  if (methods !== undefined && !asked)
    wrong("methods", `Write e.g. ["GET", "POST"]; there are ${allMethods.join(", ")}.`);
  const meant = kinds === undefined ? undefined : namesIn(kinds, isKind);
  if (kinds !== undefined && !meant)
    wrong("kinds", `Write e.g. ["collection"]; there are ${Object.keys(routeKinds).join(", ")}.`);
  for (const text of texts) {
    const reason = refusal(text);
    if (reason !== undefined)
      tell(`${folder}/${text}.ejs ${reason.is}.`, reason.hint, `${folder}/${text}.ejs`);
  }

  const start = builtIn(base ?? defaultBase);
  return {
    problems,
    template: {
      name,
      summary: typeof summary === "string" ? summary : "",
      base: start.base,
      kinds: meant,
      defaultMethods:
        (asked && inOrder(asked)) ??
        (start.base === defaultBase && !isTemplate(name) ? undefined : start.defaultMethods),
      beside: texts.filter((text) => makesFile(text) && !isMain(text, start.base)),
    },
  };
}

/** A text whose name has an ending makes a file of that name; any other is a partial. */
function makesFile(text: string): boolean {
  return text.slice(text.lastIndexOf("/") + 1).includes(".");
}

/** Whether a text makes one of the files that a template has anyway; a data module is shared by the routes of a resource. */
function isMain(text: string, base: TemplateName): boolean {
  return text === "route.ts" || (text === "data.ts" && hasDataModule(base));
}

function baseOf(name: string, named: unknown): TemplateName | undefined {
  if (isTemplate(name)) return name;
  if (named === undefined) return defaultBase;
  return typeof named === "string" && isTemplate(named) ? named : undefined;
}

/** A list of names, at least one; undefined if it is something else. */
function namesIn<Name extends string>(
  value: unknown,
  isName: (text: string) => text is Name,
): Name[] | undefined {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const known = value.filter((each): each is Name => typeof each === "string" && isName(each));
  return known.length === value.length ? known : undefined;
}

function isKind(text: string): text is RouteKind {
  return Object.hasOwn(routeKinds, text);
}

/** Files that would make URLs of their own: nothing holds them against the tree. */
function refusal(text: string): { is: string; hint: string } | undefined {
  const name = text.slice(text.lastIndexOf("/") + 1);
  const [, kind] = /^(route|page)\.(?:[cm]?[jt]sx?|mdx?)$/.exec(name) ?? [];
  const makes =
    kind ?? (isMetadataFile(name, false, defaultNextConfig.pageExtensions) ? "metadata file" : undefined);
  if (makes === undefined || text === "route.ts") return undefined;
  return kind === "route" && name === text
    ? {
        is: "makes the route file",
        hint: "Call it route.ts.ejs: the ending of the file is as the app has it.",
      }
    : {
        is: `would make a ${makes} of its own`,
        hint: "A template makes one route; ask for the other one by itself.",
      };
}
