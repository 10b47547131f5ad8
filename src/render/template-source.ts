import type { ChosenTemplate } from "../spec/templates.js";

/** The templates of the package. */
export interface BuiltInTemplates {
  /** The text of a template or partial by its name, e.g. `partials/fallbacks`; undefined if there is none. */
  readonly read: (name: string) => string | undefined;
  /** The names of all. */
  readonly names: () => readonly string[];
}

/** The text of a template, and where it stands. */
export interface TemplateText {
  /** Its name: with that of a template of the project's own, where it is from there. */
  readonly name: string;
  readonly text: string;
  readonly isOwn: boolean;
}

/** Which template a file is made by: where a text is looked for first. */
export type MadeBy = Pick<ChosenTemplate, "name" | "base">;

/** Finds the text that a name stands for in a template. */
export type FindTemplate = (name: string, by: MadeBy) => TemplateText | undefined;

/**
 * Finds texts where they win: what a template has of its own, then what the one has that it stands on; of both, the
 * project's before the package's. Pure but for what it asks.
 *
 * @param own the project's texts, by their names.
 */
export function templateSource(
  { read }: Pick<BuiltInTemplates, "read">,
  own: ReadonlyMap<string, string>,
): FindTemplate {
  return (name, by) => {
    for (const candidate of candidatesFor(name, by)) {
      const text = own.get(candidate);
      if (text !== undefined) return { name: candidate, text, isOwn: true };
      const builtIn = read(candidate);
      if (builtIn !== undefined) return { name: candidate, text: builtIn, isOwn: false };
    }
    return undefined;
  };
}

function candidatesFor(name: string, by: MadeBy): string[] {
  if (by.name === by.base) return [name];
  const [, folder, rest] = /^([^/]+)\/(.*)$/.exec(name) ?? [];
  const isOfTemplate = folder === by.base || folder === by.name;
  return isOfTemplate ? [`${by.name}/${String(rest)}`, `${by.base}/${String(rest)}`] : [name];
}
