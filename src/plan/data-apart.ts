import type { Warning } from "../model.js";
import { importsOf } from "../project/imports.js";
import type { RouteFacts } from "./route-facts.js";
import type { Vicinity } from "./vicinity.js";

/**
 * Handlers are added to a file whose own keep their data elsewhere, and answer from a sample store: what one of them makes, the
 * others do not find. Pure.
 */
export function dataApart(
  { file, role, adds, data, resource }: RouteFacts,
  { exported }: Vicinity,
): Warning[] {
  if (!file || !role.data || adds.length === 0 || resource.source.isInMemory !== true) return [];
  const sources = importsOf(file.syntax).map(({ source }) => source);
  const isOurs = exported !== undefined || sources.some((source) => source === data.specifier);
  const others = file.offered.filter((method) => !adds.includes(method));
  if (isOurs || others.length === 0) return [];
  return [
    {
      code: "DATA_APART",
      message: `The handlers that ${file.path} has do not use ${data.path}: ${adds.join(", ")} ${adds.length === 1 ? "answers" : "answer"} from the sample store there until you put your own calls in.`,
    },
  ];
}
