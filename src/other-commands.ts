import path from "node:path";
import type { OpenFindings } from "./cache/findings.js";
import { RunError } from "./errors.js";
import { hasWritten, type Outcome } from "./outcome.js";
import { packageTemplates } from "./package-templates.js";
import { helpText, programName, type Invocation } from "./program.js";
import { checkText } from "./report/check-text.js";
import type { Colors } from "./report/colors.js";
import { ejectText } from "./report/eject-text.js";
import { helpJson } from "./report/help-json.js";
import { checkJson, completionJson, ejectJson, undoJson, versionJson } from "./report/json.js";
import { listJson } from "./report/list-json.js";
import { listText } from "./report/list-text.js";
import { undoText } from "./report/undo-text.js";
import { parseShell } from "./spec/shells.js";
import { askable, progressBar, thisShell } from "./terminal.js";
import type { StatePlace } from "./write/state-folder.js";

/** Where a command runs. */
interface Here {
  readonly cwd: string;
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool. */
  readonly tool: string;
  /** What earlier runs found in the files of an app. */
  readonly openFindings: OpenFindings | undefined;
}

/** Performs a command that is not the main job: what only these need is loaded with them. */
export async function performOther(
  invocation: Exclude<Invocation, { command: "create" }>,
  packageRoot: string,
  here: Here,
  stderr: Colors,
): Promise<Outcome> {
  switch (invocation.command) {
    case "help": {
      const { of, options } = invocation;
      const { defaultsHere } = await import("./commands/help.js");
      const defaults = await defaultsHere(path.resolve(here.cwd, options.cwd ?? "."), here.openFindings);
      return {
        json: () => helpJson(programName, of, defaults),
        text: () => helpText(of, defaults),
        warnings: [],
      };
    }
    case "version":
      return {
        json: () => versionJson(here.tool),
        text: () => here.tool,
        warnings: [],
      };
    case "completion": {
      const shell = parseShell(invocation.shell);
      if (typeof shell === "object") throw new RunError([shell]);
      const { scriptFor } = await import("./completion/start-completion.js");
      const script = scriptFor(shell, programName);
      return { json: () => completionJson(shell, script), text: () => script, warnings: [] };
    }
    case "list": {
      const { list } = await import("./commands/list.js");
      const report = await list(invocation.options, here);
      return {
        json: () => listJson(report),
        text: (colors) => listText(report, colors),
        warnings: report.warnings,
        problems: report.problems,
      };
    }
    case "check": {
      const { check } = await import("./commands/check.js");
      const progress = progressBar();
      const templates = packageTemplates(packageRoot);
      const keeper = path.join(packageRoot, "dist", "scratch-keeper.cjs");
      const report = await check(invocation.options, { ...here, templates, keeper, progress }).finally(
        progress.clear,
      );
      return { json: () => checkJson(report), text: () => checkText(report), warnings: report.warnings };
    }
    case "eject": {
      const { names, options } = invocation;
      const { eject } = await import("./commands/eject.js");
      const templates = packageTemplates(packageRoot);
      const startPrompter = askable(options, stderr);
      const report = await eject(names, options, { ...here, templates, startPrompter });
      return {
        json: () => ejectJson(report),
        text: (colors) => ejectText(report, colors, thisShell()),
        warnings: report.warnings,
        hasWritten: hasWritten(report.dryRun, report.files),
      };
    }
    case "undo": {
      const { undo } = await import("./commands/undo.js");
      const report = undo(invocation.options, here);
      return {
        json: () => undoJson(report),
        text: (colors) => undoText(report, colors),
        warnings: report.warnings,
        hasWritten: hasWritten(report.dryRun, report.files),
      };
    }
  }
}
