import { nameOf, part, parts, walk, word, type ModuleSyntax } from "../syntax/module-syntax.js";

/** Which of the two classes of responses a module makes: `NextResponse` by the name that it has there, or `Response`. */
export function responseClassOf({ program }: ModuleSyntax): string {
  const counts = new Map<string, number>();
  const local = importedAs(program, "NextResponse");
  walk(program, (node) => {
    const made = node.type === "NewExpression" ? part(node, "callee") : undefined;
    const called = node.type === "CallExpression" ? part(node, "callee") : undefined;
    const name = nameOf(made ?? (called?.type === "MemberExpression" ? part(called, "object") : undefined));
    if (name === "Response" || (local !== undefined && name === local))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  return local !== undefined && (counts.get(local) ?? 0) > (counts.get("Response") ?? 0) ? local : "Response";
}

/** What a name of `next/server` is called in a module that imports it as a value. */
export function importedAs(program: ModuleSyntax["program"], name: string): string | undefined {
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration" || word(statement, "importKind") === "type") continue;
    for (const specifier of parts(statement, "specifiers")) {
      if (word(specifier, "importKind") !== "type" && nameOf(part(specifier, "imported")) === name)
        return nameOf(part(specifier, "local"));
    }
  }
  return undefined;
}
