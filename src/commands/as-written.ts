import type { Project, RenderedFile } from "../model.js";
import { dataModulePath } from "../plan/source-site.js";
import type { Target } from "../plan/targets.js";
import { dataAsWritten, routeAsWritten, type AsWritten } from "../plan/tests/as-written.js";
import type { Code } from "../plan/tests/same-code.js";
import type { Vicinity } from "../plan/vicinity.js";
import { exportsOf } from "../project/module-exports.js";
import { inOrder, type Method } from "../spec/methods.js";
import { plannedTexts, type Making } from "./made-files.js";

/** What is needed to write a route anew, without writing it. */
interface Site {
  readonly project: Project;
  readonly around: (folder: string) => Vicinity;
  readonly making: Making;
  /** Whether files that are there give way to new ones. */
  readonly replaces: boolean;
}

/**
 * What of the routes that are to get a test is there as the run would write it, by the folders. To know that, the routes are
 * written anew, and not to the disk. Reads only.
 */
export async function readAsWritten(targets: readonly Target[], site: Site): Promise<Map<string, AsWritten>> {
  const found = new Map<string, AsWritten>();
  for (const target of targets) {
    if (target.spec.test === undefined) continue;
    const known = await asWritten(target, site);
    if (known) found.set(target.location.folder, known);
  }
  return found;
}

async function asWritten(target: Target, site: Site): Promise<AsWritten | undefined> {
  const { spec, location } = target;
  const file = site.around(location.folder).there?.file;
  const offered = (file?.offered ?? []).filter(
    (method) => method !== "OPTIONS" || spec.methods.includes(method),
  );
  const modulePath = dataModulePath(target);
  const module = modulePath === undefined ? undefined : await codeAt(modulePath, site);
  if (!file && !module) return undefined;
  const there = file && offered.length > 0 ? await writtenAnew(target, offered, site) : [];
  const route = there.find(({ purpose }) => purpose.kind === "route");
  const known = file && route ? routeAsWritten(file, await codeOf(route, site)) : noHandlers;
  if (!module) return { ...known, data: "all" };
  const whole = await writtenAnew(target, inOrder([...offered, ...spec.methods]), site);
  const data = whole.find(({ purpose }) => purpose.kind === "module");
  return { ...known, data: data ? await dataThere(module, data, target, site) : "all" };
}

const noHandlers = { methods: new Set<Method>(), hasFallbacks: false };

async function dataThere(
  module: Code,
  data: RenderedFile,
  target: Target,
  site: Site,
): Promise<AsWritten["data"]> {
  const { names, openTo } = exportsOf(module.syntax);
  const { purpose } = data;
  const needed = purpose.kind === "module" ? purpose.exports : [];
  // A module that lacks something gives way, if anything does.
  const isReplaced = site.replaces && openTo.length === 0 && needed.some((name) => !names.has(name));
  return isReplaced ? "all" : dataAsWritten(module, await codeOf(data, site), target.location.resource);
}

/** The files of a route as they would be where there is none. */
async function writtenAnew(
  target: Target,
  methods: readonly Method[],
  { project, around, making }: Site,
): Promise<readonly RenderedFile[]> {
  const anew: Target = { ...target, spec: { ...target.spec, methods, test: undefined } };
  const planned = await plannedTexts([anew], project, (folder) => ({ ...around(folder), there: undefined }), {
    ...making,
    tick: () => undefined,
  });
  const { files } = await planned.make();
  return files;
}

async function codeOf({ path, text }: RenderedFile, { making }: Site): Promise<Code> {
  const parse = await making.existing.parser();
  return { text, syntax: parse(path, text) };
}

/** A module that is there; undefined if it is not, or does not parse. */
async function codeAt(path: string, { making: { existing } }: Site): Promise<Code | undefined> {
  const text = existing.read(path);
  if (typeof text !== "string") return undefined;
  const syntax = await existing.parse(path, text);
  return "code" in syntax ? undefined : { text, syntax };
}
