import type { Place, Problem } from "../errors.js";
import { ownFolder, type OwnTemplates } from "../project/own-templates.js";
import { TemplateError, type TemplateFault, type TemplatePlace } from "../render/template-fault.js";
import type { BuiltInTemplates } from "../render/template-source.js";
import { partialsFolder, type ChosenTemplate } from "../spec/templates.js";

/** The folder of a template's text, for the words "its own" and "shared". */
const folderOf = (name: string) => name.slice(0, name.indexOf("/"));

/** Whether a text can be a part of what one of the templates makes. */
export function isPartOf(templates: readonly ChosenTemplate[]): (name: string) => boolean {
  const folders = new Set(templates.flatMap(({ name, base }) => [name, base]));
  return (name) => folderOf(name) === partialsFolder || folders.has(folderOf(name));
}

/**
 * What is wrong with the project's own templates, before any of them is run.
 *
 * @param isMeant which of the texts, by their names.
 */
export async function ownTemplateProblems(
  own: OwnTemplates,
  builtIn: BuiltInTemplates,
  isMeant: (name: string) => boolean = () => true,
): Promise<Problem[]> {
  const found = own.problems.filter(({ path = "" }) => {
    const name = path.slice(ownFolder.length + 1);
    return !name.includes("/") ? name === "" || isMeant(`${name}/`) : isMeant(name);
  });
  const meant = [...own.texts].filter(([name]) => isMeant(name));
  if (meant.length === 0) return found;
  const { parseScript } = await import("../syntax/parse-module.js");
  const { faultsIn, handedOverBy } = await import("../render/template-faults.js");
  const packaged = builtIn.names();
  const names = [...new Set([...packaged, ...own.texts.keys()])];
  const templates = [...own.known.values()];
  const handedOver = new Set(
    [...packaged.flatMap((name) => builtIn.read(name) ?? []), ...own.texts.values()].flatMap((text) =>
      handedOverBy(text, parseScript),
    ),
  );
  const reading = {
    parse: parseScript,
    isThere: (name: string) =>
      names.includes(name) || templates.some((template) => isInBase(name, template, names)),
    names: () => names,
    handedOver,
  };
  const faults = meant.flatMap(([name, text]) => faultsIn({ name, text }, reading));
  return [...found, ...faults.map((fault) => problemOfFault(fault, own))];
}

/** `mine/handlers/list` is there where `mine` stands on a template with that partial. */
function isInBase(name: string, { name: own, base }: ChosenTemplate, names: readonly string[]): boolean {
  return name.startsWith(`${own}/`) && names.includes(`${base}/${name.slice(own.length + 1)}`);
}

/** The place in a file of the project. */
export function placeInProject({ name, line, column }: TemplatePlace): Place {
  return { file: `${ownFolder}/${name}.ejs`, line, column };
}

/** A fault of a template as a problem. */
export function problemOfFault(fault: TemplateFault, { texts }: OwnTemplates): Problem {
  const { name, message, hint } = fault;
  // A text of the package that fails was led there by what includes it.
  if (!texts.has(name))
    return { code: "TEMPLATE_INVALID", message: `${name}.ejs, which is built in: ${message}`, hint };
  const at = placeInProject(fault);
  return { code: "TEMPLATE_INVALID", message, hint, path: at.file, at };
}

/** A template of the project's own that failed in the middle, as a problem; another error is thrown again. */
export function problemOfFailure(error: unknown, own: OwnTemplates): Problem {
  if (!(error instanceof TemplateError) || own.texts.size === 0) throw error;
  return problemOfFault(error.fault, own);
}
