import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { withoutMark } from "../byte-order-mark.js";
import type { Problem } from "../errors.js";
import { manifestIn } from "./folders.js";
import { member } from "./manifest.js";
import type { KnownTemplates } from "../spec/templates.js";
import { noSettings, parseSettings, type Settings } from "../spec/settings.js";

const settingsFile = "create-api-route.config.json";
const settingsKey = "create-api-route";

/**
 * Reads a project's settings: from a file of their own, or from a key of its package.json.
 *
 * @param root the project root, absolute; undefined if there is none.
 * @param templates those that a setting can name.
 */
export function readSettings(
  root: string | undefined,
  templates: KnownTemplates,
): { settings: Settings; problems: Problem[] } {
  if (root === undefined) return { settings: noSettings, problems: [] };
  const own = path.join(root, settingsFile);
  const manifest = manifestIn(root);
  const inManifest = member(manifest, settingsKey);
  const inKey = `the key "${settingsKey}" of package.json`;
  if (!existsSync(own)) {
    return inManifest === undefined
      ? { settings: noSettings, problems: [] }
      : parseSettings(inManifest, inKey, templates);
  }
  const { value, error } = jsonIn(own);
  const problems: Problem[] = [];
  if (inManifest !== undefined) {
    problems.push({
      code: "CONFIG_INVALID",
      message: `There are settings in ${settingsFile} and in ${inKey}.`,
      hint: "Keep one of them.",
    });
  }
  if (error !== undefined) {
    problems.push({
      code: "CONFIG_INVALID",
      message: `${settingsFile} is not JSON: ${error}.`,
      hint: "Mend it and run the command again.",
    });
    return { settings: noSettings, problems };
  }
  const parsed = parseSettings(value, settingsFile, templates);
  return { settings: parsed.settings, problems: [...problems, ...parsed.problems] };
}

/** What a file has in it. */
function jsonIn(file: string): { value: unknown; error: string | undefined } {
  try {
    return { value: JSON.parse(withoutMark(readFileSync(file, "utf8"))), error: undefined };
  } catch (error) {
    return { value: undefined, error: error instanceof Error ? error.message : String(error) };
  }
}
