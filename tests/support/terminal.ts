import { constants } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import pty from "@lydell/node-pty";
import xterm from "@xterm/headless";
import { onTestFinished } from "vitest";
import { ownFolders, programIn } from "../../scripts/next-app.mjs";

export interface TerminalOptions {
  readonly cwd: string;
  /** Added to the few variables that every program needs; `undefined` takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Ended {
  readonly exitCode: number;
  /** The name of the signal that ended the program, if one did. */
  readonly signal: string | undefined;
}

/** How long the screen may take to show something: much longer than any program here needs on a busy machine. */
const longest = 20_000;

/** So long nothing new has to come: a program draws a screen anew in several pieces. */
const still = 40;

/** A person's fingers, if a fast person's: each key is read by itself. */
const betweenKeys = 10;

/** What a terminal sends for a key that is no character. */
const keys = {
  enter: "\r",
  escape: "\u001b",
  tab: "\t",
  "shift-tab": "\u001b[Z",
  space: " ",
  backspace: "\u007f",
  delete: "\u001b[3~",
  up: "\u001b[A",
  down: "\u001b[B",
  right: "\u001b[C",
  left: "\u001b[D",
  home: "\u001b[H",
  end: "\u001b[F",
  "ctrl-a": "\u0001",
  "ctrl-c": "\u0003",
  "ctrl-d": "\u0004",
  "ctrl-u": "\u0015",
  "ctrl-z": "\u001a",
} as const;

export type Key = keyof typeof keys;

/**
 * Runs a program in a terminal of its own, as a person sees and uses it. The program is ended with the test, at the latest.
 *
 * @param command a program by its path, like `process.execPath`.
 */
export function openTerminal(command: string, args: readonly string[], options: TerminalOptions): Terminal {
  const terminal = new Terminal(command, args, options);
  onTestFinished(() => terminal.close());
  return terminal;
}

/** Runs the tool that is installed in an app, in a terminal: in the app's folder, unless another one is named. */
export function openTool(
  app: string,
  args: readonly string[] = [],
  { env, ...options }: Partial<TerminalOptions> = {},
): Terminal {
  const bin = programIn(app);
  return openTerminal(process.execPath, [bin, ...args], {
    cwd: app,
    ...options,
    env: { ...ownFolders(app), ...env },
  });
}

class Terminal {
  readonly #program: pty.IPty;
  readonly #screen: xterm.Terminal;
  readonly #exit: Promise<Ended>;
  #ended: Ended | undefined;
  #raw = "";
  #lastDrawn = 0;
  #isCursorVisible = true;

