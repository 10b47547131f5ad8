/**
 * The lock files of the package managers, and the version of Next.js that one holds for an app. The files can be megabytes:
 * they are searched and not parsed. Each search is one pass over the text. Pure.
 */

/** Whose version is looked for. */
export interface LockedApp {
  /** The app's folder from the lock file's own, with `/`; empty for the same folder. */
  readonly folder: string;
  /** The name of the app's package. */
  readonly name: string | undefined;
  /** The range of `next` in its package.json, as it is written there. */
  readonly declared: string;
}

type Search = (text: string, app: LockedApp) => string | undefined;

export type PackageManager = "pnpm" | "yarn" | "bun" | "npm";

interface LockFile {
  /** Whose it is. */
  readonly manager: PackageManager;
  /** Finds the version of Next.js in it; undefined where it is no text. */
  readonly search?: Search;
}

/** The lock files by their names. Source: npm, pnpm, yarn and bun, their lock files' formats. */
export const lockFiles: Readonly<Record<string, LockFile>> = {
  "pnpm-lock.yaml": { manager: "pnpm", search: inPnpm },
  "yarn.lock": { manager: "yarn", search: inYarn },
  "bun.lock": { manager: "bun", search: inBun },
  "bun.lockb": { manager: "bun" },
  "package-lock.json": { manager: "npm", search: inNpm },
  "npm-shrinkwrap.json": { manager: "npm", search: inNpm },
};

/** `"node_modules/next": { "version": "15.1.0",`, below the app first; in the first format `"next": { "version":`. */
function inNpm(text: string, { folder }: LockedApp): string | undefined {
  const own = folder === "" ? [] : [`"${folder}/node_modules/next": {`];
  for (const key of [...own, '"node_modules/next": {', '"next": {']) {
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const entry = text.slice(at + key.length, at + key.length + 300);
      const version = /^\s*(?:"name": "[^"]*",\s*)?"version": "(\d[^"]*)"/.exec(entry)?.[1];
      if (version !== undefined) return version;
    }
  }
  return undefined;
}

/**
 * The app among the `importers`; the file of a lone package may have its dependencies at the top. A version is followed
 * by the peers that it was resolved with: `15.1.0(react@19.0.0)`.
 */
function inPnpm(text: string, { folder }: LockedApp): string | undefined {
  const importers = sectionAt(text, "\nimporters:");
  const key = folder === "" ? "." : folder;
  const app =
    importers === undefined ? text : sectionIn(importers, [`\n  ${key}:`, `\n  '${key}':`, `\n  "${key}":`]);
  const found = /\n *next:(?: +(\S+)|(?:\n +specifier:[^\n]*)?\n +version: +(\S+))/g;
  for (const [, inline, nested] of app?.matchAll(found) ?? []) {
    // In the oldest format the ranges stand before the versions, in a table of their own.
    const version = /^['"]?(?:\/?(?:next|npm:next)[@/])?(\d+\.\d+\.\d+[0-9A-Za-z.-]*)/.exec(
      nested ?? inline ?? "",
    )?.[1];
    const isRange = nested === undefined && isSpecifier(app ?? "", inline ?? "");
    if (version !== undefined && !isRange) return version;
  }
  return undefined;
}

/** Whether a line `next: …` is that of the `specifiers`, which is the first of two. */
function isSpecifier(section: string, value: string): boolean {
  const first = section.indexOf(`next: ${value}`);
  const specifiers = section.indexOf("specifiers:");
  return specifiers >= 0 && specifiers < first && section.indexOf("next: ", first + 1) > first;
}

/** From a key at the start of a line to the next line that is indented no more. */
function sectionAt(text: string, key: string): string | undefined {
  const at = `\n${text}`.indexOf(`${key}\n`);
  if (at < 0) return undefined;
  const body = `\n${text}`.slice(at + key.length);
  const indent = key.length - 1 - key.trimStart().length;
  const end = body.search(new RegExp(`\\n {0,${String(indent)}}[^\\s#]`));
  return end < 0 ? body : body.slice(0, end);
}

function sectionIn(text: string, keys: readonly string[]): string | undefined {
  return keys.map((key) => sectionAt(text, key)).find((section) => section !== undefined);
}

/** `next@^15.0.0:` or `"next@npm:^15.0.0, next@npm:15.1.0":`, and its version in the line below. */
function inYarn(text: string, { declared }: LockedApp): string | undefined {
  const entries = [...text.matchAll(/^"?(next@[^\n]*):\n +"?version"?:? "?([^"\s]+)/gm)]
    .map(([, head = "", version = ""]) => ({ ranges: head.replaceAll('"', "").split(/,\s*/), version }))
    .filter(({ version }) => /^[1-9]/.test(version));
  const wanted = [`next@${declared}`, `next@npm:${declared}`];
  const own = entries.find(({ ranges }) => ranges.some((range) => wanted.includes(range)));
  return own?.version ?? (entries.length === 1 ? entries[0]?.version : undefined);
}

/** `"next": ["next@15.1.0", …`; where packages have different ones, `"web/next": […` for the package `web`. */
function inBun(text: string, { name }: LockedApp): string | undefined {
  for (const key of [...(name === undefined ? [] : [`"${name}/next": ["next@`]), '"next": ["next@']) {
    const at = text.indexOf(key);
    if (at < 0) continue;
    const version = /^\d[^"]*/.exec(text.slice(at + key.length, at + key.length + 100))?.[0];
    if (version !== undefined) return version;
  }
  return undefined;
}
