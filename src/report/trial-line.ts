import type { FileChange, Project } from "../model.js";
import type { Trial } from "../plan/trial.js";
import { quoted, type Shell } from "./shell.js";

/** A `curl` line that calls the first route of a run on the app's own development server; undefined without a route. Pure. */
export function trialLine(
  changes: readonly FileChange[],
  { config }: Pick<Project, "config">,
  port: number,
  shell: Shell,
): string | undefined {
  const first = changes.find(({ purpose }) => purpose.kind === "route")?.purpose;
  if (first?.kind !== "route") return undefined;
  const url = `http://localhost:${String(port)}${config.basePath}${filled(first.route)}`;
  const { method } = first.trial;
  const isPlain = method === "GET" || (method === "POST" && first.trial.sends !== "nothing");
  const how = method === "HEAD" ? ["-I"] : isPlain ? [] : ["-X", method];
  const guard = first.trial.header === undefined ? [] : ["-H", first.trial.header];
  const words = [...how, ...guard, ...bodyOf(first.trial), url];
  return ["curl", ...words.map((word) => written(word, shell))].join(" ");
}

function bodyOf({ sends, body }: Trial): string[] {
  switch (sends) {
    case "nothing":
      return [];
    case "json":
    case "json with an id":
      return ["-H", "Content-Type: application/json", "-d", body];
    case "text":
      return ["-H", "Content-Type: text/plain", "-d", "Hello"];
    case "form":
      // A file that every app has.
      return ["-F", "name=first", "-F", "file=@package.json"];
  }
}

/** A URL of the route, with something in the place of its parameters. */
function filled(route: string): string {
  return route
    .replace(/\/\[\[\.\.\.[^\]]+\]\]/g, "")
    .replace(/\[\.\.\.[^\]]+\]/g, "a/b")
    .replace(/\[[^\]]+\]/g, "1");
}

/** A variable of the shell has to stay one. */
function written(word: string, shell: Shell): string {
  if (!/\$\w/.test(word)) return quoted(word, shell);
  return `"${shell.isWindows ? word.replace(/\$(\w+)/, "%$1%") : word}"`;
}
