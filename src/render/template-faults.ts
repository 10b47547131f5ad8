import {
  nameOf,
  part,
  parts,
  walk,
  word,
  isSet,
  type ModuleSyntax,
  type SyntaxNode,
} from "../syntax/module-syntax.js";
import { didYouMean } from "../spec/closest.js";
import { partOf, viewParts, type ViewPart } from "../view/published-view.js";
import { viewVersion } from "../view/view-version.js";
import type { ViewKeys } from "../view/view-keys.js";
import { codeOf, faultAt, tagsIn } from "./template-code.js";
import { mendTemplate, type TemplateFault } from "./template-fault.js";
import type { TemplateText } from "./template-source.js";

/** What the reader of templates has to be told. */
export interface TemplateReading {
  /** Parses a script; it throws a SyntaxError with `pos`, an offset. */
  readonly parse: (text: string) => ModuleSyntax["program"];
  /** Whether there is a text of that name. */
  readonly isThere: (name: string) => boolean;
  /** The names of all texts, for the nearest one. */
  readonly names: () => readonly string[];
  /** The keys that some include hands over. */
  readonly handedOver: ReadonlySet<string>;
}

/**
 * Everything that is wrong with the text of a template, also where no route would come by: code that does not parse, keys
 * that the view does not have, partials that there are not. What only a run can tell (`view[name]`) is left to that. Pure.
 */
export function faultsIn(
  { name, text }: Pick<TemplateText, "name" | "text">,
  reading: TemplateReading,
): TemplateFault[] {
  const tags = tagsIn(name, text);
  if (!Array.isArray(tags)) return [tags];
  const code = codeOf(text, tags);
  let program: ModuleSyntax["program"];
  try {
    program = reading.parse(code);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const offset = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
    const [said] = error.message.split(/ \(\d+:\d+\)/);
    return [faultAt(name, text, offset, `The code of the template does not parse: ${said ?? ""}.`)];
  }
  const faults: TemplateFault[] = [...versionFaults(name, text)];
  const keys = {
    ...Object.fromEntries([...reading.handedOver].map((key) => [key, anything])),
    ...keysFor(name),
  };
  walk(program, (node, parent) => {
    for (const read of readsOf(node, parent)) {
      const known = keysBelow(keys, read.path);
      if (!known || Object.hasOwn(known, read.key)) continue;
      const at = ["view", ...read.path].join(".");
      const hint = didYouMean(read.key, Object.keys(known)).trimEnd() || mendTemplate;
      faults.push(faultAt(name, text, read.offset, `${at} has no key "${read.key}".`, hint));
    }
    const included = includedIn(node);
    if (included && !reading.isThere(included.name)) {
      const hint =
        didYouMean(included.name, reading.names()).trimEnd() ||
        "Partials are named from the folder of the templates, e.g. `partials/catch`.";
      faults.push(faultAt(name, text, included.offset, `There is no template ${included.name}.`, hint));
    }
  });
  return faults;
}

/** The keys that the includes of a template hand over to partials, as far as it parses. Pure. */
export function handedOverBy(text: string, parse: TemplateReading["parse"]): string[] {
  const tags = tagsIn("", text);
  if (!Array.isArray(tags)) return [];
  const keys: string[] = [];
  try {
    walk(parse(codeOf(text, tags)), (node) => {
      if (!isInclude(node)) return;
      const [, extra] = parts(node, "arguments");
      keys.push(
        ...(extra ? parts(extra, "properties") : []).flatMap((each) => nameOf(part(each, "key")) ?? []),
      );
    });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return keys;
}

const anything = { is: "string", means: "" } as const;

/** The keys that a text can read, by what it is for. A partial can be a part of any file. */
function keysFor(name: string): ViewKeys {
  const { RouteView, DataView } = viewParts;
  if (name.endsWith("/data.ts")) return DataView.keys;
  return name.slice(name.lastIndexOf("/")).includes(".")
    ? RouteView.keys
    : { ...DataView.keys, ...RouteView.keys };
}

/** The keys of what a path of keys leads to; undefined if that has none that are known. */
function keysBelow(keys: ViewKeys, path: readonly string[]): ViewKeys | undefined {
  let known: ViewKeys = keys;
  for (const key of path) {
    const row = Object.hasOwn(known, key) ? known[key] : undefined;
    const next: ViewPart | undefined =
      row && row !== anything && !row.is.endsWith("[]") ? partOf(row.is) : undefined;
    if (!next) return undefined;
    known = viewParts[next].keys;
  }
  return known;
}

interface Read {
  /** The keys before the last one, from the view on. */
  readonly path: readonly string[];
  readonly key: string;
  readonly offset: number;
}

/** What a node reads of the view: `view.a.b`, and `const { a } = view.b`. */
function readsOf(node: SyntaxNode, parent: SyntaxNode | undefined): Read[] {
  if (node.type === "MemberExpression" && parent?.type !== "MemberExpression") return memberReads(node);
  if (node.type === "MemberExpression" && parent && part(parent, "object") !== node) return memberReads(node);
  const from = node.type === "VariableDeclarator" ? part(node, "init") : undefined;
  const pattern = from && part(node, "id");
  const path = from && pathOf(from);
  if (pattern?.type !== "ObjectPattern" || !path) return [];
  return parts(pattern, "properties").flatMap((property) => {
    const key = part(property, "key");
    const name = isSet(property, "computed") ? undefined : nameOf(key);
    return key && name !== undefined ? [{ path, key: name, offset: key.start }] : [];
  });
}

/** Each step of `view.a.b` is a read of its own. */
function memberReads(node: SyntaxNode): Read[] {
  const object = part(node, "object");
  const property = part(node, "property");
  if (!object || !property) return [];
  const before = object.type === "MemberExpression" ? memberReads(object) : [];
  const path = pathOf(object);
  const key = isSet(node, "computed") ? undefined : nameOf(property);
  return path && key !== undefined ? [...before, { path, key, offset: property.start }] : before;
}

/** The keys that lead from the view to an expression; undefined if it is something else. */
function pathOf(node: SyntaxNode): string[] | undefined {
  if (node.type === "Identifier") return word(node, "name") === "view" ? [] : undefined;
  const object =
    node.type === "MemberExpression" && !isSet(node, "computed") ? part(node, "object") : undefined;
  const path = object && pathOf(object);
  const key = nameOf(part(node, "property"));
  return path && key !== undefined ? [...path, key] : undefined;
}

function isInclude(node: SyntaxNode): boolean {
  return node.type === "CallExpression" && nameOf(part(node, "callee")) === "include";
}

/** The partial that an include names in so many letters. */
function includedIn(node: SyntaxNode): { name: string; offset: number } | undefined {
  const [name] = isInclude(node) ? parts(node, "arguments") : [];
  const value = name?.type === "Literal" ? word(name, "value") : undefined;
  return name && value !== undefined ? { name: value, offset: name.start } : undefined;
}

/** `<%# view: 1 -%>` says for which version of the view a template was written. */
function versionFaults(name: string, text: string): TemplateFault[] {
  const found = /<%#\s*view:\s*(\d+)\s*[-_]?%>/.exec(text);
  const version = Number(found?.[1] ?? viewVersion);
  if (!found || version === viewVersion) return [];
  const message = `The template was written for version ${String(version)} of the view, and this tool has ${String(viewVersion)}.`;
  return [
    faultAt(
      name,
      text,
      found.index,
      message,
      "docs/templates.md says what changed; then put the new number there.",
    ),
  ];
}
