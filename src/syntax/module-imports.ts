import { identifier, moduleName, text } from "./names.js";
import { objectHere } from "./objects.js";
import type { Node, Parser } from "./parser.js";
import { entityName } from "./type-operands.js";

/** An import in each of its forms, from its `import` on. */
export function importHere(p: Parser, isExport = false, start = p.start): Node {
  if (!p.language.isModule) p.fail("'import' and 'export' may appear only with 'sourceType: module'");
  p.advance();
  if (p.is("string")) return sourceHere(p, start, [], "value");
  const importKind = isTypeImport(p) ? "type" : "value";
  if (importKind === "type") p.advance();
  const phase = importKind === "value" && isPhase(p) ? p.word : undefined;
  if (phase !== undefined) p.advance();
  if (p.is("name")) {
    const { start: from } = p;
    const local = identifier(p);
    if (p.is("=")) return equalsHere(p, { start, id: local, importKind, isExport });
    const standard = { type: "ImportDefaultSpecifier", start: from, end: p.lastEnd, local };
    const others = p.eat(",") ? specifiers(p) : [];
    return fromSource(p, start, [standard, ...others], importKind, phase);
  }
  return fromSource(p, start, specifiers(p), importKind, phase);
}

/** Whether `type` says that only types are imported, and is not what is imported. */
function isTypeImport(p: Parser): boolean {
  return (
    p.isWord("type") &&
    p.ahead(() => {
      p.advance();
      if (p.is("{") || p.is("*")) return true;
      // `import type from "x"`, but `import type from from "x"`.
      return p.is("name") && (p.word !== "from" || p.isNext("=") || isWordNext(p, "from"));
    })
  );
}

/** `import defer * as x`. Source: ECMAScript's deferred import evaluation. */
function isPhase(p: Parser): boolean {
  return p.isWord("defer") && p.isNext("*");
}

function isWordNext(p: Parser, word: string): boolean {
  return p.ahead(() => {
    p.advance();
    return p.isWord(word);
  });
}

function specifiers(p: Parser): Node[] {
  const { start } = p;
  if (p.eat("*")) {
    p.expectWord("as");
    const local = identifier(p);
    return [{ type: "ImportNamespaceSpecifier", start, end: p.lastEnd, local }];
  }
  p.expect("{");
  return p.list("}", () => {
    const { start: from } = p;
    const { isType, first: imported, second } = namePair(p);
    const local = second ?? imported;
    if (local.type !== "Identifier") p.unexpected();
    const importKind = isType ? "type" : "value";
    return { type: "ImportSpecifier", start: from, end: p.lastEnd, imported, local, importKind };
  });
}

/** `a`, `a as b`, `type a`, `type a as b`; `type`, `type as b` and `type as` name something that is called so. */
export function namePair(p: Parser): { isType: boolean; first: Node; second: Node | undefined } {
  const mayBeType = p.isWord("type");
  const first = moduleName(p);
  const isOver = () => p.is(",") || p.is("}");
  if (mayBeType && !isOver() && !p.isWord("as")) return { isType: true, ...asName(p, moduleName(p)) };
  if (!mayBeType || !p.isWord("as")) return { isType: false, ...asName(p, first) };
  // Behind `type as` there are four ways to go on.
  const as = moduleName(p);
  if (isOver()) return { isType: true, first: as, second: undefined };
  if (!p.isWord("as")) return { isType: false, first, second: moduleName(p) };
  const again = moduleName(p);
  if (isOver()) return { isType: false, first, second: again };
  return { isType: true, first: as, second: moduleName(p) };
}

function asName(p: Parser, first: Node): { first: Node; second: Node | undefined } {
  return { first, second: p.eatWord("as") ? moduleName(p) : undefined };
}

function fromSource(p: Parser, start: number, found: Node[], importKind: string, phase?: string): Node {
  p.expectWord("from");
  return sourceHere(p, start, found, importKind, phase);
}

function sourceHere(p: Parser, start: number, found: Node[], importKind: string, phase?: string): Node {
  const source = text(p);
  const attributes = attributesHere(p);
  p.semicolon();
  return {
    type: "ImportDeclaration",
    start,
    end: p.lastEnd,
    importKind,
    ...(phase === undefined ? {} : { phase }),
    specifiers: found,
    source,
    attributes,
  };
}

/** `with { type: "json" }`; `assert` is its older name. */
export function attributesHere(p: Parser): Node[] {
  if (!p.is("with") && !(p.isWord("assert") && !p.hasLineBefore)) return [];
  p.advance();
  if (!p.is("{")) p.unexpected();
  const found = objectHere(p)["properties"] as Node[];
  return found.map(({ start, end, key, value }) => ({ type: "ImportAttribute", start, end, key, value }));
}

/** `import x = require("x")`, `import x = A.B`. */
function equalsHere(
  p: Parser,
  { start, id, importKind, isExport }: { start: number; id: Node; importKind: string; isExport: boolean },
): Node {
  p.expect("=");
  const moduleReference = p.isWord("require") && p.isNext("(") ? required(p) : entityName(p);
  p.semicolon();
  const type = "TSImportEqualsDeclaration";
  return { type, start, end: p.lastEnd, isExport, importKind, id, moduleReference };
}

function required(p: Parser): Node {
  const { start } = p;
  p.advance();
  p.expect("(");
  const expression = text(p);
  p.expect(")");
  return { type: "TSExternalModuleReference", start, end: p.lastEnd, expression };
}
