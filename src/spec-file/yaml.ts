/**
 * The reader of files for --from: YAML, and JSON, which is YAML too. Loaded only for such a file: built as a file of its
 * own, because the parser is heavy.
 */
import { parseEvents, YAMLException, type Event } from "js-yaml";
import { withoutMark } from "../byte-order-mark.js";
import type { Problem } from "../errors.js";
import type { PlacedValue, Spot } from "./placed-value.js";
import { spotFinder } from "./spots.js";
import { inPlainWords } from "./yaml-reasons.js";
import { TreeReader } from "./yaml-tree.js";

/**
 * Reads a text as YAML 1.2 or JSON, together with everything that is wrong with it. Pure; throws nothing, whatever the
 * text is. An empty text is null.
 *
 * @param file how places name it.
 * @returns no value if the text does not parse.
 */
export function parseYaml(
  text: string,
  file: string,
): { value: PlacedValue | undefined; problems: Problem[] } {
  const bare = withoutMark(text);
  const spotAt = spotFinder(bare);
  const problem = (code: Problem["code"], at: Spot, message: string, hint: string): Problem => ({
    code,
    message,
    hint,
    at: { file, ...at },
  });

  const events = eventsOf(bare);
  if ("reason" in events) {
    const message = `${file} does not parse: ${inPlainWords(events.reason)}.`;
    const hint = "Mend it. A text that starts with a sign such as [ { * & @ has to stand in quotes.";
    return { value: undefined, problems: [problem("SPEC_UNREADABLE", spotAt(events.offset), message, hint)] };
  }

  const reader = new TreeReader(bare, events.events, spotAt);
  const value = reader.readDocument() ?? { kind: "scalar", at: spotAt(0), value: null };
  const second = reader.readDocument();
  const faults = reader.faults.map(({ at, message, hint }) => problem("SPEC_INVALID", at, message, hint));
  if (second) {
    const message = `${file} has several documents: here the second one starts.`;
    const hint = "Put all routes into one list, or write a file for each.";
    return { value: undefined, problems: [problem("SPEC_UNREADABLE", second.at, message, hint)] };
  }
  return { value, problems: faults };
}

function eventsOf(text: string): { events: Event[] } | { reason: string; offset: number } {
  try {
    return { events: parseEvents(text, {}) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { reason: error.reason, offset: error.mark?.position ?? 0 };
  }
}
