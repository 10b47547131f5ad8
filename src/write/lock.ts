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

/**
 * Takes the lock of a folder, and waits for it if another process has it.
 *
 * Locks are files with rising numbers, and the highest counts: its process holds the lock until it writes `free` into it
 * or is gone. The highest is never removed, and who wants the lock creates the next one exclusively, so of any number of
 * processes that find a dead one's lock exactly one takes over.
 *
 * @returns what gives it back.
 * @throws RunError `PROJECT_BUSY` if it is not free after {@link patience}; the error of the file system if the folder
 *   cannot be written to.
 */
export function takeLock(folder: string, disk: Disk): () => void {
  const fileOf = (number: number) => path.join(folder, `lock-${String(number)}`);
  for (const start = Date.now(); ;) {
    const newest = Math.max(0, ...numbersIn(folder, disk));
    const holder = newest === 0 ? "nobody" : holderOf(fileOf(newest), disk);
    if (holder === "nobody") {
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

/** The process that holds a lock: its number, if it has signed. */
function holderOf(file: string, disk: Disk): "nobody" | number | "unknown" {
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
