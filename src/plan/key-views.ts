import type { KeyView } from "../view/view-keys.js";
import { isSameRange, safe, type Range } from "../spec/integers.js";
import { keyTypes, usualRange, type Key, type KeyType } from "../spec/key-types.js";
import type { DataSource } from "./data/data-source.js";
import type { ResourceNames } from "./resource-names.js";
import type { Validator } from "./validation/validator.js";

/** The function that checks a key where checks are written out, and what it is told besides the key. */
function checkOf({ type, range = usualRange }: Key): { check: string; ends: string[] } {
  if (type !== "int") return { check: "uuidKey", ends: [] };
  if (isSameRange(range, usualRange)) return { check: "intKey", ends: [] };
  return { check: "integerKey", ends: endsOf(range) };
}

function endsOf({ min, max }: Range): string[] {
  return [
    min === safe.min ? "Number.MIN_SAFE_INTEGER" : String(min),
    max === safe.max ? "Number.MAX_SAFE_INTEGER" : String(max),
  ];
}

/** Whether any string can be such a key. */
function isOpen(type: KeyType): type is "string" {
  return type === "string";
}

/** The keys that are checked before they are looked for: an item's own, and those of its parents. Pure. */
export function keyViews(
  { id, parentKey }: Pick<DataSource, "id" | "parentKey">,
  parents: readonly string[],
  names: ResourceNames,
  validator: Validator | undefined,
): KeyView[] {
  const { parseKey, keySchema, parseParents, parentsSchema } = names;
  return [
    keyView({ parse: parseKey, schema: keySchema }, [["id", id]], validator),
    keyView(
      { parse: parseParents, schema: parentsSchema },
      parents.map((name) => [name, parentKey(name)]),
      validator,
    ),
  ].filter((view) => view !== undefined);
}

function keyView(
  names: Pick<KeyView, "parse" | "schema">,
  keys: readonly (readonly [name: string, key: Key])[],
  validator: Validator | undefined,
): KeyView | undefined {
  const checked = keys.flatMap(([name, key]) => (isOpen(key.type) ? [] : [{ name, key, type: key.type }]));
  if (checked.length === 0) return undefined;
  return {
    ...names,
    given: checked.map(({ name }) => `${name}: unknown`).join(", "),
    names: checked.map(({ name }) => name).join(", "),
    found: `{ ${checked.map(({ name, type }) => `${name}: ${keyTypes[type].type}`).join("; ")} }`,
    members: checked.map(({ name, key, type }) => {
      const { check, ends } = checkOf(key);
      return {
        name,
        local: `${name}Key`,
        member: validator?.key(name, key) ?? "",
        check,
        checked: `${check}(${[name, ...ends].join(", ")})`,
        issue: JSON.stringify(`${name}: expected ${keyTypes[type].expected}`),
      };
    }),
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
export function keyChecks({ id, parentKey }: DataSource, parents: readonly string[]): KeyChecks {
  return { own: !isOpen(id.type), parents: parents.filter((name) => !isOpen(parentKey(name).type)) };
}
