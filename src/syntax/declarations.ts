import { classHere } from "./classes.js";
import { enumHere } from "./enums.js";
import { functionHere } from "./functions.js";
import { importHere } from "./module-imports.js";
import { identifier, text } from "./names.js";
import type { Node, Parser } from "./parser.js";
import { statementList } from "./statements.js";
import { type } from "./types.js";
import { typeMembers } from "./type-members.js";
import { heritage, typeParameters } from "./type-parameters.js";
import { entityName } from "./type-operands.js";
import { variablesHere } from "./variables.js";

/** What TypeScript declares with a word that can be a name, too; undefined if it is one here. */
export function declarationHere(p: Parser): Node | undefined {
  if (!p.language.hasTypes) return undefined;
  switch (p.word) {
    case "type":
      return p.isNextOnLine(() => p.is("name")) ? aliasHere(p) : undefined;
    case "interface":
      return p.isNextOnLine(() => p.is("name")) ? interfaceHere(p) : undefined;
    case "namespace":
    case "module":
      return p.isNextOnLine(() => p.is("name") || p.is("string")) ? moduleHere(p) : undefined;
    case "abstract":
      return p.isNextOnLine(() => p.is("class")) ? abstractHere(p) : undefined;
    case "global":
      return p.isNext("{") ? globalHere(p) : undefined;
    case "declare":
      return p.isNextOnLine(() => isDeclared(p)) ? ambientHere(p) : undefined;
    default:
      return undefined;
  }
}

function aliasHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const id = identifier(p);
  const generics = p.is("<") ? typeParameters(p) : undefined;
  p.expect("=");
  const typeAnnotation = type(p);
  p.semicolon();
  return {
    type: "TSTypeAliasDeclaration",
    start,
    end: p.lastEnd,
    declare: false,
    id,
    ...(generics ? { typeParameters: generics } : {}),
    typeAnnotation,
  };
}

export function interfaceHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  const id = identifier(p);
  const generics = p.is("<") ? typeParameters(p) : undefined;
  const above = p.eat("extends") ? heritage(p, "TSInterfaceHeritage") : [];
  const { start: bodyStart } = p;
  const members = typeMembers(p);
  const body = { type: "TSInterfaceBody", start: bodyStart, end: p.lastEnd, body: members };
  return {
    type: "TSInterfaceDeclaration",
    start,
    end: p.lastEnd,
    declare: false,
    id,
    ...(generics ? { typeParameters: generics } : {}),
    extends: above,
    body,
  };
}

function moduleHere(p: Parser): Node {
  const { start, word: kind } = p;
  p.advance();
  const id = p.is("string") ? text(p) : entityName(p);
  const body = p.is("{") ? moduleBlock(p) : undefined;
  if (!body) p.semicolon();
  const type = "TSModuleDeclaration";
  return { type, start, end: p.lastEnd, kind, declare: false, global: false, id, ...(body ? { body } : {}) };
}

function globalHere(p: Parser): Node {
  const { start } = p;
  const id = identifier(p);
  const body = moduleBlock(p);
  const type = "TSModuleDeclaration";
  return { type, start, end: p.lastEnd, kind: "global", declare: false, global: true, id, body };
}

function moduleBlock(p: Parser): Node {
  const { start } = p;
  p.expect("{");
  const body = statementList(p, "}");
  p.expect("}");
  return { type: "TSModuleBlock", start, end: p.lastEnd, body };
}

function abstractHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  return classHere(p, { abstract: true, declares: "name", start });
}

const declaredWords: ReadonlySet<string> = new Set([
  ...["type", "interface", "namespace", "module", "abstract", "global", "let", "async", "using"],
]);

function isDeclared(p: Parser): boolean {
  if (p.is("name")) return declaredWords.has(p.word);
  return ["const", "var", "function", "class", "enum", "import"].includes(p.kind);
}

/** `declare` and what it says to be there. */
function ambientHere(p: Parser): Node {
  const { start } = p;
  p.advance();
  return { ...declaredHere(p), start, declare: true };
}

function declaredHere(p: Parser): Node {
  const { start } = p;
  switch (p.kind) {
    case "const":
      if (!p.isNext("enum")) return variablesHere(p);
      p.advance();
      return enumHere(p, { start, isConst: true });
    case "var":
      return variablesHere(p);
    case "function":
      return functionHere(p, { declares: "name" });
    case "class":
      return classHere(p, { declares: "name" });
    case "enum":
      return enumHere(p, { start });
    case "import":
      return importHere(p);
    default:
      if (p.isWord("let") || p.isWord("using")) return variablesHere(p);
      if (!p.isWord("async")) return declarationHere(p) ?? p.unexpected();
      p.advance();
      return functionHere(p, { isAsync: true, declares: "name", start });
  }
}
