import type { Warning } from "../model.js";
import type { ProjectFormatter } from "../project/find-formatter.js";
import { formatterTable, type FormatterName } from "../project/formatters.js";
import type { Format } from "../write/formatted.js";

/** How the files of a run are formatted. */
export interface Formatting {
  /** The formatter that does it; undefined for none. */
  readonly name: FormatterName | undefined;
  readonly format: Format;
  /** What there is to say afterwards. */
  readonly warnings: () => Warning[];
}

/**
 * Formatting by the project's own formatter, which is loaded with the first file that needs it.
 *
 * @param root the project's folder, absolute.
 * @param found undefined for none: then nothing is formatted.
 */
export function formattingBy(found: ProjectFormatter | undefined, root: string): Formatting {
  if (!found) return { name: undefined, format: () => Promise.resolve(undefined), warnings: () => [] };
  const { packageFolder } = found;
  let warnings = (): Warning[] => [];
  if (packageFolder === undefined) {
    const format = () => {
      warnings = () => [missing(found)];
      return Promise.resolve(undefined);
    };
    return { name: undefined, format, warnings: () => warnings() };
  }

  let started: Promise<Pick<Formatting, "format">> | undefined;
  const start = async () => {
    const { startFormatter } = await import("./start-formatter.js");
    const formatter = startFormatter({ ...found, packageFolder, root });
    warnings = formatter.warnings;
    return formatter;
  };
  return {
    name: found.name,
    format: async (file, text) => (await (started ??= start())).format(file, text),
    warnings: () => warnings(),
  };
}

function missing({ name, evidence, isDeclared }: ProjectFormatter): Warning {
  const { title, package: packageName } = formatterTable[name];
  const advice = isDeclared
    ? "Install the project's dependencies first, or say --no-format."
    : `Add ${packageName} to the project, or say --no-format.`;
  return {
    code: "FORMATTER_MISSING",
    message: `The project has ${title} (${evidence}), but it is not installed: the files are written unformatted. ${advice}`,
  };
}
