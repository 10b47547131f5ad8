import type { Node, Parser } from "./parser.js";

/**
 * An expression in front of a `=`, or of a loop's `of`, as what gets a value: literals are patterns there.
 *
 * Source: ECMA-262, 13.15.5 (destructuring assignment).
 */
export function toTarget(p: Parser, node: Node): Node {
  switch (node.type) {
    case "Identifier":
    case "MemberExpression":
    case "ObjectPattern":
    case "ArrayPattern":
    case "AssignmentPattern":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
      return node;
    case "ObjectExpression": {
      const properties = (node["properties"] as Node[]).map((property) =>
        property.type === "SpreadElement"
          ? rest(p, property)
          : { ...property, value: toTarget(p, property["value"] as Node) },
      );
      return { type: "ObjectPattern", start: node.start, end: node.end, properties };
    }
    case "ArrayExpression": {
      const elements = (node["elements"] as (Node | null)[]).map((element) => {
        if (!element) return null;
        return element.type === "SpreadElement" ? rest(p, element) : toTarget(p, element);
      });
      return { type: "ArrayPattern", start: node.start, end: node.end, elements };
    }
    case "AssignmentExpression":
      if (node["operator"] === "=") {
        const { start, end } = node;
        return { type: "AssignmentPattern", start, end, left: node["left"], right: node["right"] };
      }
  }
  return p.fail("Assigning to rvalue", node.start);
}

function rest(p: Parser, { start, end, ...spread }: Node): Node {
  return { type: "RestElement", start, end, argument: toTarget(p, spread["argument"] as Node) };
}
