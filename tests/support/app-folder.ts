import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import type { Project } from "../../src/model.js";
import { findProject } from "../../src/project/find-project.js";
import { inspect } from "../../src/project/inspect.js";

/** Files by their paths; a path that ends in a slash is an empty folder, an object is written as JSON. */
export type Files = Record<string, string | object>;

let folder: string;

/** A folder that is new for every test of the file, with a space in its name as users have them, and gone after it. */
export function useFolder(): void {
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), "an app-")));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
}

/** A place in the folder, absolute. */
export function at(place = "."): string {
  return path.join(folder, place);
}

export function write(files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = at(name);
    mkdirSync(name.endsWith("/") ? file : path.dirname(file), { recursive: true });
    if (!name.endsWith("/"))
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** The project that a run in a place of the folder would see. */
export async function inspected(place = ".", base?: string): Promise<Project> {
  const { project, problems } = await inspect(findProject(at(place)), base);
  if (!project) throw new Error(problems.map(({ message }) => message).join("\n"));
  return project;
}

export async function problemsOf(place = ".", base?: string) {
  return (await inspect(findProject(at(place)), base)).problems;
}

export async function codesOf(place = ".", base?: string) {
  return (await problemsOf(place, base)).map(({ code }) => code);
}

export const manifest = (next = "16.4.6") => ({ dependencies: { next } });

/** An app in the root of the folder. */
export const app = (next?: string): Files => ({ "package.json": manifest(next), "app/": "" });
