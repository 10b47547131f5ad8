import Prompt, { type Streams } from "prompts/lib/elements/prompt.js";
import { columns } from "../render/columns.js";
import type { Colors } from "../report/colors.js";
import type { TextQuestion } from "../spec/questions.js";

/** How many completions are shown. */
const mostShown = 4;

/**
 * A line of text that is judged while it is typed, with completions for the Tab key. The library's own text question judges
 * only when it is answered, and draws over the screen at its bottom edge.
 *
 * It is drawn as one block, which begins where the question does; the rows that it takes are counted as the terminal wraps
 * them.
 */
export class TextPrompt extends Prompt {
  private value: string;
  /** Where the next character goes, as an index of the value. */
  private position: number;
  /** How many rows the cursor is below the start of the block. */
  private row = 0;
  private wasRefused = false;
  private isDone = false;
  private readonly question: TextQuestion;
  private readonly colors: Colors;

  constructor(question: TextQuestion, streams: Streams, colors: Colors) {
    super(streams);
    this.question = question;
    this.colors = colors;
    this.value = question.initial;
    this.position = question.initial.length;
    this.draw();
  }

  override _(text: string): void {
    this.edit(this.value.slice(0, this.position) + text, this.value.slice(this.position));
  }

  delete(): void {
    if (this.position === 0) this.bell();
    else this.edit(this.value.slice(0, this.before()), this.value.slice(this.position));
  }

  deleteForward(): void {
    if (this.position === this.value.length) this.bell();
    else this.edit(this.value.slice(0, this.position), this.value.slice(this.after()));
  }

  left(): void {
    this.moveTo(this.before());
  }

  right(): void {
    this.moveTo(this.after());
  }

  first(): void {
    this.moveTo(0);
  }

  last(): void {
    this.moveTo(this.value.length);
  }

  home(): void {
    this.first();
  }

  end(): void {
    this.last();
  }

  reset(): void {
    this.edit(this.question.initial, "");
  }

  /** Tab: as far as all completions agree, else the next of them. */
  next(): void {
    const all = this.question.completions(this.value);
    const [first] = all;
    if (first === undefined) {
      this.bell();
      return;
    }
    const common = all.reduce(commonStart);
    const current = all.indexOf(this.value);
    this.edit(common.length > this.value.length ? common : (all[current + 1] ?? first), "");
  }

  submit(): void {
    if (this.question.judge(this.value).isRefused) {
      this.wasRefused = true;
      this.bell();
      this.draw();
      return;
    }
    this.finish();
  }

  override abort(): void {
    this.aborted = true;
    this.finish();
  }

  exit(): void {
    this.abort();
  }

  private finish(): void {
    this.isDone = true;
    this.moveTo(this.value.length);
    this.out.write("\n");
    this.close();
  }

  private edit(before: string, after: string): void {
    this.value = before + after;
    this.wasRefused = false;
    this.moveTo(before.length);
  }

  private moveTo(position: number): void {
    this.position = position;
    this.draw();
  }

  /** The positions one character to the left and to the right; one may be two units long. */
  private before(): number {
    return this.position - (Array.from(this.value.slice(0, this.position)).at(-1)?.length ?? 0);
  }

  private after(): number {
    return this.position + (Array.from(this.value.slice(this.position)).at(0)?.length ?? 0);
  }

  private draw(): void {
    if (this.closed === true) return;
    const width = this.out.columns > 0 ? this.out.columns : Number.POSITIVE_INFINITY;
    const { cyan, bold, dim, green, red } = this.colors;
    const symbol = this.aborted === true ? red("✖") : this.isDone ? green("✔") : cyan("?");
    const head = `${symbol} ${bold(this.question.message)} ${dim("›")} `;
    const plainHead = `? ${this.question.message} › `;
    // A character more, so that the cursor has a place where the text ends at the edge.
    const filler = placeBehind(plainHead + this.value, width).column === 0 ? " " : "";
    const lines = [
      { text: `${head}${this.value}${filler}`, plain: `${plainHead}${this.value}${filler}` },
      ...this.notes(width),
    ];
    const { row, column } = placeBehind(plainHead + this.value.slice(0, this.position), width);
    const below = lines.reduce((sum, { plain }) => sum + rowsOf(plain, width), 0) - 1 - row;
    this.out.write(
      [
        up(this.row),
        "\r\u001b[J",
        lines.map(({ text }) => text).join("\n"),
        up(below),
        "\r",
        right(column),
      ].join(""),
    );
    this.row = row;
  }

  /** What stands below the line while it is typed. */
  private notes(width: number): { text: string; plain: string }[] {
    if (this.isDone) return [];
    const { isRefused, note } = this.question.judge(this.value);
    const completions = this.question.completions(this.value).filter((text) => text !== this.value);
    const shown = completions.slice(0, mostShown).join("  ");
    const offer = completions.length > mostShown ? `${shown}  …` : shown;
    const paint = isRefused && this.wasRefused ? this.colors.red : this.colors.dim;
    const line = (plain: string, color: (text: string) => string) => ({ text: color(plain), plain });
    return [
      ...(note === "" ? [] : [line(`  ${note}`, paint)]),
      ...(offer === "" ? [] : [line(cut(`  Tab: ${offer}`, width), this.colors.dim)]),
    ];
  }
}

/** Where the cursor stands behind a text, as a terminal breaks it: it does not divide a wide character. */
function placeBehind(text: string, width: number): { row: number; column: number } {
  let [row, column] = [0, 0];
  for (const char of text) {
    const own = columns(char);
    if (column + own > width) [row, column] = [row + 1, 0];
    column += own;
  }
  return column === width ? { row: row + 1, column: 0 } : { row, column };
}

/** How many rows a line takes that is not empty. */
function rowsOf(text: string, width: number): number {
  const { row, column } = placeBehind(text, width);
  return column === 0 ? row : row + 1;
}

function commonStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const chars = Array.from(text);
  while (columns(chars.join("")) >= width) chars.pop();
  return `${chars.join("")}…`;
}

function up(rows: number): string {
  return rows > 0 ? `\u001b[${String(rows)}A` : "";
}

function right(count: number): string {
  return count > 0 ? `\u001b[${String(count)}C` : "";
}
