import path from "node:path";
import type { Problem } from "../errors.js";
import type { Project, Warning } from "../model.js";
import { configFiles } from "./app-signs.js";
import { readAppTree } from "./app-tree.js";
import { featuresOf, firstWithRouteHandlers } from "./features.js";
import type { FoundProject } from "./find-project.js";
import { appFoldersOf, isFolder, textOf } from "./folders.js";
import { handlersFolder, type HandlersFolder } from "./handlers-folder.js";
import { readNextConfig } from "./next-config.js";
import { defaultNextConfig } from "./next-defaults.js";
import { nextVersion, versionOf, versionWarnings } from "./next-version.js";
import { noSettings, type Settings } from "../spec/settings.js";
import { atLeast } from "./version.js";

type Inspected = { project: Project; problems: [] } | { project: undefined; problems: Problem[] };

/**
 * Reads what a run has to know of the app: where it is, its app folder and its handlers', its version, its
 * next.config. Reads only; writes nothing.
 *
 * @param found the app, as it was looked for.
 * @param asked where handlers go, relative to the root, if the user says so.
 * @param settings of the project: they may say it, too.
 */
export async function inspect(
  found: FoundProject,
  asked: string | undefined,
  settings: Settings = noSettings,
): Promise<Inspected> {
  const fail = (...problems: Problem[]): Inspected => ({ project: undefined, problems });
  if (found.root === undefined) return fail(...found.problems);

  const { root } = found;
  const next = nextVersion(found);
  const version = versionOf(next);
  const problems: Problem[] = [];
  if (version && !atLeast(version, firstWithRouteHandlers)) {
    problems.push({
      code: "NEXT_TOO_OLD",
      message: `Next.js ${next.text} (${next.source}) has no route handlers; they came with ${firstWithRouteHandlers}.`,
      hint: "Upgrade with `npm install next@latest react@latest react-dom@latest`.",
    });
  }

  const appDirs = appFoldersOf(root);
  const [appDir] = appDirs;
  if (!appDir) {
    problems.push({
      code: "NO_APP_FOLDER",
      message: `${root} has neither an app nor a src/app folder; route handlers live in the App Router.`,
      hint: `Make one: \`mkdir ${
        isFolder(path.join(root, "src")) ? "src/app" : "app"
      }\`. It works beside an existing pages folder.${
        found.instead.length > 0
          ? ` Or take an app that is there: ${found.instead.map((app) => `\`--cwd ${app}\``).join(" or ")}.`
          : ""
      }`,
    });
    return fail(...problems);
  }
  const base = asked ?? settings.options.base;
  const setIn = asked === undefined ? settings.file : undefined;
  const given = base === undefined ? undefined : await givenFolder(appDir, base, { root, setIn });
  if (typeof given === "object") problems.push(given);
  if (typeof given === "object" || problems.length > 0) return fail(...problems);

  const { config, warnings } = await readConfig(root);
  const tree = readAppTree(root, appDir, config.pageExtensions);
  const handlers: HandlersFolder =
    given === undefined
      ? handlersFolder(appDir, tree, isFolder(path.join(root, appDir, "api")))
      : { folder: given, others: [] };
  return {
    problems: [],
    project: {
      root,
      appDir,
      base: handlers.folder,
      next,
      features: featuresOf(version, config),
      config,
      tree,
      warnings: [
        ...found.warnings,
        ...versionWarnings(next, version),
        ...appFolderWarnings(appDirs),
        ...warnings,
        ...handlersFolderWarnings(handlers),
      ],
    },
  };
}

/**
 * `--base` has to lie in the app folder.
 *
 * @param setIn the settings that say it; undefined for the option.
 */
async function givenFolder(
  appDir: string,
  base: string,
  { root, setIn }: { readonly root: string; readonly setIn: string | undefined },
): Promise<string | Problem> {
  const given = path.isAbsolute(base) ? (await import("./pasted-path.js")).fromRoot(base, root) : base;
  const folder = path.posix.normalize(given.replaceAll("\\", "/")).replace(/\/+$/, "");
  if (folder === appDir || folder.startsWith(`${appDir}/`)) return folder;
  if (setIn !== undefined) {
    return {
      code: "CONFIG_INVALID",
      message: `"base" in ${setIn} is ${JSON.stringify(base)}, which is not in the app folder.`,
      hint: `Name a folder at or below ${appDir}, e.g. \`"base": "${appDir}/(chat)/api"\`.`,
    };
  }
  return {
    code: "ROUTE_OUTSIDE_APP",
    message: `The base folder ${JSON.stringify(base)} is not in the app folder.`,
    hint: `Give a folder at or below ${appDir}, e.g. \`--base "${appDir}/(chat)/api"\`.`,
  };
}

function appFolderWarnings(appDirs: readonly string[]): Warning[] {
  if (appDirs.length < 2) return [];
  return [
    {
      code: "TWO_APP_FOLDERS",
      message: "There is an app and a src/app folder; Next.js serves only app, so it is used.",
    },
  ];
}

function handlersFolderWarnings({ folder, others }: HandlersFolder): Warning[] {
  const [other] = others;
  if (other === undefined) return [];
  return [
    {
      code: "SEVERAL_API_FOLDERS",
      message: `There are handlers in ${[folder, ...others].join(
        ", ",
      )}; ${folder} has the most of them and is used. For another: \`--base "${other}"\`.`,
    },
  ];
}

/** The parser, and what understands a config, are loaded only if it has something to say. */
async function readConfig(root: string): ReturnType<typeof readNextConfig> {
  for (const file of configFiles) {
    const text = textOf(`${root}/${file}`);
    if (text === undefined) continue;
    return readNextConfig(file, text, async (code) => {
      const { parseModule } = await import("../syntax/parse-module.js");
      const { optionReader } = await import("./config-option.js");
      const { moduleOf } = await import("./access/modules.js");
      const config = moduleOf(file, code, parseModule(code, { jsx: false }));
      if (!/\b(?:from|import|require)\b/.test(code)) return optionReader(config);
      const { moduleReader } = await import("./module-reader.js");
      return optionReader(config, await moduleReader(root));
    });
  }
  return { config: defaultNextConfig, warnings: [] };
}
