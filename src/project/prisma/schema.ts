import { stringOf, tokensOf } from "./schema-tokens.js";

/** A Prisma schema, as far as a model has to be known. */
export interface Schema {
  readonly models: readonly Model[];
  /** The names of each enum's values, as the client has them. */
  readonly enums: ReadonlyMap<string, readonly string[]>;
  /** The database, as its data source says, e.g. `mysql`; undefined where none does. */
  readonly provider: string | undefined;
}

/** A model: a table, as the client has it. */
export interface Model {
  readonly name: string;
  readonly fields: readonly SchemaField[];
  /** Those of the model as a whole, e.g. `@@map`. */
  readonly attributes: readonly Attribute[];
}

/** A field of a model: a column, or what a relation leads to. */
export interface SchemaField {
  readonly name: string;
  /** `String`, the name of a model or an enum, or `Unsupported`. */
  readonly type: string;
  readonly isList: boolean;
  readonly isOptional: boolean;
  readonly attributes: readonly Attribute[];
}

/** `@default(now())` is `default` with `["now", "(", ")"]`. */
export interface Attribute {
  /** Without the signs before it, e.g. `db.VarChar`. */
  readonly name: string;
  /** The tokens between its brackets. */
  readonly args: readonly string[];
}

/**
 * Reads the models and enums of a schema, in one file or in several. Views, the types of MongoDB and generators are left
 * out; what does not look like a field is no field. Pure.
 */
export function parseSchema(texts: readonly string[]): Schema {
  const models: Model[] = [];
  const enums = new Map<string, readonly string[]>();
  let provider: string | undefined;
  for (const { kind, name, lines } of texts.flatMap((text) => blocksOf(tokensOf(text)))) {
    if (kind === "model") {
      models.push({ name, fields: lines.flatMap(fieldIn), attributes: lines.flatMap(blockAttributeIn) });
    }
    if (kind === "datasource") provider = stringOf(lines.find(([key]) => key === "provider")?.at(-1));
    if (kind === "enum")
      enums.set(
        name,
        lines.flatMap(([value = "@"]) => (isName(value) ? [value] : [])),
      );
  }
  return { models, enums, provider };
}

interface Block {
  readonly kind: string;
  readonly name: string;
  readonly lines: readonly (readonly string[])[];
}

/** `model Post { … }`, with its lines: one that goes on inside of brackets is one line. */
function blocksOf(tokens: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = tokens.indexOf("{"); at >= 0; at = tokens.indexOf("{", at)) {
    const [kind = "", name = ""] = tokens.slice(Math.max(at - 2, 0), at);
    const lines: string[][] = [[]];
    let depth = 0;
    for (at += 1; at < tokens.length; at += 1) {
      const each = tokens[at] ?? "";
      if (depth === 0 && each === "}") break;
      depth += opens.includes(each) ? 1 : closes.includes(each) ? -1 : 0;
      if (each !== "\n") lines.at(-1)?.push(each);
      else if (depth <= 0) lines.push([]);
    }
    blocks.push({ kind, name, lines: lines.filter((line) => line.length > 0) });
  }
  return blocks;
}

const opens = ["(", "[", "{"];
const closes = [")", "]", "}"];

/** `name Type[]? @attribute(…)`. */
function fieldIn(line: readonly string[]): SchemaField[] {
  const [name = "", type = "", ...rest] = line;
  if (!isName(name) || !isName(type)) return [];
  // `Unsupported("circle")` has brackets of its own.
  const behind = rest[0] === "(" ? rest.slice(rest.indexOf(")") + 1) : rest;
  const first = behind.indexOf("@");
  const signs = first < 0 ? behind : behind.slice(0, first);
  return [
    {
      name,
      type,
      isList: signs.includes("["),
      isOptional: signs.includes("?"),
      attributes: first < 0 ? [] : attributesIn(behind.slice(first), "@"),
    },
  ];
}

function blockAttributeIn(line: readonly string[]): Attribute[] {
  return line[0] === "@@" ? attributesIn(line, "@@") : [];
}

function attributesIn(tokens: readonly string[], sign: "@" | "@@"): Attribute[] {
  const attributes: Attribute[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at] !== sign) continue;
    const name = tokens[at + 1] ?? "";
    const args = tokens[at + 2] === "(" ? insideOf(tokens, at + 2) : [];
    attributes.push({ name, args });
    at += 1 + args.length;
  }
  return attributes;
}

/** The tokens between a bracket and the one that closes it. */
function insideOf(tokens: readonly string[], open: number): readonly string[] {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    const each = tokens[at] ?? "";
    depth += opens.includes(each) ? 1 : closes.includes(each) ? -1 : 0;
    if (depth === 0) return tokens.slice(open + 1, at);
  }
  return tokens.slice(open + 1);
}

function isName(text: string): boolean {
  return /^\w/.test(text);
}

/** An attribute by its name; `db.` stands for any of the native types. */
export function attribute(
  { attributes }: Pick<Model | SchemaField, "attributes">,
  name: string,
): Attribute | undefined {
  return attributes.find((each) => each.name === name || (name === "db." && each.name.startsWith(name)));
}

/** The text of `@map("posts")` or `@@map(name: "posts")`. */
export function mappedName(of: Pick<Model | SchemaField, "attributes">): string | undefined {
  return stringOf(attribute(of, "map")?.args.find((each) => each.startsWith('"')));
}

/**
 * The names in a list of an attribute, without what is said of each: of `@@id([postId, tagId(sort: Desc)])`, or of the
 * argument `fields` in `@relation(fields: [postId], references: [id])`. Empty where there is none.
 */
export function namesIn({ args }: Attribute, argument?: string): string[] {
  const named =
    argument === undefined ? 0 : args.findIndex((each, at) => each === argument && args[at + 1] === ":");
  const open = named < 0 ? -1 : args.indexOf("[", named);
  if (open < 0) return [];
  const names: string[] = [];
  let depth = 0;
  for (const each of insideOf(args, open)) {
    depth += each === "(" ? 1 : each === ")" ? -1 : 0;
    if (depth === 0 && isName(each)) names.push(each);
  }
  return names;
}
