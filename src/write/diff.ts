import type { Problem } from "../errors.js";
import type { FileChange, FilePurpose, RenderedFile, Warning } from "../model.js";
import type { ExistingFiles } from "../project/existing-files.js";
import type * as edits from "./edits.js";
import { newText, type Format } from "./formatted.js";
import type { Tick } from "../progress.js";

/** The files that are there, and what compares and changes them, which is loaded with the first one. */
export interface FilesThere extends ExistingFiles {
  readonly edits: () => Promise<Pick<typeof edits, "addHandlers" | "editedText" | "exportsOf">>;
}

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
 * @param options.format is asked for every text that would be written, and for no other file.
 * @param options.replaces a file that is there gives way to the new one, unless it is a module that has all that is needed: it may
 *   have become the way to the app's own database.
 */
export async function diff(
  files: readonly RenderedFile[],
  existing: FilesThere,
  options: { replaces: boolean; format?: Format; tick?: Tick },
): Promise<Diff> {
  const { replaces, format = unformatted, tick } = options;
  let done = 0;
  const outcomes = await Promise.all(
    files.map(async (file) => {
      const outcome = await changeOf(file, existing, { replaces, format });
      done += 1;
      tick?.(done, files.length);
      return outcome;
    }),
  );
  return {
    changes: outcomes.flatMap((outcome) => ("change" in outcome ? [outcome.change] : [])),
    problems: outcomes.flatMap((outcome, index) =>
      "code" in outcome ? [{ ...outcome, ...pathOf(files[index]) }] : [],
    ),
    warnings: outcomes.flatMap((outcome) => ("change" in outcome ? outcome.warnings : [])),
  };
}

function pathOf(file: RenderedFile | undefined): Pick<Problem, "path"> {
  return file ? { path: file.path } : {};
}

const unformatted: Format = () => Promise.resolve(undefined);

function changeOf(
  file: RenderedFile,
  existing: FilesThere,
  how: { replaces: boolean; format: Format },
): Promise<Outcome | Problem> {
  const { purpose } = file;
  switch (purpose.kind) {
    case "route":
      return routeChange(file, existing, how.format);
    case "module":
      return moduleChange(file, purpose, existing, how);
    case "beside":
      return besideChange(file, purpose, existing, how);
  }
}

interface Outcome {
  readonly change: FileChange;
  readonly warnings: readonly Warning[];
}

async function routeChange(file: RenderedFile, existing: FilesThere, format: Format): Promise<Outcome> {
  const { path, purpose, there } = file;
  const change = (action: FileChange["action"], after: string): FileChange => ({
    path,
    purpose,
    action,
    before: there?.text,
    text: after,
  });
  if (!there) return { change: change("create", await newText(file, format)), warnings: [] };
  const { file: read, text: before } = there;
  if (!read) {
    const after = await newText(file, format);
    return { change: change(before === after ? "unchanged" : "overwrite", after), warnings: [] };
  }
  if (purpose.kind !== "route" || purpose.adds.length === 0)
    return { change: change("unchanged", before), warnings: [] };

  const parse = await existing.parser();
  const { addHandlers, editedText } = await existing.edits();
  const edit = (handlers: string) => addHandlers(read, handlers, purpose.adds, (text) => parse(path, text));
  const edited = await editedText(file, before, edit, format);
  return {
    change: change("update", edited.text),
    warnings: edited.hasUnreadAllow ? [allowUnread(file)] : [],
  };
}

async function moduleChange(
  file: RenderedFile,
  { exports: needed, neededBy, shapedBy = [] }: FilePurpose & { kind: "module" },
  { read, rival, parse, edits }: FilesThere,
  { replaces, format }: { replaces: boolean; format: Format },
): Promise<Outcome | Problem> {
  const { path, purpose } = file;
  const before = read(path);
  if (before === undefined) {
    const other = rival(path);
    if (other !== undefined) return rivalProblem(path, other);
    const text = await newText(file, format);
    return { change: { path, purpose, action: "create", before, text }, warnings: [] };
  }
  if (typeof before !== "string") return before;
  const unchanged: FileChange = { path, purpose, action: "unchanged", before, text: before };
  // What the handlers that are there use of it is their own business.
  const isUsedAsBefore = neededBy.length === 0;
  if (before === file.text || (isUsedAsBefore && shapedBy.length === 0))
    return { change: unchanged, warnings: [] };
  const text = await newText(file, format);
  if (before === text) return { change: unchanged, warnings: [] };
  if (isUsedAsBefore) return { change: unchanged, warnings: [keptModule(file, shapedBy)] };
  const syntax = await parse(path, before);
  const overwrite = {
    change: { path, purpose, action: "overwrite" as const, before, text },
    warnings: [],
  };
  if ("code" in syntax) return replaces ? overwrite : syntax;
  const { exportsOf } = await edits();
  const { names, openTo } = exportsOf(syntax);
  // What stands behind an `export *` is not known here; the module is trusted to have it.
  const missing = openTo.length > 0 ? [] : needed.filter((name) => !names.has(name));
  if (missing.length === 0) return { change: unchanged, warnings: [keptModule(file, shapedBy)] };
  return replaces ? overwrite : conflict(file, missing);
}

/** A test or a page that is there is most likely changed by hand: it stays, and that is said. */
async function besideChange(
  file: RenderedFile,
  { adds }: FilePurpose & { kind: "beside" },
  { read }: FilesThere,
  { replaces, format }: { replaces: boolean; format: Format },
): Promise<Outcome | Problem> {
  const { path, purpose } = file;
  const before = read(path);
  if (before !== undefined && typeof before !== "string") return before;
  const text = await newText(file, format);
  const change = (action: FileChange["action"], after: string) => ({
    path,
    purpose,
    action,
    before,
    text: after,
  });
  if (before === undefined) return { change: change("create", text), warnings: [] };
  if (before === text) return { change: change("unchanged", text), warnings: [] };
  return replaces
    ? { change: change("overwrite", text), warnings: [] }
    : { change: change("unchanged", before), warnings: adds.length > 0 ? [keptBeside(file)] : [] };
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

function keptModule({ path }: RenderedFile, shapedBy: readonly string[]): Warning {
  return {
    code: "DATA_KEPT",
    message:
      shapedBy.length === 0
        ? `${path} is there already; the handlers use it as it is.`
        : `${path} is there already and is used as it is: ${shapedBy.join(", ")} changes nothing in it. Change it there, or delete it and run the command again.`,
  };
}

function keptBeside({ path }: RenderedFile): Warning {
  return {
    code: "FILE_KEPT",
    message: `${path} is there already and stays as it is: what was added to the route is not in it.`,
  };
}

function allowUnread({ path }: RenderedFile): Warning {
  return {
    code: "ALLOW_UNREAD",
    message: `${path} sets an Allow header whose list is not written out there: add the new methods to it by hand.`,
  };
}
