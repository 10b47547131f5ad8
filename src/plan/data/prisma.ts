import type { PrismaResource } from "../../project/prisma/resource.js";
import type { PrismaView } from "../../view/view-keys.js";
import { keyTypes } from "../../spec/key-types.js";
import { freeVariable } from "../identifiers.js";
import { valueFrom } from "../import-lines.js";
import type { ResourceNames } from "../resource-names.js";
import type { DataSource, ReferenceChecks } from "./data-source.js";
import { notForTables } from "./not-for-tables.js";
import type { SourcePlace, WriteSource } from "./write-source.js";

/** The app's model, by its client. */
export const prisma: WriteSource = (place) => {
  const { segment, parents, prisma: here } = place;
  const unfit = notForTables(place);
  if (unfit) return [unfit];
  const resource = here.resource(segment ?? "", parents);
  return Array.isArray(resource) ? resource : sourceOf(resource, place);
};

function sourceOf(resource: PrismaResource, place: SourcePlace): DataSource {
  const { parents, names, importPath } = place;
  const { client, id, fields, hasUniqueKeys } = resource;
  const source = client.package ?? importPath(client.path);
  const local = clientName(client.name, names, parents);
  return {
    plain: "resource/stores/prisma",
    scoped: "resource/stores/prisma",
    note: undefined,
    summary: `the model ${resource.model} of the Prisma schema`,
    imports: [{ ...valueFrom(source, client.name), local }],
    client: { ...valueFrom(source, client.name), local },
    fields,
    id,
    parentKey: (name) => resource.parents[parents.indexOf(name)] ?? { type: "string" },
    declaresType: false,
    isPaged: true,
    replaces: fields.some(({ blank }) => blank !== undefined),
    hasDuplicates: hasUniqueKeys,
    references: referencesOf(resource),
    prisma: viewOf(resource, local, place),
  };
}

function referencesOf({ references, parents, isHeld }: PrismaResource): ReferenceChecks {
  const others = references.filter((name) => parents.every((parent) => parent.name !== name));
  return {
    inNew: references.length > 0,
    inChanges: others.length > 0,
    inUse: isHeld,
    onlyParents: others.length === 0,
  };
}

/** What the client is called in the data module, different from its own names. */
function clientName(
  exported: string,
  { newSchema, changesSchema, keySchema, parentsSchema, querySchema }: ResourceNames,
  parents: readonly string[],
): string {
  const own = [newSchema, changesSchema, keySchema, parentsSchema, querySchema, ...parents];
  const inText = ["changes", "deleted", "error", "id", "input", "items", "limit", "page", "total", "where"];
  const wanted = exported === "default" ? "prisma" : exported;
  return freeVariable([wanted, "prisma", "db", "client"], new Set([...own, ...inText]));
}

function viewOf(
  { accessor, id, parents: keys, shown, createdAt, fields, isExact }: PrismaResource,
  client: string,
  { names: { type, one }, parents, isChecked }: SourcePlace,
): PrismaView {
  const model = `${client}.${accessor}`;
  const select = shown ?? [];
  const selectName = `${one}Fields`;
  const scope = keys.map(({ name }, index) => member(name, parents[index] ?? name));
  const isId = member(id.name, "id");
  const made = id.madeBy === "module" ? [`${id.name}: crypto.randomUUID()`] : [];
  const hasJson = fields.some((field) => field.type === "json");
  const hasUndefined = isExact && fields.some((field) => field.isOptional);
  const newType = hasJson || hasUndefined ? `${type}Data` : "";
  // A schema library has undefined in the type of all changes.
  const changesType = hasJson || hasUndefined || (isExact && isChecked) ? `${type}Update` : "";
  const typed = (text: string, name: string) => (name === "" ? text : `${text} as ${name}`);
  return {
    model,
    select,
    selectName,
    selected: select.length > 0 ? `, select: ${selectName}` : "",
    idType: keyTypes[id.type].type,
    where: object([isId, ...scope]),
    scope: scope.length > 0 ? object(scope) : "",
    // The last word is the id's: rows of one moment would change places from page to page.
    order:
      createdAt === undefined
        ? `{ ${id.name}: "asc" }`
        : `[{ ${createdAt}: "desc" }, { ${id.name}: "desc" }]`,
    types: [
      ...(newType === "" ? [] : [`type ${newType} = Parameters<typeof ${model}.create>[0]["data"];`]),
      ...(changesType === "" ? [] : [`type ${changesType} = Parameters<typeof ${model}.update>[0]["data"];`]),
    ],
    values: typed(withMembers("input", [...made, ...scope]), newType),
    // The id in the path wins over one in the body.
    changes: typed(withMembers("changes", id.madeBy === "sender" ? [isId] : []), changesType),
  };
}

/** For the modules of other sources. */
export const noPrisma: PrismaView = {
  model: "",
  select: [],
  selectName: "",
  selected: "",
  idType: "",
  where: "",
  scope: "",
  order: "",
  types: [],
  values: "",
  changes: "",
};

function member(name: string, value: string): string {
  return name === value ? name : `${name}: ${value}`;
}

function object(members: readonly string[]): string {
  return `{ ${members.join(", ")} }`;
}

function withMembers(base: string, members: readonly string[]): string {
  return members.length === 0 ? base : object([`...${base}`, ...members]);
}
