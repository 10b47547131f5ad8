import type { Problem } from "../../../src/errors.js";
import { entriesOf } from "../../../src/spec-file/entries.js";
import type { EntryDefaults, SpecEntry } from "../../../src/spec-file/spec-entry.js";
import { builtInTemplates } from "../../../src/spec/templates.js";
import { parseYaml } from "../../../src/spec-file/yaml.js";

/** How many random cases each property is tried with. */
export const runs = { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 300) };

/** What an entry has that says nothing but its route. */
export const open: EntryDefaults = {
  methods: [],
  dynamic: undefined,
  catchAll: undefined,
  optional: false,
  crud: false,
  template: undefined,
  auth: undefined,
  role: undefined,
  fields: [],
  validate: undefined,
  data: undefined,
  fallbacks: true,
  test: undefined,
  templates: builtInTemplates,
};

/** A text as a file for --from called `r.yml`. */
export function read(text: string, defaults = open): { entries: SpecEntry[]; problems: Problem[] } {
  const { value, problems } = parseYaml(text, "r.yml");
  if (!value) return { entries: [], problems };
  const found = entriesOf(value, { file: "r.yml", defaults });
  return { entries: found.entries, problems: [...problems, ...found.problems] };
}

/** A problem on one line: `3:5 message | hint`. */
export function told({ at, message, hint }: Problem): string {
  return `${at ? `${String(at.line)}:${String(at.column)} ` : ""}${message} | ${hint}`;
}
