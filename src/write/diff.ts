import type { Problem } from "../errors.js";
import type { FileChange, RenderedFile, Warning } from "../model.js";
import { guards } from "../plan/guards.js";
import type { ExistingFiles } from "../project/existing-files.js";
import type { AuthName } from "../spec/auth.js";

interface Diff {
  readonly changes: readonly FileChange[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * Compares what is wanted with what is there. A file that is not there is created; one that already offers what was
 * asked for is left as it is, whatever else is in it; any other file is a conflict. Route files come before the modules
 * that they need.
 */
export async function diff(files: readonly RenderedFile[], existing: ExistingFiles): Promise<Diff> {
  const changes: FileChange[] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  const kept = new Set<string>();

  for (const file of files) {
    const { path, purpose } = file;
    const text = existing.read(path);
    if (text === undefined) {
      // A module for handlers that are not written would only lie about.
      const isWanted = purpose.kind === "route" || !purpose.neededBy.every((route) => kept.has(route));
      if (isWanted) changes.push({ ...file, action: "create", before: undefined });
      continue;
    }
    const change: FileChange = { ...file, action: "unchanged", before: text, text };
    if (text === file.text) {
      changes.push(change);
      continue;
    }
    if (purpose.kind === "module" && purpose.neededBy.every((route) => kept.has(route))) continue;
    const missing = await missingExports(file, text, existing);
    if ("problem" in missing) problems.push(missing.problem);
    else if (missing.names.length > 0) problems.push(conflict(file, missing.names));
    else if (purpose.kind === "route" && !isGuarded(text, purpose.auth)) problems.push(unguarded(file));
    else {
      changes.push(change);
      if (purpose.kind === "module") warnings.push(keptModule(file));
      else kept.add(path);
    }
  }
  return { changes, problems, warnings };
}

type Missing = { names: readonly string[] } | { problem: Problem };

async function missingExports(file: RenderedFile, text: string, existing: ExistingFiles): Promise<Missing> {
  const wanted = file.purpose.kind === "route" ? file.purpose.methods : file.purpose.exports;
  try {
    const { names, isOpen } = await existing.exportsOf(file.path, text);
    // What stands behind an `export *` is not known here; a module is trusted to have it, a route is not.
    return {
      names: isOpen && file.purpose.kind === "module" ? [] : wanted.filter((name) => !names.has(name)),
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return {
      problem: {
        code: "PROJECT_UNREADABLE",
        message: `${file.path} is there already and could not be read as TypeScript: ${error.message}.`,
        hint: "Move it away, or add the handlers by hand.",
      },
    };
  }
}

function conflict({ path, purpose }: RenderedFile, missing: readonly string[]): Problem {
  const isRoute = purpose.kind === "route";
  return {
    code: "FILE_EXISTS",
    message: `${path} is there already and does not ${isRoute ? "handle" : "export"} ${missing.join(", ")}.`,
    hint: isRoute
      ? "Move it away to have it written anew, or ask for another route."
      : "Export them there, or move the file away to have it written anew.",
  };
}

/** Whether a file has the lines of the guard that was asked for. */
function isGuarded(text: string, auth: AuthName | undefined): boolean {
  return auth === undefined || guards[auth].lines.every((line) => text.includes(line));
}

function unguarded({ path }: RenderedFile): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${path} is there already, and --auth does not change handlers that exist.`,
    hint: "Move it away to have it written anew with the guard, or guard it by hand.",
  };
}

function keptModule({ path }: RenderedFile): Warning {
  return { code: "DATA_KEPT", message: `${path} is there already; the handlers use it as it is.` };
}
