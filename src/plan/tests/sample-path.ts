import { isParameter, type Segment } from "../../spec/segments.js";
import type { Parameter } from "../parameters.js";
import type { Role } from "../roles.js";

/** A path that a route answers: its parameters have numbers for values, and the rest of a path two segments. */
export interface SamplePath {
  /** The URL path, without the base path. */
  readonly url: string;
  /** What each parameter is, by its variable: a string literal, or a list of them. */
  readonly values: ReadonlyMap<string, string>;
  /** The members of `params`, with their keys. */
  readonly params: string;
  /** The id of an item there, as text. */
  readonly id: string;
}

const rest = ["a", "b"];

/** Pure. */
export function samplePath(segments: readonly Segment[], parameters: readonly Parameter[], role: Role): SamplePath {
  const values = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const [index, { key, local, kind }] of parameters.entries()) {
    const parts = kind === "dynamic" ? [String(index + 1)] : rest;
    values.set(local, kind === "dynamic" ? JSON.stringify(parts[0]) : JSON.stringify(parts).replaceAll(",", ", "));
    texts.set(key, parts.join("/"));
  }
  const url = segments
    .filter(({ kind }) => kind !== "group")
    .map((segment) => (isParameter(segment) ? (texts.get(segment.name) ?? "") : segment.name));
  const members = parameters.map(
    ({ key, local }) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key)}: ${values.get(local) ?? ""}`,
  );
  return {
    url: `/${url.join("/")}`,
    values,
    params: `{ ${members.join(", ")} }`,
    id: idIn(parameters, texts, role),
  };
}

function idIn(parameters: readonly Parameter[], texts: ReadonlyMap<string, string>, role: Role): string {
  const all = parameters.map(({ key }) => texts.get(key) ?? "");
  if (role.id === "path") return all.join("/");
  return role.id === "parameter" ? (all.at(-1) ?? "1") : String(all.length + 1);
}
