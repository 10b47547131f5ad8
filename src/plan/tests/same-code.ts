import { plainCode } from "../../edit/plain-code.js";
import { importsOf } from "../../project/imports.js";
import { identifiersIn, namesDeclaredBy, topLevelNames } from "../../project/names.js";
import type { ModuleSyntax, SyntaxNode } from "../../syntax/module-syntax.js";

/** A module with its text. */
export interface Code {
  readonly text: string;
  readonly syntax: ModuleSyntax;
}

/**
 * Tells of the statements of a module whether another one has them too: word for word but for what formatters decide, and
 * with them all that they use. Pure.
 */
export function sameCode(there: Code, anew: Code): (statement: SyntaxNode) => boolean {
  const textOf = ({ text }: Code, { start, end }: SyntaxNode) => plainCode(text.slice(start, end));
  const said = new Set(there.syntax.program.body.map((statement) => textOf(there, statement)));
  const bound = topLevelNames(there.syntax);
  const imported = new Set(importedBy(there.syntax).values());
  const imports = importedBy(anew.syntax);
  const declared = new Map(
    anew.syntax.program.body.flatMap((statement) =>
      namesDeclaredBy(statement).map((name) => [name, statement] as const),
    ),
  );
  const isSame = (statement: SyntaxNode, seen: Set<SyntaxNode>): boolean => {
    if (seen.has(statement)) return true;
    seen.add(statement);
    return (
      said.has(textOf(anew, statement)) &&
      identifiersIn(statement).every(({ name }) => {
        const source = imports.get(name);
        if (source !== undefined) return imported.has(source);
        const other = declared.get(name);
        // A name of the language, or of the statement's own, may not be something else there.
        return other ? isSame(other, seen) : !bound.has(name);
      })
    );
  };
  return (statement) => isSame(statement, new Set());
}

/** What a module imports by each name, and from where. */
function importedBy(syntax: ModuleSyntax): Map<string, string> {
  return new Map(
    importsOf(syntax).flatMap(({ source, names }) =>
      names.map(({ name, local }) => [local, `${name} as ${local} from ${source}`] as const),
    ),
  );
}
