import { viewVersion } from "../view/view-version.js";
import type { dataKeys } from "../view/data-keys.js";
import type { KeyView, SchemaView, ViewOf } from "../view/view-keys.js";
import type { Field, FieldType } from "../spec/fields.js";
import { patternName, patterns } from "../spec/text-forms.js";
import { keyTypes } from "../spec/key-types.js";
import type { DataSource } from "./data/data-source.js";
import { noDrizzle } from "./data/drizzle.js";
import { noPrisma } from "./data/prisma.js";
import { collectionOf, scopeOf, type DataModule } from "./data-module.js";
import { changedData, fieldPattern, fieldViews, isOneText, newData, replacedData } from "./field-views.js";
import { importLines } from "./import-lines.js";
import { keyViews } from "./key-views.js";
import { urlOf } from "./locate.js";
import { pageBounds } from "./page-bounds.js";
import { resourceNames } from "./resource-names.js";
import type { DataParts } from "./roles.js";
import type { RouteFacts } from "./route-facts.js";
import { sampleExpression } from "./sample-values.js";
import { isMatchText } from "./searched-fields.js";
import type { Validator } from "./validation/validator.js";

/** What the view of a data module is made from. */
interface DataSite extends Pick<RouteFacts, "location" | "parameters" | "role" | "resource" | "manner"> {
  readonly module: DataModule;
  readonly data: DataParts;
}

/** What the module is asked for, by the names of its functions: some are only there if they are needed. */
type Needed = readonly string[];

/** All that the template of the data module may know; the same for the collection and for the item. Pure. */
export function dataView(site: DataSite, needed: Needed = []): ViewOf<typeof dataKeys> {
  const { module, role, data } = site;
  const { source, validator } = site.resource;
  const parents = scopeOf(site.parameters, role).map(({ meaning }) => meaning);
  const resource = resourceNames(module.segment, new Set([...parents, ...(role.variables ?? []), "id"]));
  const { fields } = source;
  const views = fieldViews(fields);
  const keys = data.searches === true ? [] : keyViews(source, parents, resource, validator);
  const changedKeys = ["id", ...parents].join(", ");
  const { one, changesType, newType } = resource;
  return {
    version: viewVersion,
    resource,
    imports: importLines([...source.imports, ...(validator?.imports ?? [])], site.manner.typeImports),
    note: source.note ?? "",
    types: typesOf(site),
    store: parents.length > 0 ? source.scoped : source.plain,
    parsers: parsersOf(site, keys),
    fields: views,
    pattern: fieldPattern(views),
    newData: newData(fields, views),
    changedData: changedData(fields, views),
    changesType: validator ? changesType : `Partial<${newType}>`,
    // A schema's type of changes has undefined in it, which a spread would take over.
    changed: validator
      ? `Object.assign({}, ${one}, changes, { ${changedKeys} })`
      : `{ ...${one}, ...changes, ${changedKeys} }`,
    replaces: source.replaces && needed.includes(resource.replace),
    replaced: source.declaresType ? `{ ...input, ${changedKeys} }` : replacedData(fields),
    schema: schemaView(source, validator, { searches: data.searches === true, keys }),
    keys,
    keyChecks: [
      ...new Set(keys.flatMap(({ members }) => members.map(({ check }) => keyChecks[check] ?? ""))),
    ].filter((partial) => partial !== ""),
    patterns: validator ? [] : patternLines(fields),
    drizzle: source.drizzle ?? noDrizzle,
    prisma: source.prisma ?? noPrisma,
    hasReferences: [source.references?.inNew, source.references?.inUse].includes(true),
    hasDuplicates: source.hasDuplicates,
    storeKey: JSON.stringify(urlOf(collectionOf(site.location.segments, role))),
    ...pageBounds,
    searches: data.searches === true,
    isMatch: isMatchText(fields, resource.type),
    keyFields: source.declaresType ? ["id", ...parents].map((key) => `${key}: string`).join("; ") : "",
    parentParameters: parents
      .map((parent) => `${parent}: ${keyTypes[source.parentKey(parent).type].type}`)
      .join(", "),
    parentArguments: parents.join(", "),
    parents,
    samples: ["First", "Second"].map((word, index) => {
      const own = ["id", ...parents].map((key) => `${key}: "${String(key === "id" ? index + 1 : 1)}"`);
      const others = fields.map(
        (field) => `${field.name}: ${sampleExpression(field, `${word} ${resource.label}`)}`,
      );
      return `{ ${[...own, ...others].join(", ")} }`;
    }),
  };
}

