import { decorators } from "./decorators.js";
import { assignment } from "./expressions.js";
import { methodValue } from "./functions.js";
import { propertyKey } from "./names.js";
import { endsKey } from "./objects.js";
import type { Node, Parser } from "./parser.js";
import { statementList } from "./statements.js";
import { indexSignature, isIndexSignature } from "./type-members.js";
import { typeAnnotation } from "./types.js";

const javaScriptWords: ReadonlySet<string> = new Set(["static", "async", "accessor", "get", "set"]);
const modifierWords: ReadonlySet<string> = new Set([
  ...["public", "private", "protected", "abstract", "override", "readonly", "declare"],
  ...javaScriptWords,
]);

/** A method, a property, a block or an index signature, with all that stands before its name. */
export function classMember(p: Parser): Node {
  const { start } = p;
  const decorated = p.is("@") ? decorators(p) : [];
  if (p.isWord("static") && p.isNext("{")) return staticBlock(p);
  const words = new Set<string>();
  while (p.is("name") && modifierWords.has(p.word) && isModifier(p)) {
    if (!javaScriptWords.has(p.word)) p.refuseWithoutTypes();
    words.add(p.word);
    p.advance();
  }
  const isGenerator = p.eat("*");
  if (p.is("[") && isIndexSignature(p))
    return { ...indexSignature(p, start), ...modifiers(words), end: p.lastEnd };
  const { key, computed } = propertyKey(p, assignment);
  const optional = p.language.hasTypes && p.eat("?");
  const common = {
    start,
    ...(decorated.length > 0 ? { decorators: decorated } : {}),
    ...modifiers(words),
    ...(optional ? { optional } : {}),
    computed,
    key,
  };
  const isMethod = p.is("(") || p.is("<") || isGenerator;
  return isMethod ? method(p, common, words, isGenerator) : property(p, common, words);
}

/** Whether the word is a modifier of what follows, and not the name itself. */
function isModifier(p: Parser): boolean {
  const mayEndLine = ["static", "get", "set"].includes(p.word);
  return p.ahead(() => {
    const { word } = p;
    p.advance();
    if (p.hasLineBefore && (!mayEndLine || (p.is("*") && /^[gs]et$/.test(word)))) return false;
    return !endsKey(p);
  });
}

function modifiers(words: ReadonlySet<string>) {
  const accessibility = ["public", "private", "protected"].find((word) => words.has(word));
  return {
    ...(accessibility === undefined ? {} : { accessibility }),
    static: words.has("static"),
    ...Object.fromEntries(
      ["override", "readonly", "declare"].filter((word) => words.has(word)).map((word) => [word, true]),
    ),
  };
}

function staticBlock(p: Parser): Node {
  const { start } = p;
  p.advance();
  p.expect("{");
  const inside = { mayReturn: false, mayAwait: false, mayYield: false };
  const body = p.within(inside, () => statementList(p, "}"));
  p.expect("}");
  return { type: "StaticBlock", start, end: p.lastEnd, body };
}

type Common = Pick<Node, "start"> & { readonly key: Node; readonly [part: string]: unknown };

function method(p: Parser, common: Common, words: ReadonlySet<string>, isGenerator: boolean): Node {
  const value = methodValue(p, words.has("async"), isGenerator);
  const { key } = common;
  const isConstructor =
    !words.has("static") && (key["name"] === "constructor" || key["value"] === "constructor");
  const accessor = words.has("get") ? "get" : words.has("set") ? "set" : "method";
  const kind = isConstructor ? "constructor" : accessor;
  const type = words.has("abstract") ? "TSAbstractMethodDefinition" : "MethodDefinition";
  return { type, ...common, end: p.lastEnd, kind, value };
}

function property(p: Parser, common: Common, words: ReadonlySet<string>): Node {
  const definite = p.is("!") && !p.hasLineBefore && p.eat("!");
  const typed = p.is(":") ? { typeAnnotation: typeAnnotation(p) } : {};
  const inside = { mayReturn: false, mayAwait: false, mayYield: false };
  const value = p.eat("=") ? p.within(inside, () => assignment(p)) : null;
  p.semicolon();
  const kind = words.has("accessor") ? "AccessorProperty" : "PropertyDefinition";
  const type = words.has("abstract") ? `TSAbstract${kind}` : kind;
  return { type, ...common, end: p.lastEnd, ...(definite ? { definite } : {}), ...typed, value };
}
