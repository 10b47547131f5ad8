import { failOnProblems, type Problem } from "../errors.js";
import type { EjectedFile, EjectReport } from "../model.js";
import type { EjectOptions } from "../options.js";
import { ejectable, textsToEject } from "../plan/ejected.js";
import { readText } from "../project/existing-files.js";
import { obstacles } from "../project/obstacles.js";
import { ownFolder } from "../project/own-templates.js";
import type { BuiltInTemplates } from "../render/template-source.js";
import type { Prompter } from "../spec/questions.js";
import { viewVersion } from "../view/view-version.js";
import { commit } from "../write/commit.js";
import type { FileWrite } from "../write/file-write.js";
import type { StatePlace } from "../write/state-folder.js";
import { appMeant } from "./app-meant.js";
import { failWithoutProject } from "./without-project.js";

interface EjectSurroundings {
  readonly cwd: string;
  readonly templates: BuiltInTemplates;
  readonly statePlaces: readonly StatePlace[];
  /** The version of the tool. */
  readonly tool: string;
  readonly startPrompter: (() => Promise<Prompter>) | undefined;
}

/**
 * Copies built-in templates into the project, where they win over the built-in ones; `undo` takes it back.
 *
 * @param names of templates or parts of them; asked for where there are none and somebody can be.
 * @throws RunError `TEMPLATE_UNKNOWN`; `FILE_EXISTS` where there is a changed one already, unless that is to be replaced.
 */
export async function eject(
  names: readonly string[],
  options: EjectOptions,
  here: EjectSurroundings,
): Promise<EjectReport> {
  const { templates, statePlaces, tool } = here;
  const found = appMeant(options.cwd, here);
  const { root, problems } = found;
  const packaged = templates.names();
  const asked = root === undefined || names.length > 0 ? names : await namesAskedFor(packaged, here);
  const wanted = textsToEject(asked, packaged);
  if (root === undefined) failWithoutProject([...problems, ...wanted.problems]);
  failOnProblems(wanted.problems);

  const dryRun = options.dryRun === true;
  const copies = wanted.texts.map((name) => ({
    name,
    path: `${ownFolder}/${name}.ejs`,
    text: `<%# view: ${String(viewVersion)} -%>\n${templates.read(name) ?? ""}`,
  }));
  const inTheWay = obstacles(
    root,
    copies.map((copy) => copy.path),
  );
  failOnProblems(inTheWay);
  const writes: FileWrite[] = [];
  const files: EjectedFile[] = [];
  const kept: Problem[] = [];
  for (const { name, path: file, text } of copies) {
    const before = readText(root, file);
    if (typeof before === "object") kept.push(before);
    // A checkout may have other line breaks.
    else if (before?.replaceAll("\r\n", "\n") === text)
      files.push({ path: file, template: name, action: "unchanged", before, text: before });
    else if (before !== undefined && options.force !== true) kept.push(changed(file));
    else {
      const action = before === undefined ? "create" : "overwrite";
      files.push({ path: file, template: name, action, before, text });
      writes.push({ path: file, before, after: text });
    }
  }
  failOnProblems(kept);
  const committed = dryRun
    ? { isRecorded: false, warnings: [] }
    : commit(writes, { root, statePlaces, tool });
  return {
    dryRun,
    root,
    cwd: options.cwd,
    files,
    ...committed,
    warnings: [...found.warnings, ...committed.warnings],
  };
}

async function namesAskedFor(
  texts: readonly string[],
  { startPrompter }: EjectSurroundings,
): Promise<string[]> {
  const [first, ...others] = ejectable(texts).map((name) => ({ name }));
  if (!startPrompter || !first) {
    failOnProblems([
      {
        code: "USAGE",
        message: "No template was given: the argument [name...] is missing.",
        hint: `There are ${ejectable(texts).join(", ")}, and their parts, e.g. \`create-api-route eject partials/catch\`.`,
      },
    ]);
    return [];
  }
  const prompter = await startPrompter();
  const choices = [first, ...others] as const;
  return [await prompter.choose({ message: "Which template?", choices, initial: first.name })];
}

function changed(file: string): Problem {
  return {
    code: "FILE_EXISTS",
    message: `${file} is there already, and is not the built-in one.`,
    hint: "Keep it as it is, or replace it with --force.",
    path: file,
  };
}
