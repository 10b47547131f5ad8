import type { SyntaxNode } from "./module-syntax.js";
import { Scanner } from "./scanner.js";
import type { TokenKind } from "./token-kinds.js";

/** A node while it is made: ESTree's parts, and those of typescript-estree for types. */
export type Node = SyntaxNode & Readonly<Record<string, unknown>>;

/** What a text is read as. */
export interface Language {
  /** Whether `<` starts a tag where an expression is expected. */
  readonly jsx: boolean;
  /** Whether what TypeScript adds is there, too. */
  readonly hasTypes: boolean;
  /** A module may import, export and await; the body of a script may not. */
  readonly isModule: boolean;
}

/** What the function around a place lets it say. */
export interface Surroundings {
  readonly mayReturn: boolean;
  readonly mayAwait: boolean;
  readonly mayYield: boolean;
}

/** The state of a parse. What each part of the language looks like is said by the files beside this one. */
export class Parser extends Scanner {
  inside: Surroundings;
  /** In what a conditional type extends, `infer T extends U ?` is not yet the condition. */
  isConditionClosed = false;

  readonly language: Language;

  constructor(text: string, language: Language) {
    super(text);
    this.language = language;
    this.inside = { mayReturn: false, mayAwait: language.isModule, mayYield: false };
  }

  /** Asked so, as a comparison of `kind` itself holds on for TypeScript behind an `advance`. */
  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  /** In front of what JavaScript does not have. */
  refuseWithoutTypes(): void {
    if (!this.language.hasTypes) this.unexpected();
  }

  /** Takes a token if it is there. */
  eat(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  expect(kind: TokenKind): void {
    if (this.kind !== kind) this.unexpected();
    this.advance();
  }

  /** Whether the token is a word that is special only in its place, e.g. `as`. */
  isWord(word: string): boolean {
    return this.kind === "name" && this.word === word;
  }

  eatWord(word: string): boolean {
    if (!this.isWord(word)) return false;
    this.advance();
    return true;
  }

  expectWord(word: string): void {
    if (!this.eatWord(word)) this.unexpected();
  }

  /** Whether a statement can end here without a semicolon. Source: ECMA-262, 12.10. */
  get isEndOfStatement(): boolean {
    return this.kind === ";" || this.kind === "}" || this.kind === "end" || this.hasLineBefore;
  }

  semicolon(): void {
    if (this.kind === ";") this.advance();
    else if (!this.isEndOfStatement) this.unexpected();
  }

  /** Whether the next token, which does not start a line, is one of these. */
  isNextOnLine(isIt: () => boolean): boolean {
    return this.ahead(() => {
      this.advance();
      return !this.hasLineBefore && isIt();
    });
  }

  isNext(kind: TokenKind): boolean {
    return this.ahead(() => {
      this.advance();
      return this.kind === kind;
    });
  }

  /** Reads a part of which another function, or none, is around. */
  within<T>(inside: Surroundings, read: () => T): T {
    const outside = this.inside;
    this.inside = inside;
    try {
      return read();
    } finally {
      this.inside = outside;
    }
  }

  /**
   * Reads a list to its closing bracket and takes that. A comma may stand behind the last one.
   *
   * @param read one of them; it has to take at least a token.
   */
  list(close: TokenKind, read: () => Node): Node[] {
    const found: Node[] = [];
    while (this.kind !== close) {
      found.push(read());
      if (this.kind !== close) this.expect(",");
    }
    this.advance();
    return found;
  }

  /** Reads the list of an array or its pattern, with its brackets; null where one is left out. */
  elements(read: () => Node): (Node | null)[] {
    this.expect("[");
    const found: (Node | null)[] = [];
    while (this.kind !== "]") {
      if (this.eat(",")) {
        found.push(null);
        continue;
      }
      found.push(read());
      if (!this.eat(",")) break;
    }
    this.expect("]");
    return found;
  }
}
