import type { Plan } from "../model.js";
import { dress } from "../render/dress.js";
import type { RenderTemplate } from "../render/included.js";
import { ownOutput } from "../render/own-output.js";
import { render } from "../render/render.js";
import { templateTracer } from "../render/template-trace.js";
import type { Made, Making } from "./made-files.js";
import { placeInProject, problemOfFailure } from "./own-templates.js";

/** The texts of planned files that the project's own templates have a part in, looked at once more. */
export async function ownFiles(
  whole: Plan,
  renderTemplate: RenderTemplate,
  { own, find, existing, tick }: Making,
): Promise<Made> {
  try {
    const files = dress(render(whole, renderTemplate, tick));
    const parse = await existing.parser();
    const trace = templateTracer(find);
    const planned = new Map(whole.files.map((file) => [file.path, file]));
    return ownOutput(files, {
      parse,
      placeOf: ({ path }, text, offset) => {
        const file = planned.get(path);
        return file && trace(file.template, file.view, file.madeBy).placeOf(text, offset);
      },
      toPlace: placeInProject,
    });
  } catch (error) {
    return { files: [], problems: [problemOfFailure(error, own)] };
  }
}
