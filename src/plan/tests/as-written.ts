import { exportsOf } from "../../project/module-exports.js";
import { namesDeclaredBy } from "../../project/names.js";
import { isMethod, type Method } from "../../spec/methods.js";
import { part, type SyntaxNode } from "../../syntax/module-syntax.js";
import { moduleNames } from "../resource-names.js";
import { sameCode, type Code } from "./same-code.js";

/**
 * What of the files of a route that are there is as the run would write it: of that a test knows what it answers, and of all
 * else it does not.
 */
export interface AsWritten {
  /** The handlers. */
  readonly methods: ReadonlySet<Method>;
  /** Whether the 405s, and OPTIONS beside them, are. */
  readonly hasFallbacks: boolean;
  /** What is of the data module: all of it; its types and its checks; or not even these. */
  readonly data: "all" | "checks" | "nothing";
}

/** The handlers that are there as they would be written anew. Pure. */
export function routeAsWritten(there: Code, anew: Code): Pick<AsWritten, "methods" | "hasFallbacks"> {
  const isSame = sameCode(there, anew);
  const { all, refused } = exportsOf(anew.syntax);
  const same = all.flatMap(({ name, statement }) => (isMethod(name) && isSame(statement) ? [name] : []));
  return {
    methods: new Set(same),
    hasFallbacks:
      same.includes("OPTIONS") &&
      refused.every(({ statement, value }) => isSame(value ?? statement) && isSame(statement)),
  };
}

/**
 * How much of a data module that is there is as it would be written anew. What its functions do with the items is left to it:
 * that is the place of the app's own database. Pure.
 *
 * @param segment the segment that names the resource.
 */
export function dataAsWritten(there: Code, anew: Code, segment: string | undefined): AsWritten["data"] {
  const isSame = sameCode(there, anew);
  const { body } = anew.syntax.program;
  const statements = body.filter(({ type }) => type !== "ImportDeclaration");
  if (statements.every(isSame)) return "all";
  const names = moduleNames(segment);
  return statements.filter((statement) => isCheck(statement, names)).every(isSame) ? "checks" : "nothing";
}

/** Whether a statement says what an item is, or reads what a client sends. */
function isCheck(statement: SyntaxNode, functions: ReadonlySet<string>): boolean {
  const { type } = part(statement, "declaration") ?? statement;
  if (type === "TSTypeAliasDeclaration" || type === "TSInterfaceDeclaration") return true;
  return namesDeclaredBy(statement).some((name) => functions.has(name) && /^(parse|is)[A-Z]/.test(name));
}
