import type { KeyView } from "../view/view-keys.js";
import { keyTypes, type KeyType } from "../spec/key-types.js";
import type { DataSource } from "./data/data-source.js";
import type { ResourceNames } from "./resource-names.js";
import type { Validator } from "./validation/validator.js";

/** The function that checks a key where checks are written out. */
const checks: Readonly<Record<Exclude<KeyType, "string">, string>> = { uuid: "uuidKey", int: "intKey" };

/** Whether any string can be such a key. */
function isOpen(type: KeyType): type is "string" {
  return type === "string";
}

/** The keys that are checked before they are looked for: an item's own, and those of its parents. Pure. */
export function keyViews(
  { id, parentType }: Pick<DataSource, "id" | "parentType">,
  parents: readonly string[],
  names: ResourceNames,
  validator: Validator | undefined,
): KeyView[] {
  const { parseKey, keySchema, parseParents, parentsSchema } = names;
  return [
    keyView({ parse: parseKey, schema: keySchema }, [["id", id.type]], validator),
    keyView(
      { parse: parseParents, schema: parentsSchema },
      parents.map((name) => [name, parentType(name)]),
      validator,
    ),
  ].filter((view) => view !== undefined);
}

function keyView(
  names: Pick<KeyView, "parse" | "schema">,
  keys: readonly (readonly [name: string, type: KeyType])[],
  validator: Validator | undefined,
): KeyView | undefined {
  const checked = keys.flatMap(([name, type]) => (isOpen(type) ? [] : [{ name, type }]));
  if (checked.length === 0) return undefined;
  return {
    ...names,
    given: checked.map(({ name }) => `${name}: unknown`).join(", "),
    names: checked.map(({ name }) => name).join(", "),
    found: `{ ${checked.map(({ name, type }) => `${name}: ${keyTypes[type].type}`).join("; ")} }`,
    members: checked.map(({ name, type }) => ({
      name,
      local: `${name}Key`,
      member: validator?.key(name, type) ?? "",
      check: checks[type],
      issue: JSON.stringify(`${name}: expected ${keyTypes[type].expected}`),
    })),
  };
}

/** Which keys of a route are checked. */
export interface KeyChecks {
  /** Whether an item's own is. */
  readonly own: boolean;
  /** The parents that are checked. */
  readonly parents: readonly string[];
}

/** Which keys of a route are checked. */
export function keyChecks({ id, parentType }: DataSource, parents: readonly string[]): KeyChecks {
  return { own: !isOpen(id.type), parents: parents.filter((name) => !isOpen(parentType(name))) };
}
