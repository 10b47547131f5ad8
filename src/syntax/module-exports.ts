import { classHere } from "./classes.js";
import { declarationHere, interfaceHere } from "./declarations.js";
import { decorators } from "./decorators.js";
import { assignment, expression } from "./expressions.js";
import { functionHere } from "./functions.js";
import { attributesHere, importHere, namePair } from "./module-imports.js";
import { identifier, moduleName, text } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { statement } from "./statements.js";

/** An export in each of its forms, from its `export` on; the decorators of a class may stand before that. */
export function exportHere(p: Parser, decorated?: Node[]): Node {
  const { start } = p;
  if (!p.language.isModule) p.fail("'import' and 'export' may appear only with 'sourceType: module'");
  p.advance();
  if (p.eat("default")) return standard(p, start, decorated);
  if (p.eat("=")) {
    const value = expression(p);
    p.semicolon();
    return { type: "TSExportAssignment", start, end: p.lastEnd, expression: value };
  }
  if (p.is("import")) return named(p, start, importHere(p, true), "value");
  if (p.isWord("as") && p.isNextOnLine(() => p.isWord("namespace"))) {
    p.advance();
    p.advance();
    const id = identifier(p);
    p.semicolon();
    return { type: "TSNamespaceExportDeclaration", start, end: p.lastEnd, id };
  }
  const isType = p.isWord("type") && (p.isNext("{") || p.isNext("*"));
  if (isType) p.advance();
  const exportKind = isType ? "type" : "value";
  if (p.eat("*")) return all(p, start, exportKind);
  if (p.is("{")) return listed(p, start, exportKind);
  return exportedDeclaration(p, start, decorated);
}

function standard(p: Parser, start: number, decoratedBefore: Node[] | undefined): Node {
  const declaration = standardValue(p, decoratedBefore);
  return { type: "ExportDefaultDeclaration", start, end: p.lastEnd, declaration };
}

function standardValue(p: Parser, decoratedBefore: Node[] | undefined): Node {
  const { start } = p;
  if (p.is("function")) return functionHere(p, { declares: "default" });
  if (p.isWord("async") && p.isNextOnLine(() => p.is("function"))) {
    p.advance();
    return functionHere(p, { isAsync: true, declares: "default", start });
  }
  const decorated = p.is("@") ? decorators(p) : decoratedBefore;
  const abstract = p.isWord("abstract") && p.isNext("class") && p.eatWord("abstract");
  if (p.is("class"))
    return classHere(p, { ...(decorated ? { decorated } : {}), abstract, declares: "default", start });
  if (p.isWord("interface") && p.isNextOnLine(() => p.is("name"))) return interfaceHere(p);
  const value = assignment(p);
  p.semicolon();
  return value;
}

function all(p: Parser, start: number, exportKind: string): Node {
  const exported = p.eatWord("as") ? moduleName(p) : null;
  p.expectWord("from");
  const source = text(p);
  const attributes = attributesHere(p);
  p.semicolon();
  return { type: "ExportAllDeclaration", start, end: p.lastEnd, exportKind, exported, source, attributes };
}

function listed(p: Parser, start: number, exportKind: string): Node {
  p.advance();
  const specifiers = p.list("}", () => {
    const { start: from } = p;
    const { isType, first: local, second } = namePair(p);
    const exported = second ?? local;
    return {
      type: "ExportSpecifier",
      start: from,
      end: p.lastEnd,
      local,
      exported,
      exportKind: isType ? "type" : "value",
    };
  });
  const source = p.eatWord("from") ? text(p) : null;
  const attributes = source ? attributesHere(p) : [];
  p.semicolon();
  const declaration = null;
  const type = "ExportNamedDeclaration";
  return { type, start, end: p.lastEnd, exportKind, declaration, specifiers, source, attributes };
}

const typesOnly: ReadonlySet<string> = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

function exportedDeclaration(p: Parser, start: number, decorated: Node[] | undefined): Node {
  const declaration = declarationOf(p, decorated);
  const isType = typesOnly.has(declaration.type) || declaration["declare"] === true;
  return named(p, start, declaration, isType ? "type" : "value");
}

function named(p: Parser, start: number, declaration: Node, exportKind: string): Node {
  const type = "ExportNamedDeclaration";
  const rest = { specifiers: [], source: null, attributes: [] };
  return { type, start, end: p.lastEnd, exportKind, declaration, ...rest };
}

function declarationOf(p: Parser, decorated: Node[] | undefined): Node {
  const { start } = p;
  switch (p.kind) {
    case "const":
    case "var":
    case "function":
    case "enum":
      return statement(p);
    case "class":
      return classHere(p, { ...(decorated ? { decorated } : {}), declares: "name" });
    case "@":
      return classHere(p, {
        decorated: decorators(p),
        abstract: p.eatWord("abstract"),
        declares: "name",
        start,
      });
    case "name": {
      if (decorated && p.eatWord("abstract"))
        return classHere(p, { decorated, abstract: true, declares: "name", start });
      if (p.word === "let" || p.word === "async" || p.word === "using") return statement(p);
      return declarationHere(p) ?? p.unexpected();
    }
    default:
      return p.unexpected();
  }
}
