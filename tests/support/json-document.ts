import { schemaFaults } from "./schema-faults.js";

/**
 * The document that the tool printed with --json, held to the published schema.
 *
 * @throws {Error} if it is not one JSON document, or not one that the schema describes, with all that is wrong.
 */
export function jsonDocument(text: string): unknown {
  const value = parsed(text);
  const faults = schemaFaults("output", value);
  if (faults.length > 0) {
    throw new Error(
      `This is no output by the schema:\n${faults.map((fault) => `  ${fault}\n`).join("")}${text}`,
    );
  }
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`This is not one JSON document:\n${text}`, { cause: error });
  }
}

/** Whether these arguments ask for JSON; behind `--` everything is a route. */
export function asksForJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return (end === -1 ? args : args.slice(0, end)).includes("--json");
}
