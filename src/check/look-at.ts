import type { Problem } from "../errors.js";
import type { PlannedFile, Project, RenderedFile } from "../model.js";
import { packageFolder } from "../project/folders.js";
import { managerOf } from "../project/package-manager.js";
import { ownOutput } from "../render/own-output.js";
import type { Diagnostic } from "./diagnostics.js";
import { problemsFrom, realPath } from "./findings.js";
import { strangeExports, typeFindings, type FilesReading } from "./look-at-files.js";
import { routesIn } from "./plan-tries.js";
import { checkTypes, projectTypeScript } from "./type-check.js";

interface LookedAt {
  readonly problems: readonly Problem[];
  /** The version of the TypeScript that compiled the files; undefined if none did. */
  readonly typescript: string | undefined;
}

interface Surroundings {
  readonly project: Project;
  readonly planned: readonly PlannedFile[];
  /** Whether the project has templates of its own. */
  readonly hasOwn: boolean;
  /** The script of the process that holds the scratch folder. */
  readonly keeper: string;
}

/** Everything that is wrong with files that templates wrote: that they do not parse, do not compile, or are no routes. */
export async function lookAt(
  files: readonly RenderedFile[],
  reading: FilesReading,
  { project, planned, hasOwn, keeper }: Surroundings,
): Promise<LookedAt> {
  const { tried, parse, toPlace } = reading;
  const placeOf = ({ path }: RenderedFile, text: string, offset: number) =>
    tried.traceOf(path).placeOf(text, offset);
  // What is built in parses: the tool's own tests see to that.
  const output = hasOwn ? ownOutput(files, { parse, placeOf, toPlace }) : { files, problems: [] };
  const broken = new Set(output.problems.map(({ path }) => path));
  const good = output.files.filter(({ path }) => !broken.has(path));
  const problems = [
    ...outputProblems(output.problems, files),
    ...problemsFrom(strangeExports(good, reading)),
  ];

  const typescript = projectTypeScript(project.root);
  const missing = ["next", "typescript"].filter((name) => packageFolder(project.root, name) === undefined);
  if (!typescript || missing.length > 0)
    return { problems: [...problems, notInstalled(missing, project.root)], typescript: undefined };
  const paths = new Set(good.map(({ path }) => path));
  const checked = await checkTypes(
    good,
    routesIn(planned).filter(({ path }) => paths.has(path)),
    {
      root: project.root,
      typescript: typescript.folder,
      keeper,
      promiseParams: project.features.has("promiseParams"),
      routeContext: project.features.has("routeContext"),
    },
  );
  const failure = [
    ...(checked.config ? [unreadConfig(checked.config)] : []),
    ...(checked.failure === undefined ? [] : [notChecked(checked.failure)]),
  ];
  return {
    problems: [...problems, ...problemsFrom(typeFindings(good, checked, reading)), ...failure],
    typescript: typescript.version,
  };
}

/** The same of many files once, with the path that such a file would have. */
function outputProblems(problems: readonly Problem[], files: readonly RenderedFile[]): Problem[] {
  const makers = new Map(files.map(({ path, madeBy }) => [path, madeBy.name]));
  const once = new Map<string, Problem>();
  for (const problem of problems) {
    const { path = "", message, hint, at } = problem;
    const key = JSON.stringify(at ? [at, message.replace(path, "")] : [makers.get(path), hint]);
    if (!once.has(key)) once.set(key, { ...problem, message: realPath(message), path: realPath(path) });
  }
  return [...once.values()];
}

function notInstalled(missing: readonly string[], root: string): Problem {
  return {
    code: "NOT_INSTALLED",
    message: `${missing.join(" and ")} ${missing.length === 1 ? "is" : "are"} not installed, so nothing could be compiled.`,
    hint: `Install the project's dependencies first: \`${managerOf(root).install}\`.`,
  };
}

function unreadConfig({ file = "", line, column, lines, code }: Diagnostic): Problem {
  return {
    code: "PROJECT_UNREADABLE",
    message: `TypeScript does not understand ${file}, so nothing could be compiled: ${lines.join(" ")} (${code})`,
    hint: "Mend it and run the command again.",
    path: file,
    at: { file, line, column },
  };
}

function notChecked(said: string): Problem {
  return {
    code: "TEMPLATE_TYPES",
    message: `TypeScript could not check what the templates write: ${said}`,
    hint: "See whether `npx tsc --noEmit` works in the project.",
  };
}
