import { PassThrough, Writable } from "node:stream";
import xterm from "@xterm/headless";
import type { Streams } from "prompts/lib/elements/prompt.js";

/** What a terminal sends for a key that is no character. */
export const keys = {
  enter: "\r",
  escape: "\u001b",
  tab: "\t",
  backspace: "\u007f",
  delete: "\u001b[3~",
  up: "\u001b[A",
  down: "\u001b[B",
  right: "\u001b[C",
  left: "\u001b[D",
  home: "\u001b[H",
  end: "\u001b[F",
  f1: "\u001bOP",
  f5: "\u001b[15~",
  "alt-x": "\u001bx",
  "ctrl-a": "\u0001",
  "ctrl-b": "\u0002",
  "ctrl-c": "\u0003",
  "ctrl-d": "\u0004",
  "ctrl-e": "\u0005",
  "ctrl-g": "\u0007",
  "ctrl-z": "\u001a",
} as const;

/**
 * A terminal without a process: what is asked is drawn on its screen, and keys are pressed as it sends them.
 *
 * @param columns 0 for one that does not say how wide it is; it draws on a wide screen then.
 */
export function fakeTerminal(columns = 80, rows = 24) {
  const screen = new xterm.Terminal({
    cols: columns === 0 ? 200 : columns,
    rows,
    convertEol: true,
    allowProposedApi: true,
  });
  let raw = "";
  const rawModes: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (isRaw: boolean) => rawModes.push(isRaw),
  });
  const stdout = Object.assign(
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        raw += chunk.toString();
        screen.write(chunk, done);
      },
    }),
    { isTTY: true, columns },
  );
  const settle = async () => {
    // Keys are read, answers are taken, and then what they draw is on the screen.
    for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
    await new Promise<void>((resolve) => {
      screen.write("", resolve);
    });
  };
  return {
    streams: { stdin, stdout } as unknown as Streams,
    rawModes,
    raw: () => raw,
    /** Sends a text at once, and waits until it has been read and drawn. */
    send: async (text: string) => {
      stdin.write(text);
      await settle();
    },
    endInput: () => stdin.end(),
    settle,
    /** The lines of the screen, those that go on over the edge in one piece, without what is blank at their ends. */
    lines: (): string[] => {
      const buffer = screen.buffer.active;
      const lines: string[] = [];
      for (let row = 0; row < buffer.length; row += 1) {
        const line = buffer.getLine(row);
        if (line?.isWrapped === true) lines.push((lines.pop() ?? "") + line.translateToString(true));
        else lines.push(line?.translateToString(true) ?? "");
      }
      return lines
        .map((line) => line.trimEnd())
        .filter((line, index, all) => line !== "" || all.slice(index).some((later) => later !== ""));
    },
    cursor: () => ({
      row: screen.buffer.active.baseY + screen.buffer.active.cursorY,
      column: screen.buffer.active.cursorX,
    }),
  };
}
