import { isSet, nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import type { ModuleThere } from "../access/modules.js";
import type { Dialect } from "./column-types.js";

/** A function of Drizzle, by its own name, and the dialect that it is for. */
export interface LibraryName {
  readonly name: string;
  readonly dialect: Dialect | undefined;
}

/** What a name of a module stands for, where that is a function of Drizzle: `pgTable`, `p.text`. */
export function libraryName(callee: SyntaxNode | undefined, module: ModuleThere): LibraryName | undefined {
  if (!callee) return undefined;
  const isMember = callee.type === "MemberExpression" && !isSet(callee, "computed");
  const imported = module.imports.get(nameOf(isMember ? part(callee, "object") : callee) ?? "");
  if (!imported || !/^drizzle-orm(\/|$)/.test(imported.source)) return undefined;
  const [, core] = /^drizzle-orm\/(pg|mysql|sqlite)-core$/.exec(imported.source) ?? [];
  const name =
    imported.name === "*" ? nameOf(isMember ? part(callee, "property") : undefined) : imported.name;
  return name === undefined ? undefined : { name, dialect: core as Dialect | undefined };
}

/** What a function that Drizzle calls with its own functions calls them: `(t) => …`, `({ text, integer: int }) => …`. */
export interface HandedNames {
  readonly whole: string | undefined;
  readonly each: ReadonlyMap<string, string>;
}

/** The names in a function that is handed nothing. */
export const nothingHanded: HandedNames = { whole: undefined, each: new Map() };

/** The names that the first parameter of a function has for what it is handed. */
export function handedTo(fn: SyntaxNode): HandedNames {
  const [parameter] = parts(fn, "params");
  if (parameter?.type === "Identifier") return { ...nothingHanded, whole: nameOf(parameter) };
  const properties = parameter ? parts(parameter, "properties") : [];
  return {
    whole: undefined,
    each: new Map(
      properties.flatMap((property) => {
        const [key, local] = [nameOf(part(property, "key")), nameOf(part(property, "value"))];
        return key === undefined || local === undefined ? [] : [[local, key] as const];
      }),
    ),
  };
}

/** The function among the handed ones that a call calls. */
export function handedName(callee: SyntaxNode, handed: HandedNames): string | undefined {
  if (callee.type === "Identifier") return handed.each.get(nameOf(callee) ?? "");
  const object = callee.type === "MemberExpression" ? nameOf(part(callee, "object")) : undefined;
  return object !== undefined && object === handed.whole ? nameOf(part(callee, "property")) : undefined;
}
