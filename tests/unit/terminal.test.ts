import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { plainColors } from "../../src/report/colors.js";
import { askable, progressBar } from "../../src/terminal.js";

let written: string[];

interface Seat {
  readonly stdin?: boolean;
  readonly stderr?: boolean;
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** The terminal that the process has, or has not. */
function sit({ stdin = true, stderr = true, columns = 80, env = {} }: Seat = {}): void {
  vi.stubEnv("CI", undefined);
  vi.stubEnv("TERM", "xterm");
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  for (const [stream, changes] of [
    [process.stdin, { isTTY: stdin }],
    [process.stderr, { isTTY: stderr, columns }],
  ] as const) {
    for (const [name, value] of Object.entries(changes))
      Object.defineProperty(stream, name, { value, configurable: true, writable: true });
  }
}

const streams = [process.stdin, process.stderr] as const;
const before = streams.map((stream) => Object.getOwnPropertyDescriptors(stream));

beforeEach(() => {
  written = [];
  vi.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  for (const [index, stream] of streams.entries()) {
    for (const name of ["isTTY", "columns"]) {
      const own = before[index]?.[name];
      if (own) Object.defineProperty(stream, name, own);
      else Reflect.deleteProperty(stream, name);
    }
  }
});

const erase = "\r\u001b[K";

describe("the bar of a long run", () => {
  test("does not show below a blink, and leaves nothing to clear", () => {
    sit();
    const bar = progressBar();
    bar.tick("Planning", 1, 100);
    vi.advanceTimersByTime(299);
    bar.tick("Planning", 99, 100);
    bar.clear();
    expect(written).toEqual([]);
  });

  test("then says what it is at and how far, and goes in the end", () => {
    sit();
    const bar = progressBar();
    bar.tick("Planning", 1, 4);
    vi.advanceTimersByTime(300);
    bar.tick("Planning", 2, 4);
    expect(written).toEqual([`${erase}${"█".repeat(12)}${"░".repeat(12)} Planning: 2 of 4`]);
    vi.advanceTimersByTime(50);
    bar.tick("Writing", 4, 4);
    expect(written[1]).toBe(`${erase}${"█".repeat(24)} Writing: 4 of 4`);
    bar.clear();
    expect(written[2]).toBe(erase);
    bar.clear();
    expect(written).toHaveLength(3);
  });

  test("is drawn twenty times a second at most", () => {
    sit();
    const bar = progressBar();
    bar.tick("Planning", 1, 1001);
    vi.advanceTimersByTime(300);
    for (let done = 1; done <= 1000; done += 1) {
      bar.tick("Planning", done, 1001);
      vi.advanceTimersByTime(1);
    }
    expect(written).toHaveLength(20);
  });

  test("does not count the time of a question", () => {
    sit();
    const bar = progressBar();
    bar.tick("Planning", 1, 9);
    bar.clear();
    vi.advanceTimersByTime(60_000);
    bar.tick("Writing", 1, 9);
    vi.advanceTimersByTime(100);
    bar.tick("Writing", 2, 9);
    expect(written).toEqual([]);
  });

  test.each([1, 10, 24, 40])("stays on its line in %i columns", (columns) => {
    sit({ columns });
    const bar = progressBar();
    bar.tick("Comparing and formatting", 1, 4);
    vi.advanceTimersByTime(300);
    bar.tick("Comparing and formatting", 2, 4);
    const [shown = ""] = written;
    expect(shown.slice(erase.length)).toHaveLength(columns - 1);
  });

  test.each([
    { stderr: false },
    { env: { TERM: "dumb" } },
    { env: { CI: "true" } },
    { env: { CI: "Some Service" } },
  ])("is not there with %j", (place) => {
    sit(place);
    const bar = progressBar();
    bar.tick("Planning", 1, 4);
    vi.advanceTimersByTime(1000);
    bar.tick("Planning", 2, 4);
    bar.clear();
    expect(written).toEqual([]);
  });
});

describe("somebody can be asked", () => {
  test.each([
    {},
    { env: { CI: "" } },
    { env: { CI: "false" } },
    { env: { CI: "0" } },
    { env: { TERM: "dumb" } },
  ])("with %j", (place) => {
    sit(place);
    expect(askable({}, plainColors)).toBeTypeOf("function");
  });

  test.each([{ stdin: false }, { stderr: false }, { env: { CI: "true" } }, { env: { CI: "1" } }])(
    "not with %j",
    (place) => {
      sit(place);
      expect(askable({}, plainColors)).toBeUndefined();
    },
  );

  test.each([{ yes: true }, { json: true }])("not with %j, which asks for no questions", (options) => {
    sit();
    expect(askable(options, plainColors)).toBeUndefined();
  });

  test("line by line on a terminal that cannot move its cursor", async () => {
    sit({ env: { TERM: "dumb" } });
    const prompter = await askable({}, plainColors)?.();
    prompter?.tell("Hello.");
    expect(written).toEqual(["Hello.\n"]);
  });
});
