import path from "node:path";
import type { OpenFindings } from "../cache/findings.js";
import { oppositeOf, type Choice, type OptionRow } from "../option-row.js";
import { createOptions } from "../options.js";
import { readAuth, readyProviders } from "../project/auth-here.js";
import { findFormatter } from "../project/find-formatter.js";
import { findProject } from "../project/find-project.js";
import { formatterTable } from "../project/formatters.js";
import { inspect } from "../project/inspect.js";
import { readOwnTemplates } from "../project/own-templates.js";
import { readSettings } from "../project/settings-file.js";
import type { DefaultsHere } from "../program.js";
import { defaultTemplate, isTemplate, type KnownTemplates } from "../spec/templates.js";
import { guardNear } from "./guard-near.js";

/**
 * What the defaults of options are in this very app. Help is for those whose app is not right, too: what cannot be read has
 * its built-in default, and that is never an error.
 *
 * @param cwd absolute.
 * @param openFindings what earlier runs found.
 */
export async function defaultsHere(cwd: string, openFindings?: OpenFindings): Promise<DefaultsHere> {
  try {
    const found = findProject(cwd);
    if (found.root === undefined) return {};
    const { known } = readOwnTemplates(found.root);
    const { settings, problems } = readSettings(found.root, known);
    const options = problems.length > 0 ? {} : settings.options;
    const { project } = await inspect(found, options.base);
    if (!project) return {};
    const { root, base } = project;
    const formatter = options.format === false ? undefined : findFormatter(root, `${base}/route.ts`);
    const guard = await guardNear(base, project, openFindings).catch(() => undefined);
    const [provider] = readyProviders(await readAuth(root));
    const way = path.relative(cwd, root).replaceAll(path.sep, "/");
    return {
      base,
      ...(way === "" ? {} : { cwd: way }),
      ...templateHere(options.template, known),
      ...authHere(isChoice(createOptions.auth, options.auth) ? options.auth : undefined, guard, provider),
      ...(options.fallbacks === false ? { fallbacks: offBySettings(createOptions.fallbacks) } : {}),
      ...formatHere(options.format, formatter && formatterTable[formatter.name].title),
    };
  } catch {
    return {};
  }
}

/** Whether a setting is one of the values that there are: a wrong one is told by the run, and not by the help. */
function isChoice({ choices }: { choices: readonly Choice[] }, value: unknown): value is string {
  return choices.some(({ name }) => name === value);
}

/** The templates that the project's settings and its own folder add to what the help says. */
function templateHere(setting: string | undefined, known: KnownTemplates): DefaultsHere {
  const own = [...known.values()].filter(({ name }) => !isTemplate(name)).map(({ name }) => name);
  if (setting === undefined && own.length === 0) return {};
  const named = setting ?? defaultTemplate;
  return { template: own.length === 0 ? named : `${named}; the project's own: ${own.join(", ")}` };
}

function authHere(
  setting: string | undefined,
  guard: string | undefined,
  provider: string | undefined,
): DefaultsHere {
  if (setting !== undefined) return { auth: `${setting}, by the project's settings` };
  if (guard !== undefined) return { auth: `app, which is ${guard}` };
  return provider === undefined ? {} : { auth: `${provider}, which the app has set up` };
}

function offBySettings(row: OptionRow): string {
  return `always, by the project's settings; but with ${oppositeOf(row) ?? ""}`;
}

function formatHere(setting: boolean | undefined, title: string | undefined): DefaultsHere {
  if (setting === false) return { format: offBySettings(createOptions.format) };
  return title === undefined ? {} : { format: title };
}