/** The partials with the functions that check a key, by the names of these. */
const keyChecks: Readonly<Record<string, string>> = {
  intKey: "partials/schemas/int-key",
  integerKey: "partials/schemas/integer-key",
  uuidKey: "partials/schemas/uuid-key",
};

/** The partials with the types, in their order, and the schemas that they come from. */
function typesOf({ data, resource: { source, validator } }: DataSite): string[] {
  const isSearch = data.searches === true;
  const hasQuery = isSearch || source.isPaged;
  const [types, query] = validator
    ? ["partials/schemas/types", "partials/schemas/query"]
    : ["partials/schemas/written-types", "partials/schemas/written-query"];
  return [
    ...(isSearch ? [] : [types]),
    ...(hasQuery ? [query] : []),
    ...(!isSearch && source.types !== undefined ? [source.types] : []),
    ...(!isSearch && source.isPaged && source.declaresType ? ["partials/schemas/page"] : []),
  ];
}

/** The partials with the functions that check what a client sends. */
function parsersOf({ data, resource: { source, validator } }: DataSite, keys: readonly KeyView[]): string[] {
  const hasKeys = keys.length > 0;
  const isSearch = data.searches === true;
  const hasQuery = isSearch || source.isPaged;
  if (validator) {
    return [
      ...(isSearch ? [] : ["partials/schemas/parsers"]),
      ...(hasKeys ? ["partials/schemas/key-parsers"] : []),
      ...(hasQuery ? ["partials/schemas/query-parser"] : []),
      validator.parse,
      ...(isSearch ? [] : helpersOf(validator, source)),
    ];
  }
  const has = (wanted: FieldType) => !isSearch && source.fields.some(({ type }) => type === wanted);
  const hasUuids =
    has("uuid") || keys.some(({ members }) => members.some(({ check }) => check === "uuidKey"));
  return [
    ...(isSearch
      ? []
      : [isOneText(source.fields) ? "partials/schemas/written-parser" : "partials/schemas/written-parsers"]),
    ...(hasKeys ? ["partials/schemas/written-key-parsers"] : []),
    ...(hasQuery ? ["partials/schemas/written-query-parser"] : []),
    ...(has("date") ? ["partials/schemas/date-time"] : []),
    ...(hasUuids ? ["partials/schemas/uuid"] : []),
    ...(!isSearch && source.fields.some(({ form }) => form) ? ["partials/schemas/patterns"] : []),
  ];
}

/** The patterns of fields, where checks are written out. */
function patternLines(fields: readonly Field[]): string[] {
  const names = new Set(fields.flatMap(({ form }) => (form ? [patternName(form)] : [])));
  return [...names].map((name) => `const ${name} = ${patterns[name] ?? ""};`);
}

function helpersOf({ helpers }: Validator, { fields }: DataSource): string[] {
  return [...new Set(fields.flatMap(({ type }) => helpers[type] ?? []))];
}

const noSchema: SchemaView = { object: "", shared: [], members: [], query: [], partial: same, infer: same };

function same(text: string): string {
  return text;
}

/** Whether the schema of a member names another one; what its key is called is no matter. */
function isUsed(name: string, member: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(member.slice(member.indexOf(":")));
}

/** The shared schemas that the members are made of, or that those are made of in turn. */
function usedOf(shared: Validator["shared"], members: readonly string[]): string[] {
  const lines: string[] = [];
  for (const [name, schema] of Object.entries(shared).reverse()) {
    if ([...members, ...lines].some((text) => isUsed(name, text))) lines.unshift(`${name}: ${schema}`);
  }
  return lines.map((line) => `const ${line.replace(":", " =")};`);
}

function schemaView(
  { fields }: DataSource,
  validator: Validator | undefined,
  { searches, keys }: { searches: boolean; keys: readonly KeyView[] },
): SchemaView {
  if (!validator) return noSchema;
  const { object, always, partial, infer } = validator;
  const members = [
    ...fields.map(validator.field),
    ...keys.flatMap((key) => key.members.map(({ member }) => member)),
  ];
  return {
    object,
    shared: usedOf(validator.shared, members),
    members: [...always, ...fields.map(validator.field)],
    query: [
      ...always,
      ...(searches ? [validator.text("q")] : []),
      validator.count("page", pageBounds.maxPage, 1),
      validator.count("limit", pageBounds.maxLimit, pageBounds.usualLimit),
    ],
    partial,
    infer,
  };
}
