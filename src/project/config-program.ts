import { isSet, nameOf, part, parts, walk, word, type SyntaxNode } from "../syntax/module-syntax.js";

/** What a name, or a part of what it stands for, is set to. */
interface Setting {
  readonly path: readonly string[];
  readonly value: SyntaxNode;
  /** Whether it stands at the top of the module: whatever was set before it counts no more. */
  readonly always: boolean;
}

/** A value of another module. */
export interface Imported {
  readonly source: string;
  /** What it is exported as there; `*` for all of it. */
  readonly name: string;
}

/** What the program exports by default, and what its names are set to, in the order of the text. */
export interface ConfigProgram {
  readonly imports: ReadonlyMap<string, Imported>;
  /** Another module that this one imports; undefined for a package, and for what cannot be read. */
  readonly imported: (source: string) => ConfigProgram | undefined;
  readonly settings: ReadonlyMap<string, readonly Setting[]>;
  /** The names of all properties that are set anywhere. */
  readonly keys: ReadonlySet<string>;
}

/** The name under which a module's export by default is kept: `export default` and `module.exports` are the same here. */
export const exported = "module.exports";

/** Reads which names of a module are set to what. Pure. */
export function configProgram(
  program: SyntaxNode,
  imported: ConfigProgram["imported"] = () => undefined,
): ConfigProgram {
  const imports = new Map<string, Imported>();
  const settings = new Map<string, Setting[]>();
  const keys = new Set<string>();
  const set = (name: string, setting: Setting) => {
    settings.set(name, [...(settings.get(name) ?? []), setting]);
  };
  const top = new Set<SyntaxNode>();
  for (const statement of parts(program, "body")) {
    const inner = part(statement, "declaration") ?? part(statement, "expression") ?? statement;
    for (const node of [statement, inner, ...parts(inner, "declarations")]) top.add(node);
  }

  walk(program, (node) => {
    const always = top.has(node);
    if (node.type === "VariableDeclarator") {
      const name = nameOf(part(node, "id"));
      const value = part(node, "init");
      if (name !== undefined && value) set(name, { path: [], value, always });
    } else if (node.type === "FunctionDeclaration") {
      const name = nameOf(part(node, "id"));
      if (name !== undefined) set(name, { path: [], value: node, always });
    } else if (node.type === "AssignmentExpression" && word(node, "operator") === "=") {
      const [name, ...path] = chainOf(part(node, "left")) ?? [];
      const value = part(node, "right");
      if (name === undefined || !value) return;
      const last = path.at(-1);
      if (last !== undefined) keys.add(last);
      set(name, { path, value, always });
    } else if (node.type === "ExportDefaultDeclaration" || node.type === "TSExportAssignment") {
      const value = part(node, "declaration") ?? part(node, "expression");
      if (value) set(exported, { path: [], value, always });
    } else if (node.type === "ImportDeclaration") {
      const source = nameOf(part(node, "source")) ?? "";
      for (const each of parts(node, "specifiers")) {
        const local = nameOf(part(each, "local"));
        const name = each.type === "ImportDefaultSpecifier" ? "default" : nameOf(part(each, "imported"));
        if (local !== undefined) imports.set(local, { source, name: name ?? "*" });
      }
    } else if (node.type === "ExportNamedDeclaration" && part(node, "source")) {
      const source = nameOf(part(node, "source")) ?? "";
      for (const each of parts(node, "specifiers")) {
        const name = nameOf(part(each, "local"));
        if (name !== undefined) imports.set(name, { source, name });
      }
    } else if (node.type === "ExportSpecifier") {
      const value = part(node, "local");
      const name = nameOf(part(node, "exported"));
      if (!value || name === undefined) return;
      if (name === "default") set(exported, { path: [], value, always: true });
      else if (name !== nameOf(value)) set(name, { path: [], value, always: true });
    } else if (node.type === "Property") {
      const key = keyOf(node, "key");
      if (key !== undefined) keys.add(key);
    }
  });
  return { settings, keys, imports, imported };
}

/** `a.b.c` as its names; `module.exports` is one. */
export function chainOf(node: SyntaxNode | undefined): string[] | undefined {
  if (node?.type === "Identifier") return [nameOf(node) ?? ""];
  if (node?.type !== "MemberExpression") return undefined;
  const object = chainOf(part(node, "object"));
  const key = keyOf(node, "property");
  if (!object || key === undefined) return undefined;
  const chain = [...object, key];
  const isExport = chain.length === 2 && [exported, "exports.default"].includes(chain.join("."));
  return isExport ? [exported] : chain;
}

/** The name of a property, unless it is computed. */
export function keyOf(node: SyntaxNode, place: "key" | "property"): string | undefined {
  const key = part(node, place);
  return isSet(node, "computed") && key?.type !== "Literal" ? undefined : nameOf(key);
}
