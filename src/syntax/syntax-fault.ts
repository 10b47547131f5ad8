/** A text that does not parse, and where. */
export class SyntaxFault extends SyntaxError {
  override readonly name = "SyntaxError";
  /** Line from 1, column from 0. */
  readonly loc: { readonly line: number; readonly column: number };
  /** An offset into the text. */
  readonly pos: number;

  /**
   * @param what what is wrong there; the place is put behind it: `(line:column)`.
   * @param pos an offset into the text.
   */
  constructor(what: string, text: string, pos: number) {
    const before = text.slice(0, pos).split(/\r\n|[\n\r\u2028\u2029]/);
    const loc = { line: before.length, column: before.at(-1)?.length ?? 0 };
    super(`${what} (${String(loc.line)}:${String(loc.column)})`);
    this.loc = loc;
    this.pos = pos;
  }
}
