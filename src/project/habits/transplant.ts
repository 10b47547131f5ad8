import { importsOf, type ImportedName } from "../imports.js";
import { boundBy } from "../../syntax/bound-names.js";
import { part, parts, walk, type ModuleSyntax, type SyntaxNode } from "../../syntax/module-syntax.js";
import { identifiersIn, namesDeclaredBy } from "../names.js";

/** A name that a piece of code needs imported, and from where, as that file writes it. */
export interface NeededImport extends ImportedName {
  readonly source: string;
}

/** What stands at the top of a module, as far as code of another file could use it. */
export interface TopLevel {
  /** The modules that it imports, as it writes them. */
  readonly sources: readonly string[];
  readonly imports: readonly NeededImport[];
  /** The names that it declares itself. */
  readonly declared: readonly string[];
}

/** Reads the top of a module: what it imports, and what it declares there. Pure. */
export function topLevelOf(syntax: ModuleSyntax): TopLevel {
  const statements = importsOf(syntax);
  return {
    sources: statements.map(({ source }) => source),
    imports: statements.flatMap(({ source, names }) => names.map((name) => ({ ...name, source }))),
    declared: syntax.program.body.flatMap(namesDeclaredBy),
  };
}

/**
 * What code has to import to stand in another file, or undefined if it cannot: because it uses what only its own file
 * has. Names that nothing in the file binds are the platform's.
 *
 * @param nodes the code.
 * @param given names that are there in the other file too: the request, for one.
 * @param except a part of the code that does not come along.
 */
export function neededImports(
  nodes: readonly SyntaxNode[],
  syntax: ModuleSyntax,
  given: ReadonlySet<string>,
  except?: SyntaxNode,
): NeededImport[] | undefined {
  const top = topLevelOf(syntax);
  const imports = new Map(top.imports.map((each) => [each.local, each]));
  const comesAlong = ({ start, end }: SyntaxNode) =>
    except === undefined || end <= except.start || start >= except.end;
  const used = new Set(
    nodes.flatMap((node) =>
      identifiersIn(node).flatMap((each) => (comesAlong(each.node) ? [each.name] : [])),
    ),
  );
  const own = new Set(nodes.flatMap(boundIn));
  const needed: NeededImport[] = [];
  const elsewhere = new Set([...imports.keys(), ...top.declared, ...boundIn(syntax.program)]);
  for (const name of used) {
    const imported = imports.get(name);
    if (given.has(name) || own.has(name)) continue;
    if (imported) needed.push(imported);
    else if (elsewhere.has(name)) return undefined;
  }
  return needed;
}

/** Every name that is bound at or below a node: variables, functions and their parameters. */
function boundIn(node: SyntaxNode): string[] {
  const bound: string[] = [];
  walk(node, (each) => {
    const id = part(each, "id");
    if (each.type === "VariableDeclarator" && id) bound.push(...boundBy(id));
    if (each.type.includes("Function")) {
      if (id) bound.push(...boundBy(id));
      bound.push(...parts(each, "params").flatMap(boundBy));
    }
    const caught = each.type === "CatchClause" ? part(each, "param") : undefined;
    if (caught) bound.push(...boundBy(caught));
  });
  return bound;
}
