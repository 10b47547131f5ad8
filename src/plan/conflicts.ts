import type { Problem } from "../errors.js";
import type { NextVersion, Project, Warning } from "../model.js";
import { parseVersion } from "../project/version.js";
import {
  conflictRules,
  fateOf,
  fates,
  isRouteFile,
  requiredCatchAll,
  type Conflict,
  type Rule,
} from "./conflict-rules.js";
import { searchConflicts } from "./conflict-search.js";
import { parseRoutePath } from "../spec/route-path.js";
import { camelCase, singularOf, wordsOf } from "../spec/words.js";
import type { Target } from "./targets.js";
import { appParts, urlFilesOf, type UrlFile } from "./url-files.js";

type Surroundings = Pick<Project, "appDir" | "base" | "next" | "features" | "config" | "tree">;

/** How many conflicts of the tree itself are told. */
const mostWarnings = 3;

/**
 * Holds the new routes against the whole tree and against each other. What they bring or join is a problem, also where
 * this app's Next.js would serve it: another version, or another file system, does not. What is wrong with the tree
 * without them is a warning, and only where it keeps the new routes from answering too. A route file that is there
 * already is part of the tree. Pure.
 */
export function conflictsOf(
  targets: readonly Target[],
  project: Surroundings,
): { problems: Problem[]; warnings: Warning[] } {
  const { appDir, tree, config, features } = project;
  const foldersThere = new Set(tree.routes.map((file) => file.slice(0, file.lastIndexOf("/"))));
  const added = targets.flatMap(({ spec, location: { folder } }): UrlFile[] => {
    if (foldersThere.has(folder)) return [];
    const path = `${folder}/route.${spec.path.extension ?? "ts"}`;
    return [{ path, kind: "route", parts: appParts(path, appDir) }];
  });
  const found = searchConflicts(urlFilesOf(tree, appDir, config), added);
  const lasting = found.filter(
    ({ isNew, rule }) => !isNew && ["build", "start", "requests"].includes(fateOf(rule, features)),
  );
  return {
    problems: found
      .filter(({ isNew }) => isNew)
      .map((conflict) =>
        problemOf(
          conflict,
          project,
          added.some(({ path }) => path === conflict.other),
        ),
      ),
    warnings: [
      ...pagesApart(project),
      ...lasting.slice(0, mostWarnings).map((conflict): Warning => {
        const what = sentences(conflict, project);
        return { code: "TREE_CONFLICT", message: `${what} The new routes do not answer until it is mended.` };
      }),
    ],
  };
}

/**
 * What is wrong with a tree as it is, without a new route: a problem where this app's Next.js does not serve all of it, a
 * warning where only others do not. Pure.
 */
export function treeConflicts(project: Surroundings): { problems: Problem[]; warnings: Warning[] } {
  const { appDir, tree, config, features } = project;
  const problems: Problem[] = pagesApart(project).map(({ message }) => ({
    code: "PAGES_APART",
    message,
    hint: "Move one of the two folders, so that both are in src or neither is.",
  }));
  const warnings: Warning[] = [];
  for (const conflict of searchConflicts(urlFilesOf(tree, appDir, config), [])) {
    const { rule, file, other } = conflict;
    const message = sentences(conflict, project);
    if (fateOf(rule, features) === "works") warnings.push({ code: "TREE_CONFLICT", message });
    else {
      const isAlone = file === other;
      const hint = isAlone ? conflictRules[rule].hint(conflict, "") : "Move or rename one of the two.";
      problems.push({ code: rule, message, hint, path: file });
    }
  }
  return { problems, warnings };
}

/** @param areBothNew whether the other file is asked for in the same run. */
function problemOf(conflict: Conflict, project: Surroundings, areBothNew: boolean): Problem {
  const rule: Rule = conflictRules[conflict.rule];
  const asked = instead(conflict, project);
  const hint = conflict.joins
    ? "The app has this conflict already: mend that first."
    : asked === undefined
      ? `Add what is missing to ${conflict.other} by hand, or ask for another route.`
      : ((areBothNew ? rule.together : undefined) ?? rule.hint(conflict, asked));
  return { code: conflict.rule, message: sentences(conflict, project), hint, path: conflict.file };
}

/** What is wrong, and what this app's Next.js does then. */
function sentences(conflict: Conflict, { next, features }: Surroundings): string {
  const what = conflictRules[conflict.rule].what(conflict);
  return `${what}. ${fates[fateOf(conflict.rule, features)](nameOf(next))}`;
}

/**
 * The route to ask for, as people write it below the base folder; undefined where the other file has that URL and cannot be asked for:
 * in a slot, say.
 */
function instead(
  { file, other, depth, own, others }: Conflict,
  { appDir, base }: Surroundings,
): string | undefined {
  const segment = own.startsWith("[[...") && others === "" ? requiredCatchAll(own) : others;
  let above = 0;
  const names = file.slice(appDir.length + 1).split("/");
  const changed = names.map((name) => {
    const isPart = appParts(`${appDir}/${name}/`, appDir).length > 0;
    above += isPart ? 1 : 0;
    return isPart && above === depth + 1 ? segment : name;
  });
  const whole = [appDir, ...withOwnNames(changed, segment)].join("/");
  const urlOf = (path: string) => appParts(path, appDir).join("/");
  // Where the other file has that URL already, the methods belong into that one.
  const isThere = isRouteFile(other) && urlOf(other) === urlOf(whole);
  if (isThere && "problems" in parseRoutePath(other)) return undefined;
  const path = isThere ? other : whole;
  return path.startsWith(`${base}/`) ? path.slice(base.length + 1).replace(/\/[^/]*$/, "") : path;
}

/** A parameter behind one of its name takes the word before it in: `users/[id]/orders/[orderId]`, as a path has each name once. */
function withOwnNames(names: readonly string[], first: string): string[] {
  const start = names.indexOf(first);
  return names.map((name, index) => {
    const words = singularOf(wordsOf(names[index - 1] ?? ""));
    const isRepeated = index > start && name === first && /^\[\w+\]$/.test(name) && words.length > 0;
    return isRepeated ? `[${camelCase([...words, name.slice(1, -1)])}]` : name;
  });
}

/** Source: Next.js 16, lib/find-pages-dir, and runs of it: earlier versions serve both. */
function pagesApart({ appDir, tree, features, next }: Surroundings): Warning[] {
  const { pagesDir } = tree;
  if (pagesDir === undefined || !features.has("pagesBesideApp")) return [];
  if ((pagesDir === "pages") === (appDir === "app")) return [];
  return [
    {
      code: "TREE_CONFLICT",
      message: `${appDir} and ${pagesDir} do not lie side by side. \`next build\` of ${nameOf(
        next,
      )} fails, so no route answers until one of them is moved.`,
    },
  ];
}

function nameOf({ text }: NextVersion): string {
  return parseVersion(text) ? `Next.js ${text}` : "Next.js";
}
