import { lstatSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { withoutMark } from "../byte-order-mark.js";
import type { Problem } from "../errors.js";
import { descriptionFile, ownTemplate } from "../spec/own-template.js";
import {
  ownTemplateName,
  partialsFolder,
  templatesWith,
  type ChosenTemplate,
  type KnownTemplates,
} from "../spec/templates.js";

/** Where a project keeps templates, from its root. They run code, so there is no setting that could lead elsewhere. */
export const ownFolder = ".create-api-route/templates";

/** The templates of a project. */
export interface OwnTemplates {
  /** The built-in templates and the project's own. */
  readonly known: KnownTemplates;
  /** The texts by their names, e.g. `partials/catch` or `mine/route.ts`; those that take the place of built-in ones too. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the templates that a project has of its own. Nothing of them is run.
 *
 * A link is not followed: templates run code, and are taken only from the project itself.
 *
 * @param root the project root, absolute; undefined if there is none.
 */
export function readOwnTemplates(root: string | undefined): OwnTemplates {
  const found: Found = { texts: new Map(), descriptions: new Map(), problems: [] };
  if (root !== undefined && isOwnFolder(root, found)) readFolder(root, "", found);
  const names = new Set(
    [...found.texts.keys(), ...found.descriptions.keys()].map((text) => text.slice(0, text.indexOf("/"))),
  );
  names.delete(partialsFolder);
  const templates: ChosenTemplate[] = [];
  const problems = [...found.problems];
  for (const name of [...names].sort()) {
    if (name === "") continue;
    const read = ownTemplate({
      name,
      folder: `${ownFolder}/${name}`,
      texts: [...found.texts.keys()].flatMap((text) =>
        text.startsWith(`${name}/`) ? [text.slice(name.length + 1)] : [],
      ),
      description: found.descriptions.get(`${name}/${descriptionFile}`),
    });
    // Under a name that cannot be used it cannot be asked for.
    if (ownTemplateName.test(name)) templates.push(read.template);
    problems.push(...read.problems);
  }
  return { known: templatesWith(templates), texts: found.texts, problems };
}

interface Found {
  readonly texts: Map<string, string>;
  readonly descriptions: Map<string, unknown>;
  readonly problems: Problem[];
}

function isOwnFolder(root: string, { problems }: Found): boolean {
  for (let place = ownFolder; place !== "."; place = path.posix.dirname(place)) {
    const stats = lstatSync(path.join(root, place), { throwIfNoEntry: false });
    if (!stats) return false;
    if (stats.isSymbolicLink()) {
      problems.push(linked(place));
      return false;
    }
  }
  return true;
}

/** @param folder below the own folder, with a slash at its end; empty for that itself. */
function readFolder(root: string, folder: string, found: Found): void {
  const entries = readdirSync(path.join(root, ownFolder, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = folder + entry.name;
    if (entry.isSymbolicLink()) found.problems.push(linked(`${ownFolder}/${name}`));
    else if (entry.isDirectory()) readFolder(root, `${name}/`, found);
    // A pipe has no end to read to.
    else if (!entry.isFile()) continue;
    else if (entry.name.endsWith(".ejs")) readTemplate(root, name, found);
    else if (entry.name === descriptionFile && folder.split("/").length === 2)
      readDescription(root, name, found);
  }
}

function readTemplate(root: string, name: string, { texts, problems }: Found): void {
  const file = `${ownFolder}/${name}`;
  const text = textIn(root, file);
  const logical = name.slice(0, -".ejs".length);
  if (text.includes("\uFFFD")) problems.push(invalid(file, `${file} is not UTF-8.`, "Save it as UTF-8."));
  else if (!logical.includes("/"))
    problems.push(
      invalid(
        file,
        `${file} is in no template.`,
        `Put it into a folder of its own: ${ownFolder}/my-api/${name}.`,
      ),
    );
  else texts.set(logical, text);
}

function readDescription(root: string, name: string, { descriptions, problems }: Found): void {
  const file = `${ownFolder}/${name}`;
  try {
    descriptions.set(name, JSON.parse(textIn(root, file)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    descriptions.set(name, undefined);
    problems.push(invalid(file, `${file} is not JSON: ${reason}.`, "Mend it and run the command again."));
  }
}

/** Line breaks as the built-in templates have them, whatever the checkout made of them. */
function textIn(root: string, file: string): string {
  return withoutMark(readFileSync(path.join(root, file), "utf8")).replaceAll("\r\n", "\n");
}

function linked(place: string): Problem {
  return invalid(
    place,
    `${place} is a symbolic link: templates run code, and are taken only from the project's own folder.`,
    "Copy the files that it leads to, and remove the link.",
  );
}

function invalid(file: string, message: string, hint: string): Problem {
  return { code: "TEMPLATE_INVALID", message, hint, path: file };
}
