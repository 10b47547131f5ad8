import type { PlacedScalar, PlacedValue } from "./placed-value.js";

/** The value without the places, as JSON.parse would give it. */
export function plainOf(value: PlacedValue): unknown {
  switch (value.kind) {
    case "scalar":
      return value.value;
    case "sequence":
      return value.items.map(plainOf);
    case "mapping":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plainOf(entry.value)]));
    case "unread":
      return undefined;
  }
}

/** What a value is, as a message names it. */
export function wordFor(value: PlacedValue): string {
  switch (value.kind) {
    case "sequence":
      return "a list";
    case "mapping":
      return "a mapping";
    case "unread":
      return "something unknown";
    case "scalar":
      return wordForScalar(value.value);
  }
}

function wordForScalar(value: PlacedScalar["value"]): string {
  if (typeof value === "number") return `the number ${String(value)}`;
  if (typeof value !== "string") return String(value);
  return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
}
