import type { Method } from "./methods.js";

/**
 * The templates, by the name that `--template` takes. `defaultMethods` are the methods when none are asked for; without
 * it they depend on what the route stands for. What each template writes is in plan/templates.ts and templates/<name>/.
 */
export const templateTable = {
  resource: { summary: "list, create, read, update and delete, with a sample store" },
  basic: { summary: "a JSON answer, and a JSON body read", defaultMethods: ["GET"] },
  text: { summary: "a plain text answer", defaultMethods: ["GET"] },
  search: { summary: "query parameters and headers read, bounded paging", defaultMethods: ["GET"] },
  form: { summary: "multipart form data with a file", defaultMethods: ["POST"] },
  cookies: { summary: "a session cookie read, set and deleted", defaultMethods: ["GET", "POST", "DELETE"] },
} as const satisfies Record<string, { summary: string; defaultMethods?: readonly Method[] }>;

export type TemplateName = keyof typeof templateTable;

export const templateNames = Object.keys(templateTable) as TemplateName[];

export const defaultTemplate: TemplateName = "resource";

export function isTemplate(text: string): text is TemplateName {
  return Object.hasOwn(templateTable, text);
}

/** The methods that a template gets when none are asked for; undefined if that depends on the kind of the route. */
export function methodsOfTemplate(name: TemplateName): readonly Method[] | undefined {
  const row = templateTable[name];
  return "defaultMethods" in row ? row.defaultMethods : undefined;
}
