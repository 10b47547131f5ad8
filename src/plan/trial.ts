import type { Method } from "../spec/methods.js";
import { handlersOf, type RouteFacts } from "./route-facts.js";

/** A request that shows that a route is there. */
export interface Trial {
  readonly method: Method;
  /** What it has to send to be understood. */
  readonly sends: "nothing" | "json" | "json with an id" | "text" | "form";
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
  if (parts?.readsJson === "id") return { method, sends: "json with an id", header };
  return { method, sends: parts?.readsJson === "body" ? "json" : (parts?.readsText ?? "nothing"), header };
}
