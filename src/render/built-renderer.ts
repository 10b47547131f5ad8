import { renderCompiled, type Compiled, type RenderTemplate } from "./included.js";
import { MissingTemplate } from "./view-guard.js";

/**
 * Renders templates that are functions already. One that fails knows no place in a text: this is for those that are known to be
 * right, and not for a project's own.
 */
export function builtRenderer(templates: ReadonlyMap<string, Compiled>): RenderTemplate {
  const render: RenderTemplate = (name, view, by) => {
    const compiled = templates.get(name);
    if (!compiled) throw new MissingTemplate(name);
    return renderCompiled(compiled, view, by, render);
  };
  return render;
}
