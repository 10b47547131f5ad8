import type { Comment } from "./module-syntax.js";
import { isAsciiWordPart, isDigit, isLineBreak, isWideSpace, wordPattern } from "./characters.js";
import { unescaped } from "./escapes.js";
import { SyntaxFault } from "./syntax-fault.js";
import { longestReserved, reserved, type TokenKind } from "./token-kinds.js";

/** Where a scanner is: what has to be put back when what was tried is not what stands there. */
export interface Mark {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly lastEnd: number;
  readonly word: string;
  readonly value: string;
  readonly hasLineBefore: boolean;
  readonly comments: number;
}

/** Thrown instead of a fault while something is only tried: nobody reads it, so it is made once, without a stack. */
const notThis = new Error("An attempt failed.");

const number =
  /0[xX][\da-fA-F](?:_?[\da-fA-F])*n?|0[oO][0-7](?:_?[0-7])*n?|0[bB][01](?:_?[01])*n?|(?:0|[1-9](?:_?\d)*)n|0\d+|(?:(?:0|[1-9](?:_?\d)*)(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d(?:_?\d)*)?/y;

const operator = /\*\*=?|<<=?|&&=?|\|\|=?|\?\?=?|!==?|\+\+|--|[+\-*/%&|^]=|<=|[+\-*/%&|^<!~?@]/y;

/** Reads a text token by token, in UTF-16 units. What a `/`, a `>` or a `` ` `` is only the parser knows: it asks again. */
export class Scanner {
  readonly text: string;
  kind: TokenKind = "end";
  start = 0;
  end = 0;
  /** Where the token before this one ends. */
  lastEnd = 0;
  /** The text of a name or reserved word, without escapes; empty for all others. */
  word = "";
  /** What a string stands for. */
  value = "";
  /** Whether a line ends between the token before and this one. */
  hasLineBefore = false;
  readonly comments: Comment[] = [];
  private attempts = 0;
  /** Where an attempt of a kind failed: what is read again there, because one around it failed too, need not try again. */
  private readonly failed = new Map<string, Set<number>>();

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next token. */
  advance(): void {
    this.lastEnd = this.end;
    this.hasLineBefore = false;
    this.start = this.afterSpace(this.end);
    this.scan();
  }

  /** Takes the token that starts at a place. */
  scanAt(start: number): void {
    this.start = start;
    this.scan();
  }

  mark(): Mark {
    const { kind, start, end, lastEnd, word, value, hasLineBefore, comments } = this;
    return { kind, start, end, lastEnd, word, value, hasLineBefore, comments: comments.length };
  }

  reset(mark: Mark): void {
    this.kind = mark.kind;
    this.start = mark.start;
    this.end = mark.end;
    this.lastEnd = mark.lastEnd;
    this.word = mark.word;
    this.value = mark.value;
    this.hasLineBefore = mark.hasLineBefore;
    this.comments.length = mark.comments;
  }

  /**
   * Reads something, if it stands there; otherwise all is as it was before.
   *
   * @param kind what is tried. At each place once: attempts within attempts would double the time with each level.
   */
  attempt<T>(kind: string, read: () => T): T | undefined {
    const failed = this.failed.get(kind) ?? new Set();
    this.failed.set(kind, failed);
    if (failed.has(this.start)) return undefined;
    const before = this.mark();
    this.attempts += 1;
    try {
      return read();
    } catch (error) {
      if (error !== notThis) throw error;
      this.reset(before);
      failed.add(before.start);
      return undefined;
    } finally {
      this.attempts -= 1;
    }
  }

  /** Whether something is seen from here on; all is as it was afterwards. */
  ahead(see: () => boolean): boolean {
    const before = this.mark();
    this.attempts += 1;
    try {
      return see();
    } catch (error) {
      if (error !== notThis) throw error;
      return false;
    } finally {
      this.attempts -= 1;
      this.reset(before);
    }
  }

  /** @throws SyntaxFault; within an attempt, what ends that. */
  fail(what: string, at = this.start): never {
    if (this.attempts > 0) throw notThis;
    throw new SyntaxFault(what, this.text, at);
  }

  unexpected(): never {
    this.fail("Unexpected token");
  }

  /** A `>` as the longest operator that starts with it; types take one by one. */
  joinGreater(): void {
    const [joined = ">"] = /^>{1,3}=?/.exec(this.text.slice(this.start, this.start + 4)) ?? [];
    this.kind = joined as TokenKind;
    this.end = this.start + joined.length;
  }

  /** The first `<` of a `<<`, where types are listed. */
  splitLess(): void {
    this.kind = "<";
    this.end = this.start + 1;
  }

  /** A `/` or `/=` as the start of a regular expression; the token is a string with its source, `end` is behind the flags. */
  joinRegex(): { pattern: string; flags: string } {
    const { text, start } = this;
    let at = start + 1;
    for (let inClass = false; ; at += 1) {
      const code = text.charCodeAt(at);
      if (at >= text.length || isLineBreak(code)) this.fail("Unterminated regular expression");
      if (code === 92) at += 1;
      else if (code === 91) inClass = true;
      else if (code === 93) inClass = false;
      else if (code === 47 && !inClass) break;
    }
    const pattern = text.slice(start + 1, at);
    this.end = at + 1;
    while (isAsciiWordPart(text.charCodeAt(this.end))) this.end += 1;
    return { pattern, flags: text.slice(at + 1, this.end) };
  }

  /** Where the next token starts. Notes comments and the ends of lines on the way. */
  private afterSpace(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 9 || code === 11 || code === 12) at += 1;
      else if (code === 10 || code === 13) {
        this.hasLineBefore = true;
        at += 1;
      } else if (code === 47) {
        const second = text.charCodeAt(at + 1);
        if (second === 47) at = this.lineComment(at);
        else if (second === 42) at = this.blockComment(at);
        else return at;
      } else if (code < 128) {
        if (code === 35 && at === 0 && text.charCodeAt(1) === 33) at = this.lineComment(at);
        else return at;
      } else if (isLineBreak(code)) {
        this.hasLineBefore = true;
        at += 1;
      } else if (isWideSpace(code)) at += 1;
      // Neither a space nor a character: the end.
      else return at;
    }
  }

  private lineComment(start: number): number {
    const { text } = this;
    let end = start + 2;
    while (end < text.length && !isLineBreak(text.charCodeAt(end))) end += 1;
    this.comments.push({ type: "Line", value: text.slice(start + 2, end), start, end });
    return end;
  }

  private blockComment(start: number): number {
    const close = this.text.indexOf("*/", start + 2);
    if (close < 0) this.fail("Unterminated comment", start);
    const value = this.text.slice(start + 2, close);
    if (!this.hasLineBefore) this.hasLineBefore = /[\n\r\u2028\u2029]/.test(value);
    this.comments.push({ type: "Block", value, start, end: close + 2 });
    return close + 2;
  }

  private scan(): void {
    const { text, start } = this;
    this.word = "";
    const code = text.charCodeAt(start);
    if (isDigit(code)) this.scanNumber();
    else if (isAsciiWordPart(code)) this.scanWord();
    else if (start >= text.length) this.take("end", 0);
    else this.scanOther(code);
  }

  private take(kind: TokenKind, length: number): void {
    this.kind = kind;
    this.end = this.start + length;
  }

  private scanWord(): void {
    const { text, start } = this;
    let at = start + 1;
    while (isAsciiWordPart(text.charCodeAt(at))) at += 1;
    const code = text.charCodeAt(at);
    if (code === 92 || code > 127) {
      this.scanWideWord(start);
      return;
    }
    this.word = text.slice(start, at);
    this.end = at;
    const mayBeReserved = at - start <= longestReserved;
    this.kind = (mayBeReserved ? reserved.get(this.word) : undefined) ?? "name";
  }

  /** An escaped word is a name, whatever it says. */
  private scanWideWord(start: number): void {
    wordPattern.lastIndex = start;
    const [raw] = wordPattern.exec(this.text) ?? [];
    const word = raw === undefined ? undefined : unescaped(raw);
    if (raw === undefined || word === undefined) this.fail("Unexpected character", start);
    this.kind = "name";
    this.word = word;
    this.end = start + raw.length;
  }

  private scanNumber(): void {
    number.lastIndex = this.start;
    const [raw = ""] = number.exec(this.text) ?? [];
    this.take("number", raw.length);
    const next = this.text.charCodeAt(this.end);
    if (raw === "" || isAsciiWordPart(next)) this.fail("Invalid number");
  }

  private scanString(quote: number): void {
    const { text, start } = this;
    let isEscaped = false;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === 92) {
        isEscaped = true;
        if (text.charCodeAt(at + 1) === 13 && text.charCodeAt(at + 2) === 10) at += 1;
        at += 2;
      } else if (code === 10 || code === 13 || at >= text.length) this.fail("Unterminated string constant");
      else at += 1;
    }
    const raw = text.slice(start + 1, at);
    const value = isEscaped ? unescaped(raw) : raw;
    if (value === undefined) this.fail("Bad escape in a string");
    this.kind = "string";
    this.value = value;
    this.end = at + 1;
  }

  /** A token that is no word and no number. */
  private scanOther(code: number): void {
    const { text, start } = this;
    const second = text.charCodeAt(start + 1);
    switch (code) {
      case 34:
      case 39:
        this.scanString(code);
        return;
      case 40:
        this.take("(", 1);
        return;
      case 41:
        this.take(")", 1);
        return;
      case 44:
        this.take(",", 1);
        return;
      case 46:
        if (isDigit(second)) this.scanNumber();
        else if (second === 46 && text.charCodeAt(start + 2) === 46) this.take("...", 3);
        else this.take(".", 1);
        return;
      case 58:
        this.take(":", 1);
        return;
      case 59:
        this.take(";", 1);
        return;
      case 61:
        if (second === 62) this.take("=>", 2);
        else if (second !== 61) this.take("=", 1);
        else if (text.charCodeAt(start + 2) === 61) this.take("===", 3);
        else this.take("==", 2);
        return;
      case 62:
        this.take(">", 1);
        return;
      case 91:
        this.take("[", 1);
        return;
      case 93:
        this.take("]", 1);
        return;
      case 96:
        this.take("`", 1);
        return;
      case 123:
        this.take("{", 1);
        return;
      case 125:
        this.take("}", 1);
        return;
      case 35:
        this.scanAfterHash();
        return;
      case 63:
        // `a?.5:b` is a conditional.
        if (second === 46 && !isDigit(text.charCodeAt(start + 2))) this.take("?.", 2);
        else this.scanOperator();
        return;
      default:
        if (code === 92 || code > 127) this.scanWideWord(start);
        else this.scanOperator();
    }
  }

  private scanAfterHash(): void {
    const { start } = this;
    this.start += 1;
    const code = this.text.charCodeAt(this.start);
    if (isDigit(code)) this.fail("Unexpected character", start);
    else if (isAsciiWordPart(code)) this.scanWord();
    else this.scanWideWord(this.start);
    this.start = start;
    this.kind = "private name";
    this.value = this.word;
    this.word = "";
  }

  private scanOperator(): void {
    operator.lastIndex = this.start;
    const [found] = operator.exec(this.text) ?? [];
    if (found === undefined) this.fail("Unexpected character");
    this.take(found as TokenKind, found.length);
  }
}
