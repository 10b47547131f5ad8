import type { CheckReport } from "../model.js";

/** What a person reads on stdout after a `check` that found nothing. Pure; ends without a line break. */
export function checkText({
  project,
  typescript,
  templates,
  ownTexts,
  routes,
  files,
  urlFiles,
}: CheckReport): string {
  const own = ownTexts.length === 0 ? "" : `, ${counted(ownTexts.length, "text")} of them the project's own`;
  return [
    `Rendered ${counted(templates.length, "template")}${own}, for ${counted(routes, "route")}: ${counted(files, "file")}.`,
    `They compile with TypeScript ${typescript} and Next.js ${project.next.text}.`,
    `No conflict among ${counted(urlFiles, "file")} of the app that make URLs.`,
  ].join("\n");
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
}
