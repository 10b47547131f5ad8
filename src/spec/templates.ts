import type { Method } from "./methods.js";
import type { RouteKind } from "./route-kinds.js";

/**
 * The templates, by the name that `--template` takes. `defaultMethods` are the methods when none are asked for; without
 * it they depend on what the route stands for. What each template writes is in plan/templates.ts and templates/<name>/.
 */
export const templateTable = {
  resource: { summary: "list, create, read, update and delete, with a sample store", hasData: true },
  basic: { summary: "a JSON answer, and a JSON body read", defaultMethods: ["GET"] },
  text: { summary: "a plain text answer", defaultMethods: ["GET"] },
  search: {
    summary: "query parameters and headers read, bounded paging",
    defaultMethods: ["GET"],
    hasData: true,
  },
  form: { summary: "multipart form data with a file", defaultMethods: ["POST"] },
  cookies: { summary: "a session cookie read, set and deleted", defaultMethods: ["GET", "POST", "DELETE"] },
} as const satisfies Record<string, TemplateRow>;

interface TemplateRow {
  readonly summary: string;
  readonly defaultMethods?: readonly Method[];
  /** Whether its handlers can need a data module. */
  readonly hasData?: true;
}

export type TemplateName = keyof typeof templateTable;

export const templateNames = Object.keys(templateTable) as TemplateName[];

/** The template that is taken when none is asked for. */
export const defaultTemplate: TemplateName = "resource";

/** What an own template stands on that says nothing of it: handlers without a data module. */
export const defaultBase: TemplateName = "basic";

export function isTemplate(text: string): text is TemplateName {
  return Object.hasOwn(templateTable, text);
}

/** Whether the handlers of a built-in template can need a data module. */
export function hasDataModule(name: TemplateName): boolean {
  const row: TemplateRow = templateTable[name];
  return row.hasData === true;
}

/** What a template of the project's own can be called, and the same in words. */
export const ownTemplateName = /^[a-z][a-z0-9-]*$/;
export const ownTemplateNames = 'called by small letters, digits and "-"';

/** The folder of what templates share: no template can be called so. */
export const partialsFolder = "partials";

/** A template that a route can be written by: a built-in one, or one of the project's own. */
export interface ChosenTemplate {
  readonly name: string;
  readonly summary: string;
  /** The methods when none are asked for; undefined if they depend on the kind of the route. */
  readonly defaultMethods: readonly Method[] | undefined;
  /** The kinds of routes that it is for; undefined for all. */
  readonly kinds: readonly RouteKind[] | undefined;
  /** The built-in one that it stands on: what it has no file for is that one's, and so is what its handlers need. */
  readonly base: TemplateName;
  /** The files that it makes beside the route file and its data module, from the route's folder. */
  readonly beside: readonly string[];
}

/** The templates that there are, by their names. */
export type KnownTemplates = ReadonlyMap<string, ChosenTemplate>;

/** A built-in template. */
export function builtIn(name: TemplateName): ChosenTemplate {
  const { summary, defaultMethods }: TemplateRow = templateTable[name];
  return { name, summary, defaultMethods, kinds: undefined, base: name, beside: [] };
}

/** The built-in templates and, behind them, the project's own; one of the same name takes the place of the built-in one. */
export function templatesWith(own: readonly ChosenTemplate[]): KnownTemplates {
  return new Map([...templateNames.map(builtIn), ...own].map((template) => [template.name, template]));
}

/** Those of a project that has none of its own. */
export const builtInTemplates = templatesWith([]);
