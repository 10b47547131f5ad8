import { declarationOf, type Modules } from "../access/modules.js";
import { bare, nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { chainOf, type Chain } from "./chains.js";
import { textsIn } from "./constant-texts.js";
import { libraryName } from "./library-names.js";

/** The values that a column can have, as its table says. */
export interface Choices {
  readonly texts: readonly string[];
  /** Whether there are such values, and they cannot be read. */
  readonly areUnknown: boolean;
}

const none: Choices = { texts: [], areUnknown: false };

/** The values of `text("status", { enum: […] })` and of `mysqlEnum("status", […])`. */
export function listedChoices(chain: Chain, made: string | undefined, modules: Modules): Choices {
  const args = chain.first.args.map(bare);
  if (made === "mysqlEnum")
    return read(
      args.find(({ type }) => type !== "Literal"),
      chain,
      modules,
    );
  const listed = optionOf(chain, "enum");
  return listed ? read(listed, chain, modules) : none;
}

/** The values of the `pgEnum` that a column is made by; undefined if it is made by none. */
export function enumChoices({ callee, module }: Chain, modules: Modules): Choices | undefined {
  const name = callee.type === "Identifier" ? nameOf(callee) : undefined;
  const found = name === undefined ? undefined : declarationOf(name, module, modules);
  const chain = found && chainOf(found, modules);
  if (!chain) return undefined;
  const isOfSchema = chain.rest[0]?.name === "enum";
  if (!isOfSchema && libraryName(chain.callee, chain.module)?.name !== "pgEnum") return undefined;
  const [, listed] = isOfSchema ? (chain.rest[0]?.args ?? []) : chain.first.args;
  return read(listed, chain, modules);
}

/** An option of the first call: `{ mode: "date" }`. */
export function optionOf({ first }: Chain, key: string): SyntaxNode | undefined {
  const options = first.args.map(bare).find(({ type }) => type === "ObjectExpression");
  const property = options && parts(options, "properties").find((each) => nameOf(part(each, "key")) === key);
  return property && part(property, "value");
}

function read(node: SyntaxNode | undefined, { module }: Chain, modules: Modules): Choices {
  const texts = node && textsIn({ node, module }, modules);
  return texts ? { texts, areUnknown: false } : { texts: [], areUnknown: true };
}
