import { boundBy } from "../../syntax/bound-names.js";
import { nameOf, part, parts, type SyntaxNode } from "../../syntax/module-syntax.js";
import { localNameIn, type ModuleThere, type Modules } from "./modules.js";
import { calleeName, core } from "./scope.js";

/** Where an export comes from that cannot be looked into, e.g. `made by NextAuth()`. Pure but for `modules`. */
export function originOf(name: string, module: ModuleThere, modules: Modules, left = 8): string {
  const own = module.exports.all.find((each) => each.name === name);
  const source = own && nameOf(part(own.statement, "source"));
  const local = (own && localNameIn(own.statement, name)) ?? name;
  const imported = source === undefined ? module.imports.get(local) : { source, name: local };
  if (imported) {
    const target = left === 0 ? undefined : modules.imported(module, imported.source);
    return target ? originOf(imported.name, target, modules, left - 1) : `from "${imported.source}"`;
  }
  const value = valueOf(local, module);
  if (!value) return elsewhere;
  const plain = core(value);
  if (plain.type === "CallExpression") return `made by ${calleeName(plain) || "a call"}()`;
  const text = module.text.slice(plain.start, plain.end);
  const [first = ""] = text.split(".");
  const isNamed = module.imports.has(first) || (text !== name && valueOf(text, module) !== undefined);
  const further = isNamed && left > 0 ? originOf(first, module, modules, left - 1) : elsewhere;
  return further === elsewhere && /^[\w$.]{1,60}$/.test(text) ? `taken from ${text}` : further;
}

const elsewhere = "made elsewhere";

/** What a variable is taken from: of `const { GET, POST } = handlers`, all of it. */
function valueOf(name: string, { syntax }: ModuleThere): SyntaxNode | undefined {
  const declarator = syntax.program.body
    .flatMap((statement) => parts(part(statement, "declaration") ?? statement, "declarations"))
    .find((each) => boundBy(part(each, "id") ?? each).includes(name));
  return declarator && part(declarator, "init");
}
