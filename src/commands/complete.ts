import { readdirSync } from "node:fs";
import path from "node:path";
import { candidatesFor, type Around } from "../completion/candidates.js";
import { toldToShell, unquoted } from "../completion/told-to-shell.js";
import { readTyped } from "../completion/typed-words.js";
import { routeUrls } from "../plan/listing.js";
import { routeCompletions } from "../plan/route-completions.js";
import { homeFolder } from "../home-folder.js";
import { findProject } from "../project/find-project.js";
import { isFolder } from "../project/folders.js";
import { inspect } from "../project/inspect.js";
import { readOwnTemplates } from "../project/own-templates.js";
import { readSettings } from "../project/settings-file.js";

/**
 * What a shell asks for while words are typed. It reads only, never fails, and an app that is not right has nothing to offer.
 *
 * @param words what stands behind the tool's name; the last one is being typed.
 * @param cwd absolute.
 * @param shell the one that asks, if it says so.
 */
export async function complete(
  words: readonly string[],
  cwd: string,
  shell: string | undefined,
): Promise<string> {
  const read = words.map((word) => (shell === undefined ? { word, isQuoted: false } : unquoted(word)));
  const typed = read.at(-1) ?? unquoted("");
  const line = readTyped([...read.slice(0, -1).map(atHome), typed.word]);
  const place = path.resolve(cwd, line.given.get("cwd") ?? ".");
  const around: Around = {
    routes: () => routesOf(place, line.given.get("base")),
    templates: () => [...readOwnTemplates(findProject(place).root).known.values()],
    urls: () => urlsOf(place),
    entries: (typed, from, wants) =>
      entriesAt(typed, from === "here" ? cwd : (findProject(place).root ?? place), wants),
  };
  const candidates = await candidatesFor(line, around).catch(() => []);
  return toldToShell(candidates, { ...line, isQuoted: typed.isQuoted }, shell);
}

/** `~/web` where the shell would make it the user's own folder; what is being typed stays as it is, for it is what is compared. */
function atHome({ word, isQuoted }: ReturnType<typeof unquoted>): string {
  return isQuoted ? word : word.replace(/^~(?=\/|$)/, homeFolder);
}

async function routesOf(place: string, base: string | undefined): Promise<readonly string[]> {
  const found = findProject(place);
  const { settings } = readSettings(found.root, readOwnTemplates(found.root).known);
  const { project } = await inspect(found, base, settings);
  return project ? routeCompletions(project) : [];
}

async function urlsOf(place: string): Promise<readonly string[]> {
  const { project } = await inspect(findProject(place), undefined);
  return project ? routeUrls(project) : [];
}

function entriesAt(typed: string, from: string, wants: "folders" | "files"): string[] {
  const start = typed.slice(0, typed.lastIndexOf("/") + 1);
  const folder = path.resolve(from, start);
  return readdirSync(folder)
    .filter((name) => name !== "node_modules" && (!name.startsWith(".") || typed.startsWith(`${start}.`)))
    .sort()
    .flatMap((name) => {
      if (isFolder(path.join(folder, name))) return [`${start}${name}/`];
      return wants === "files" ? [`${start}${name}`] : [];
    });
}
