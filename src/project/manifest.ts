/**
 * What a package.json says, as far as a run has to know it. Pure: what is not as it should be counts as not there.
 */

/** A file that is half-written is as good as none. */
export function parseJson(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A member of a value that may be anything, by its path: `member(manifest, "scripts", "format")`. */
export function member(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce(
    (inner, key) =>
      typeof inner === "object" && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string, unknown>)[key]
        : undefined,
    value,
  );
}

/** The same where it is a string; undefined for anything else. */
export function textAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = member(value, ...keys);
  return typeof found === "string" ? found : undefined;
}

/** The range of a package that another one depends on: what it runs with goes before what it is developed with. */
export function declaredRange(manifest: unknown, name: string): string | undefined {
  return textAt(manifest, "dependencies", name) ?? textAt(manifest, "devDependencies", name);
}

/** The range of `next` that a package depends on. A peer is what a library asks of the apps that use it. */
export function declaredNext(manifest: unknown, options: { peers: boolean }): string | undefined {
  return (
    declaredRange(manifest, "next") ??
    (options.peers ? textAt(manifest, "peerDependencies", "next") : undefined)
  );
}

/** The patterns of a workspace's packages, as npm, yarn and bun keep them: a list, or `packages` beside other settings. */
export function workspacePatterns(manifest: unknown): string[] {
  const workspaces = member(manifest, "workspaces");
  const patterns = Array.isArray(workspaces) ? workspaces : member(workspaces, "packages");
  return Array.isArray(patterns) ? patterns.filter((each) => typeof each === "string") : [];
}

/** Next's own command in a script, up to where another one begins. */
const nextCommand = /(?:^|[\s"'/])next(?=[\s"']|$)(?:(?!["']\s+["'])[^&|;])*/;
const portOption = /\s(?:-p|--port)[ =]*["']?(\d{1,5})\b(?!:)/;
const portVariable = /\bPORT=["']?(\d{1,5})\b/;

/**
 * The port of the development server: as the script that starts it says, else Next's own. What else the script starts may
 * have a port too, and Next takes the option before the variable.
 */
export function devPort(manifest: unknown): number {
  const script = textAt(manifest, "scripts", "dev") ?? "";
  const [command] = nextCommand.exec(script) ?? [script];
  const [, text] = portOption.exec(command) ?? portVariable.exec(script) ?? [];
  const port = Number(text);
  return port > 0 && port < 65_536 ? port : 3000;
}
