import type { Conflict, ConflictRule } from "./conflict-rules.js";
import type { UrlFile } from "./url-files.js";
import { unservedName } from "./unserved-names.js";
import { placeholderOf, urlOfParts } from "./url-tree.js";

const noConflicts: readonly Conflict[] = [];

/** What is wrong with a path alone. The same rules stand in spec/route-path.ts, for routes that are asked for. */
export function conflictsInPath(file: UrlFile, isNew: boolean): readonly Conflict[] {
  // Pages were not looked at: what is seen of routes need not hold for them.
  const unserved = file.kind === "route" ? unservedName(file.parts) : undefined;
  const found = parametersIn(file, isNew);
  if (unserved === undefined) return found;
  const { path, parts } = file;
  const depth = parts.indexOf(unserved);
  const url = urlOfParts(parts.slice(0, depth));
  const rule = "NAME_UNSERVED";
  return [
    { rule, depth, file: path, other: path, url, own: unserved, others: "", isNew, joins: false },
    ...found,
  ];
}

function parametersIn({ path, parts }: UrlFile, isNew: boolean): readonly Conflict[] {
  const hasOne = path.indexOf("[") === path.lastIndexOf("[") && !path.includes("[...");
  if (hasOne) return noConflicts;
  const conflicts: Conflict[] = [];
  const seen = new Map<string, string>();
  for (const [depth, part] of parts.entries()) {
    const kind = placeholderOf(part);
    if (kind === undefined) continue;
    const url = urlOfParts(parts.slice(0, depth));
    const told = (rule: ConflictRule, others: string) => {
      conflicts.push({ rule, depth, file: path, other: path, url, own: part, others, isNew, joins: false });
    };
    if (kind !== "[]" && depth < parts.length - 1) told("CATCH_ALL_NOT_LAST", part);
    if (kind === "[]" && part.startsWith("[[")) told("OPTIONAL_PARAM", part);
    const name = part.replace(/\W/g, "");
    const earlier = seen.get(name);
    if (earlier !== undefined) told("PARAM_REPEATED", earlier);
    else seen.set(name, part);
  }
  return conflicts;
}
