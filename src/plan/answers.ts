import type { Parameter } from "./parameters.js";

/** What a handler without a store answers: its parameters, the rest of a path as a list, or a greeting. */
export function answerMembers(parameters: readonly Parameter[]): string {
  const last = parameters.at(-1);
  if (!last) return 'message: "Hello, world!"';
  const parents = parameters.slice(0, -1).map(({ local }) => local);
  const isNamed = last.kind === "dynamic" || last.local === "path" || parents.includes("path");
  return [...parents, isNamed ? last.local : `path: ${last.local}`].join(", ");
}

/** The same as text: a literal in quotes, or a template literal. */
export function greetingOf(parameters: readonly Parameter[]): string {
  const last = parameters.at(-1);
  if (!last) return '"Hello, world!\\n"';
  const names = parameters.map(({ local, kind }) =>
    kind === "dynamic" ? `\${${local}}` : `\${${local}.join("/")}`,
  );
  return `\`Hello, ${names.join(" and ")}!\\n\``;
}
