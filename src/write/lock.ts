import path from "node:path";
import { RunError } from "../errors.js";
import { attempt, codeOf, remove, type Disk } from "./disk.js";
import { isOtherAlive, sleep } from "./processes.js";

/** How long a run waits for another one, in milliseconds. A commit of a thousand files takes less than one second. */
const patience = 5_000;
/** A lock without a number is one that is just being written, or whose process was killed while it wrote. */
const unsignedFor = 1_000;
/** A lock that is older was left by a process that is gone, whatever has its number by now. */
const validFor = 10 * 60_000;

/** Another run had the lock since this one saw it: what this one has read of the project may be out of date. */
export class Overtaken extends Error {}

/**
 * The number of the lock that was held last, for {@link takeLock} to tell whether there was another one since: 0 if there is
 * none, and -1 while one is held, for then the project is between two states.
 */
export function lastLock(folder: string, disk: Disk): number {
  let last = 0;
  // What is wrong with the folder is told by who takes the lock, and a number that is too low never passes there.
  attempt(() => {
    const newest = newestIn(folder, disk);
    last = holderOf(folder, newest, disk) === "nobody" ? newest : -1;
  });
  return last;
}

/**
 * Takes the lock of a folder, and waits for it if another process has it.
 *
 * Locks are files with rising numbers, and the highest counts: its process holds the lock until it writes `free` into it
 * or is gone. The highest is never removed, and who wants the lock creates the next one exclusively, so of any number of
 * processes that find a dead one's lock exactly one takes over.
 *
 * @param after the {@link lastLock} that was seen before the project was read, if that is to be up to date. Numbers rise by
 *   one, so who creates the next one knows that nobody was in between.
 * @returns what gives it back.
 * @throws RunError `PROJECT_BUSY` if it is not free after {@link patience}; {@link Overtaken}, without taking it, as soon as
 *   it is free and another one than `after` was the last; the error of the file system if the folder cannot be written to.
 */
export function takeLock(folder: string, disk: Disk, after?: number): () => void {
  const fileOf = (number: number) => lockFile(folder, number);
  const start = Date.now();
  // The one that was seen was free, and mostly still is the last: looking again would tell no more than the claim does.
  for (let seen = after === -1 ? undefined : after; ; seen = undefined) {
    const newest = seen ?? newestIn(folder, disk);
    const holder = seen === undefined ? holderOf(folder, newest, disk) : "nobody";
    if (holder === "nobody") {
      if (newest !== (after ?? newest)) throw new Overtaken();
      if (claim(fileOf(newest + 1), disk)) {
        const numbers = numbersIn(folder, disk);
        if (numbers.every((number) => number <= newest + 1)) {
          for (const number of numbers) if (number <= newest) discard(fileOf(number), disk);
          return () => {
            attempt(() => {
              disk.writeFileSync(fileOf(newest + 1), "free");
            });
          };
        }
        // Others were quicker, by more than one: ours is an old number.
        remove(fileOf(newest + 1), disk);
      }
    } else {
      if (Date.now() - start > patience) throw busy(holder);
      sleep(15);
    }
  }
}

const lockFile = (folder: string, number: number) => path.join(folder, `lock-${String(number)}`);

const newestIn = (folder: string, disk: Disk) => Math.max(0, ...numbersIn(folder, disk));

function numbersIn(folder: string, disk: Disk): number[] {
  return disk.readdirSync(folder).flatMap((name) => {
    const digits = /^lock-(\d+)$/.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
}

/** Creates a lock, if there is none of that name, and signs it. */
function claim(file: string, disk: Disk): boolean {
  try {
    disk.writeFileSync(file, `${String(process.pid)}\n`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    discard(file, disk);
    throw error;
  }
}

function discard(file: string, disk: Disk): void {
  attempt(() => {
    remove(file, disk);
  });
}

/** The process that holds a lock: its number, if it has signed. Number 0 is no lock. */
function holderOf(folder: string, number: number, disk: Disk): "nobody" | number | "unknown" {
  if (number === 0) return "nobody";
  const file = lockFile(folder, number);
  let age: number;
  let text: string;
  try {
    age = Date.now() - disk.lstatSync(file).mtimeMs;
    text = disk.readFileSync(file, "utf8");
  } catch (error) {
    // A higher one has come, and its process has cleared this one away.
    if (codeOf(error) === "ENOENT") return "nobody";
    throw error;
  }
  if (text === "free") return "nobody";
  // The line break says that the number is whole.
  if (!/^\d+\n$/.test(text)) return age < unsignedFor ? "unknown" : "nobody";
  return age < validFor && isOtherAlive(Number(text)) ? Number(text) : "nobody";
}

function busy(holder: number | "unknown"): RunError {
  const who = holder === "unknown" ? "" : ` (process ${String(holder)})`;
  return new RunError([
    {
      code: "PROJECT_BUSY",
      message: `Another run of create-api-route${who} is writing to this project, and did not end within ${String(
        patience / 1000,
      )} seconds.`,
      hint: "Wait until it is done, or end it, and run the command again.",
    },
  ]);
}
