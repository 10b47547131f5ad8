import type { Problem } from "../errors.js";
import type { Report, UndoReport } from "../model.js";

/** The JSON document of a run that did, or would do, what was asked. */
export function reportJson({ dryRun, project, changes, warnings }: Report): string {
  return document({
    ok: true,
    dryRun,
    project: { root: project.root, appDir: project.appDir, next: project.next.text },
    files: changes.map(({ path, action, purpose }) => ({
      path,
      action,
      ...(purpose.kind === "route" ? { route: purpose.route, methods: purpose.methods } : {}),
    })),
    warnings,
    error: null,
  });
}

/** The JSON document of an `undo`. It asks nothing of the project but its root. */
export function undoJson({ dryRun, root, files, warnings }: UndoReport): string {
  return document({ ok: true, dryRun, project: { root }, files, warnings, error: null });
}

/** The JSON document of a run that failed: the first problem as `error`, and all of them in its `problems`. */
export function problemJson(problems: readonly [Problem, ...Problem[]], dryRun: boolean): string {
  const [first] = problems;
  return document({
    ok: false,
    dryRun,
    project: null,
    files: [],
    warnings: [],
    error: { ...first, problems },
  });
}

function document(content: object): string {
  return JSON.stringify(content, null, 2);
}
