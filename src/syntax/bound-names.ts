import { nameOf, part, parts, type SyntaxNode } from "./module-syntax.js";

/** The names that a pattern binds: `{ GET, post: POST, ...rest }`. */
export function boundBy(pattern: SyntaxNode): string[] {
  return boundIn(pattern).map((name) => nameOf(name) ?? "");
}

/** The names that a pattern binds, where they stand in it. */
export function boundIn(pattern: SyntaxNode): SyntaxNode[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern];
    case "ObjectPattern":
      return parts(pattern, "properties").flatMap((property) => boundIn(part(property, "value") ?? property));
    case "ArrayPattern":
      return parts(pattern, "elements").flatMap(boundIn);
    default: {
      // `a = 1`, `...rest`, and TypeScript's `private a` in a constructor.
      const inner = part(pattern, "left") ?? part(pattern, "argument") ?? part(pattern, "parameter");
      return inner ? boundIn(inner) : [];
    }
  }
}
