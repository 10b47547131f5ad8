import { addHandlers } from "../edit/add-handlers.js";
import type { Problem } from "../errors.js";
import type { FileChange, FilePurpose, RenderedFile, Warning } from "../model.js";
import type { ExistingFiles } from "../project/existing-files.js";
import { exportsOf } from "../project/module-exports.js";

interface Diff {
  readonly changes: readonly FileChange[];
  readonly problems: readonly Problem[];
  readonly warnings: readonly Warning[];
}

/**
 * Compares what is wanted with what is there. A file that is not there is created. A route file that is there gets the
 * handlers that it lacks, and one that lacks none is left as it is. A module that is there has to export what is needed
 * of it; otherwise it is a conflict.
 *
 * @param options.replaces a file that is there gives way to the new one, unless it is a module that has all that is needed.
 */
export async function diff(
  files: readonly RenderedFile[],
  existing: ExistingFiles,
  options: { replaces: boolean },
): Promise<Diff> {
  const changes: FileChange[] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];

  for (const file of files) {
    if (file.purpose.kind === "route") {
      const { change, warnings: notes } = await routeChange(file, existing);
      changes.push(change);
      warnings.push(...notes);
      continue;
    }
    const found = await moduleChange(file, file.purpose, existing, options.replaces);
    if ("code" in found) {
      problems.push(found);
      continue;
    }
    changes.push(found);
    const isNeeded = file.purpose.neededBy.length > 0;
    if (isNeeded && found.action === "unchanged" && found.text !== file.text) warnings.push(keptModule(file));
  }
  return { changes, problems, warnings };
}

interface RouteChange {
  readonly change: FileChange;
  readonly warnings: readonly Warning[];
}

async function routeChange(file: RenderedFile, existing: ExistingFiles): Promise<RouteChange> {
  const { path, text, purpose, there } = file;
  const change = (action: FileChange["action"], after: string): FileChange => ({
    path,
    purpose,
    action,
    before: there?.text,
    text: after,
  });
  if (!there) return { change: change("create", text), warnings: [] };
  if (!there.file)
    return { change: change(there.text === text ? "unchanged" : "overwrite", text), warnings: [] };
  if (purpose.kind !== "route" || purpose.adds.length === 0)
    return { change: change("unchanged", there.text), warnings: [] };

  const parse = await existing.parser(path);
  const edited = addHandlers(there.file, text, purpose.adds, parse);
  return {
    change: change("update", edited.text),
    warnings: edited.hasUnreadAllow ? [allowUnread(file)] : [],
  };
}

async function moduleChange(
  file: RenderedFile,
  { exports: needed, neededBy }: FilePurpose & { kind: "module" },
  { read, rival, parse }: ExistingFiles,
  replaces: boolean,
): Promise<FileChange | Problem> {
  const { path, purpose, text } = file;
  const before = read(path);
  if (before === undefined) {
    const other = rival(path);
    return other === undefined
      ? { path, purpose, action: "create", before: undefined, text }
      : rivalProblem(path, other);
  }
  if (typeof before !== "string") return before;
  const unchanged: FileChange = { path, purpose, action: "unchanged", before, text: before };
  // What the handlers that are there use of it is their own business.
  if (before === text || neededBy.length === 0) return unchanged;
  const syntax = await parse(path, before);
  const overwrite: FileChange = { path, purpose, action: "overwrite", before, text };
  if ("code" in syntax) return replaces ? overwrite : syntax;
  const { names, openTo } = exportsOf(syntax);
  // What stands behind an `export *` is not known here; the module is trusted to have it.
  const missing = openTo.length > 0 ? [] : needed.filter((name) => !names.has(name));
  if (missing.length === 0) return unchanged;
  return replaces ? overwrite : conflict(file, missing);
}

function conflict({ path }: RenderedFile, missing: readonly string[]): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${path} is there already and does not export ${missing.join(", ")}.`,
    hint: "Export them there, or replace the file with --force.",
  };
}

/** Which of two such files an import means depends on the bundler. */
function rivalProblem(path: string, other: string): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${other} is there already; beside it, ${path} would be imported by the same name.`,
    hint: "Rename it, or ask for another route.",
  };
}

function keptModule({ path }: RenderedFile): Warning {
  return { code: "DATA_KEPT", message: `${path} is there already; the handlers use it as it is.` };
}

function allowUnread({ path }: RenderedFile): Warning {
  return {
    code: "ALLOW_UNREAD",
    message: `${path} sets an Allow header whose list is not written out there: add the new methods to it by hand.`,
  };
}
