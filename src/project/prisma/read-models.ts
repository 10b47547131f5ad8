import path from "node:path";
import { closest } from "../../spec/closest.js";
import { wordsOf } from "../../spec/words.js";
import { textAt } from "../manifest.js";
import { moduleReader } from "../module-reader.js";
import { isExactlyOptional } from "../tsconfig-paths.js";
import type { Unfit } from "../unfit.js";
import { packageEntries, packagesOf } from "../workspace-packages.js";
import { clientFileIn, clientInApp, clientInPackage, clientPlaces } from "./client-module.js";
import { findModel } from "./find-model.js";
import { columnsOf } from "./model-columns.js";
import { declaredIn, prismaDocs } from "./packages.js";
import type { PrismaHere, PrismaResource } from "./resource.js";
import { schemaTexts } from "./schema-files.js";
import { parseSchema, type Model, type Schema } from "./schema.js";

/**
 * Reads the schema and where the client is, of an app that depends on Prisma. Reads only.
 *
 * @param root the project root, absolute.
 * @param homes the folders in which a schema can be, the likely ones first.
 */
export async function readModels(root: string, homes: readonly string[]): Promise<PrismaHere> {
  const texts = homes.map(schemaTexts).find((each) => each.length > 0) ?? [];
  const schema = parseSchema(texts);
  const client = await clientOf(root);
  return {
    names: schema.models.map(({ name }) => name),
    isFor: (segment) => client !== undefined && findModel(schema, segment) !== undefined,
    resource: (segment, parents) => {
      const lacks = client ? [] : [noClient(clientFileIn(root))];
      if (texts.length === 0) return [noSchema, ...lacks];
      const found = resourceOf(schema, segment, parents);
      if (Array.isArray(found)) return [...found, ...lacks];
      return client ? { ...found, client, isExact: isExactlyOptional(root) } : lacks;
    },
  };
}

const noSchema: Unfit = {
  why: "no schema is there: no prisma/schema.prisma, and none that prisma.config or package.json names",
  way: "Write one with the models (https://www.prisma.io/docs/orm/prisma-schema)",
};

/** @param file that names the class of clients, if there is one: then the client is there, and not to be had by its name. */
function noClient(file: string | undefined): Unfit {
  if (file !== undefined) {
    return {
      why: `${file} exports no client by itself`,
      way: "Export the client, e.g. `export const prisma = …`, beside what is there",
    };
  }
  return {
    why: `no module that exports the client is there: ${clientPlaces
      .slice(0, 3)
      .map((place) => `${place}.ts`)
      .join(", ")} or one like them`,
    way: `Write ${clientPlaces[0]}.ts with \`export const prisma = new PrismaClient(…)\` (${prismaDocs})`,
  };
}

function resourceOf(
  schema: Schema,
  segment: string,
  parents: readonly string[],
): Omit<PrismaResource, "client" | "isExact"> | Unfit[] {
  const model = findModel(schema, segment);
  if (!model) return [noModel(schema, segment)];
  const columns = columnsOf(model, schema);
  if (Array.isArray(columns)) return columns;
  const held = parents.map((parent) => columns.keys.find(({ name }) => isSameName(name, parent)));
  const found = held.filter((key) => key !== undefined);
  if (found.length < parents.length) {
    return parents.filter((_parent, index) => !held[index]).map((parent) => noParent(model, parent));
  }
  const { name } = model;
  return {
    ...columns,
    model: name,
    // The path says which row is meant.
    fields: columns.fields.filter((field) => found.every((key) => key.name !== field.name)),
    // Source: Prisma Client, the property of a model is its name with the first letter in lower case.
    accessor: name.charAt(0).toLowerCase() + name.slice(1),
    parents: found,
  };
}

/** `post_id` and `postId` are one name. */
function isSameName(one: string, other: string): boolean {
  return wordsOf(one).join(" ") === wordsOf(other).join(" ");
}

function noParent({ name }: Model, parent: string): Unfit {
  return {
    why: `the path has ${parent}, and ${name} has no such field that would say which rows belong to it`,
    way: `Add ${parent} to ${name}, or call the parameter like the field that it stands for`,
  };
}

function noModel({ models }: Schema, segment: string): Unfit {
  const names = models.map(({ name }) => name);
  const meant = closest(segment, names);
  const listed = `${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}`;
  return {
    why: `the schema has no model for ${segment}: ${names.length === 0 ? "it has none at all" : `it has ${listed}`}`,
    way: meant === undefined ? `Name the route like a model, or add one` : `Did you mean the model ${meant}?`,
  };
}

async function clientOf(root: string): Promise<PrismaResource["client"] | undefined> {
  const modules = await moduleReader(root);
  const own = clientInApp(root, modules);
  if (own) return own;
  for (const level of packagesOf(root)) {
    if (declaredIn(level) === undefined) continue;
    const { folder, manifest } = level;
    const way = path.relative(root, folder).split(path.sep).join("/");
    const client = clientInPackage(way, packageEntries(level), textAt(manifest, "name") ?? "", modules);
    if (client) return client;
  }
  return undefined;
}
