import type { PlannedFile, TemplateView } from "../model.js";
import type { TextStyle } from "../project/text-style.js";
import { urlOf } from "./locate.js";
import type { RouteFacts } from "./route-facts.js";

/** What a template makes beside a route file and its data module: a test, a page of documentation. Pure. */
export function besideFiles(
  { spec, location, adds }: RouteFacts,
  view: TemplateView,
  style: TextStyle,
): PlannedFile[] {
  const { template } = spec;
  return template.beside.map((name) => ({
    path: `${location.folder}/${name}`,
    template: `${template.name}/${name}`,
    madeBy: template,
    view,
    style,
    purpose: { kind: "beside", route: urlOf(location.segments), adds },
  }));
}