  constructor(
    command: string,
    args: readonly string[],
    { cwd, env, columns = 80, rows = 24 }: TerminalOptions,
  ) {
    this.#screen = new xterm.Terminal({ cols: columns, rows, scrollback: 10_000, allowProposedApi: true });
    // The screen's buffer does not tell it. False: the screen goes on with the sequence itself.
    for (const [final, isVisible] of [
      ["h", true],
      ["l", false],
    ] as const) {
      this.#screen.parser.registerCsiHandler({ prefix: "?", final }, (modes) => {
        if (modes.includes(25)) this.#isCursorVisible = isVisible;
        return false;
      });
    }
    this.#program = pty.spawn(command, [...args], {
      cwd,
      cols: columns,
      rows,
      env: { ...cleanEnvironment(cwd), ...env },
    });
    this.#program.onData((text) => {
      this.#raw += text;
      this.#screen.write(text, () => (this.#lastDrawn = Date.now()));
    });
    // What a terminal answers when it is asked, like where its cursor is.
    this.#screen.onData((answer) => {
      if (!this.#ended) this.#program.write(answer);
    });
    this.#exit = new Promise((resolve) => {
      this.#program.onExit(({ exitCode, signal }) => {
        this.#ended = { exitCode, signal: nameOf(signal) };
        resolve(this.#ended);
      });
    });
  }

  /**
   * Waits until the screen is still and shows something, on one line or in text that goes on over the edge.
   *
   * @throws Error with the whole screen, if the program has ended without it, or after a long while.
   */
  async until(wanted: string | RegExp): Promise<void> {
    await this.#untilIt(`showed ${String(wanted)}`, () => this.shows(wanted));
  }

  /** Waits until the screen is still and shows something no longer, like a question that was answered. */
  async untilGone(unwanted: string | RegExp): Promise<void> {
    await this.#untilIt(`took ${String(unwanted)} away`, () => !this.shows(unwanted));
  }

  shows(text: string | RegExp): boolean {
    const isIn = (shown: string) =>
      typeof text === "string" ? shown.includes(text) : shown.search(text) !== -1;
    return isIn(this.screen()) || isIn(this.text());
  }

  /** Types a text key by key. */
  async type(text: string): Promise<void> {
    for (const character of text) await this.#send(character);
  }

  /** Sends a text all at once. */
  async paste(text: string): Promise<void> {
    await this.#send(text);
  }

  /** Presses keys one after the other. */
  async press(...names: readonly Key[]): Promise<void> {
    for (const name of names) {
      await this.#send(keys[name]);
      // An escape is told from the start of another key's sequence by the silence after it.
      if (name === "escape") await sleep(100);
    }
  }

  /** The screen as it looks, with what has scrolled off above it; without what is blank at the ends of lines and below. */
  screen(): string {
    return this.#rows()
      .map(({ text }) => text.trimEnd())
      .join("\n")
      .trimEnd();
  }

  /** The same with lines that go on over the edge in one piece. */
  text(): string {
    const lines: string[] = [];
    for (const { text, isWrapped } of this.#rows()) {
      if (isWrapped) lines.push(`${lines.pop() ?? ""}${text}`);
      else lines.push(text);
    }
    return lines
      .map((line) => line.trimEnd())
      .join("\n")
      .trimEnd();
  }

  /** Everything that the program has sent so far. */
  raw(): string {
    return this.#raw;
  }

  isCursorVisible(): boolean {
    return this.#isCursorVisible;
  }

  /** The window is made wider or narrower. */
  resize(columns: number): void {
    this.#screen.resize(columns, this.#screen.rows);
    this.#program.resize(columns, this.#screen.rows);
  }

  /** Sends a signal from outside; Ctrl-C is a key. */
  signal(name: "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGKILL"): void {
    this.#program.kill(name);
  }

  /**
   * Waits for the end of the program; then the screen has all that it said.
   *
   * @throws Error with the whole screen, if it does not end.
   */
  async ended(): Promise<Ended> {
    const ended = await Promise.race([this.#exit, sleep(longest)]);
    if (!ended) throw new Error(`The program has not ended.\n${this.#seen()}`);
    await new Promise<void>((resolve) => {
      this.#screen.write("", resolve);
    });
    return ended;
  }

  /** Ends the program, if it is still there. */
  async close(): Promise<void> {
    if (!this.#ended) this.#program.kill("SIGKILL");
    await this.#exit;
  }

  async #send(text: string): Promise<void> {
    if (this.#ended)
      throw new Error(`The program had ended before ${JSON.stringify(text)}.\n${this.#seen()}`);
    this.#program.write(text);
    await sleep(betweenKeys);
  }

  async #untilIt(did: string, isSo: () => boolean): Promise<void> {
    const end = Date.now() + longest;
    while (!isSo() || Date.now() - this.#lastDrawn < still) {
      if (this.#ended) {
        // The end is known before the last words are on the screen.
        const { exitCode, signal } = await this.ended();
        if (isSo()) return;
        const how = signal ?? String(exitCode);
        throw new Error(`The program ended (${how}) before the screen ${did}.\n${this.#seen()}`);
      }
      if (Date.now() > end) throw new Error(`The screen never ${did}.\n${this.#seen()}`);
      await sleep(15);
    }
  }

  #seen(): string {
    const edge = "─".repeat(this.#screen.cols);
    return `${edge}\n${this.screen()}\n${edge}`;
  }

  #rows(): { text: string; isWrapped: boolean }[] {
    const buffer = this.#screen.buffer.active;
    return Array.from({ length: buffer.length }, (_, row) => {
      const line = buffer.getLine(row);
      return { text: line?.translateToString() ?? "", isWrapped: line?.isWrapped === true };
    });
  }
}

/** Nothing of the test runner's own terminal, colours or CI: what a program needs to run at all, and a plain terminal. */
function cleanEnvironment(cwd: string): Record<string, string | undefined> {
  const needed = ["PATH", "HOME", "TMPDIR", "SystemRoot", "USERPROFILE", "TEMP", "TMP"];
  return {
    ...Object.fromEntries(
      needed.flatMap((name) => {
        const value = process.env[name];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    LANG: "C.UTF-8",
    TERM: "xterm-256color",
    ...ownFolders(cwd),
  };
}

/** A signal is told by its number, and none as 0. */
function nameOf(signal: number | undefined): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => number === signal)?.[0];
}
