import { defaultFields } from "../spec/fields.js";
import type { Method } from "../spec/methods.js";
import { sampleValue } from "./sample-values.js";
import { handlersOf, type RouteFacts } from "./route-facts.js";

/** A request that shows that a route is there. */
export interface Trial {
  readonly method: Method;
  /** What it has to send to be understood. */
  readonly sends: "nothing" | "json" | "json with an id" | "text" | "form";
  /** The JSON that it sends; empty where it sends none. */
  readonly body: string;
  /** The header that its guard asks for, with a variable of the shell in it. */
  readonly header: string | undefined;
}

/**
 * The plainest request that a route answers: its GET, else the first method that is written: what one reads that was there is not
 * known. Pure.
 */
export function trialOf(facts: RouteFacts): Trial {
  const { methods } = facts.spec;
  const method = methods.includes("GET") ? "GET" : (facts.adds[0] ?? methods[0] ?? "GET");
  const parts = handlersOf(facts).find((handler) => handler.method === method)?.parts;
  const header = facts.guard?.header;
  const readsJson = parts?.readsJson;
  const body = readsJson === undefined ? "" : bodyOf(facts, readsJson === "id");
  if (readsJson === "id") return { method, sends: "json with an id", body, header };
  return {
    method,
    sends: readsJson === "body" ? "json" : (parts?.readsText ?? "nothing"),
    body,
    header,
  };
}

/** A body that a handler takes, as JSON: what is optional is left out. */
function bodyOf({ role, resource: { source } }: RouteFacts, withId: boolean): string {
  const fields = role.data ? source.fields : defaultFields;
  const sent = fields
    .filter(({ isOptional }) => !isOptional)
    .map((field) => [field.name, sampleValue(field, "First")] as const);
  return JSON.stringify(Object.fromEntries([...(withId ? [["id", "1"] as const] : []), ...sent]));
}
