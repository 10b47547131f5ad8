import { decisive, type Problem } from "../errors.js";
import type { CheckReport, EjectReport, FileChange, Report, UndoReport } from "../model.js";
import { unifiedDiff } from "./unified-diff.js";

/** The JSON document of a run that did, or would do, what was asked. */
export function reportJson({ dryRun, showsDiff, project, formatter, changes, warnings }: Report): string {
  return jsonText({
    ok: true,
    dryRun,
    project: {
      root: project.root,
      appDir: project.appDir,
      next: project.next.text,
      formatter: formatter ?? null,
    },
    files: changes.map((change) => ({
      path: change.path,
      action: change.action,
      ...routeMembers(change),
      ...(change.action === "overwrite" || (showsDiff && change.action !== "unchanged")
        ? { diff: unifiedDiff(change) }
        : {}),
    })),
    warnings,
    error: null,
  });
}

/** The methods that were asked for, in a file that was there those that it got, and the habits that the new code follows. */
function routeMembers({ action, purpose }: FileChange): object {
  if (purpose.kind !== "route") return {};
  const { route, methods, adds, habits } = purpose;
  const told = habits.map(({ name, value, source, from }) => [name, { value, source, from }] as const);
  const followed = action === "unchanged" || told.length === 0 ? {} : { habits: Object.fromEntries(told) };
  return { route, methods, ...(action === "update" ? { added: adds } : {}), ...followed };
}

/** The JSON document of an `undo`. It asks nothing of the project but its root. */
export function undoJson({ dryRun, root, files, warnings }: UndoReport): string {
  return jsonText({ ok: true, dryRun, project: { root }, files, warnings, error: null });
}

/** The JSON document of a `check` that found nothing. */
export function checkJson({ project, typescript, warnings, ...report }: CheckReport): string {
  const { templates, ownTexts, routes, files, urlFiles } = report;
  const { root, appDir, next } = project;
  return jsonText({
    ok: true,
    project: { root, appDir, next: next.text, typescript },
    checked: { templates, ownTexts, routes, files, urlFiles },
    warnings,
    error: null,
  });
}

/** The JSON document of an `eject`. */
export function ejectJson({ dryRun, root, files, warnings }: EjectReport): string {
  const told = files.map(({ path, action, template, ...file }) => ({
    path,
    action,
    template,
    ...(action === "overwrite" ? { diff: unifiedDiff({ path, ...file }) } : {}),
  }));
  return jsonText({ ok: true, dryRun, project: { root }, files: told, warnings, error: null });
}

/** The JSON document of a run that failed: as `error` the problem that decides on the exit code, and all of them in its `problems`. */
export function problemJson(problems: readonly [Problem, ...Problem[]], dryRun: boolean): string {
  return jsonText({
    ok: false,
    dryRun,
    project: null,
    files: [],
    warnings: [],
    error: { ...decisive(problems), problems },
  });
}

/** The JSON document of `--version`. */
export function versionJson(version: string): string {
  return jsonText({ ok: true, version });
}

/** The JSON document of `completion`. */
export function completionJson(shell: string, script: string): string {
  return jsonText({ ok: true, shell, script });
}

/** The JSON document of `--help`. */
export function helpDocument(help: object): string {
  return jsonText({ ok: true, help });
}

/** A document as it is printed. */
export function jsonText(content: object): string {
  return JSON.stringify(content, null, 2);
}
