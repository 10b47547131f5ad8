import type { ModuleSyntax } from "../../src/syntax/module-syntax.js";
import { parseModule } from "../../src/syntax/parse-module.js";

/** Nobody changes the nodes of a module, so that tests which look at the same text again and again can share them. */
const known = new Map<string, ModuleSyntax>();

/** So many texts are kept: what is looked at in one case, and no memory of a whole run. */
const kept = 20;

/** As `parseModule`, but the same text is parsed once. */
export function parsed(text: string, { jsx }: { jsx: boolean }): ModuleSyntax {
  const key = `${String(jsx)} ${text}`;
  const syntax = known.get(key) ?? parseModule(text, { jsx });
  // Put at the end: what was asked for last goes last.
  known.delete(key);
  known.set(key, syntax);
  const [oldest] = known.keys();
  if (known.size > kept && oldest !== undefined) known.delete(oldest);
  return syntax;
}
