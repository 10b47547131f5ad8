import type { Problem } from "../errors.js";
import type { RouteSpec } from "../spec/route-spec.js";
import { entriesOf } from "../spec-file/entries.js";
import { readSpecFile } from "../spec-file/read-spec-file.js";
import { specsOf, type EntryDefaults } from "../spec-file/spec-entry.js";

/** Where files are named from, and standard input. */
export interface FileSurroundings {
  readonly cwd: string;
  readonly readStdin: () => AsyncIterable<Uint8Array | string>;
}

/**
 * The routes that a file for --from asks for, together with everything that is wrong with it.
 *
 * @param name as the user wrote it; `-` is standard input.
 * @param defaults what its entries leave open.
 */
export async function specsFrom(
  name: string,
  defaults: EntryDefaults,
  here: FileSurroundings,
): Promise<{ specs: RouteSpec[]; problems: Problem[] }> {
  const read = await readSpecFile(name, here);
  if ("code" in read) return { specs: [], problems: [read] };
  const { parseYaml } = await import("../spec-file/yaml.js");
  const parsed = parseYaml(read.text, read.file);
  if (!parsed.value) return { specs: [], problems: parsed.problems };
  const found = entriesOf(parsed.value, { file: read.file, defaults });
  const { specs, problems } = specsOf(found.entries);
  return { specs, problems: [...parsed.problems, ...found.problems, ...problems] };
}
