import { nodeDisk, type Disk } from "../../src/write/disk.js";

export interface DiskCall {
  /** The first call is 1. */
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
  /** Makes the call. */
  readonly perform: () => unknown;
}

/** The real disk, with somebody in between who may do something else instead of a call. */
export function watchedDisk(onCall: (call: DiskCall) => unknown): Disk {
  let number = 0;
  return new Proxy(nodeDisk, {
    get(disk, name) {
      const call = Reflect.get(disk, name) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        number += 1;
        return onCall({ number, name: String(name), args, perform: () => call(...args) });
      };
    },
  });
}

/** What a full disk leaves of a file: its first half. */
export function performHalf({ name, args }: DiskCall): void {
  if (name !== "writeFileSync") return;
  const [file, text, options] = args as [string, string, Parameters<typeof nodeDisk.writeFileSync>[2]];
  nodeDisk.writeFileSync(file, text.slice(0, text.length / 2), options);
}

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by a test`), { code, syscall: "test" });
}

/** A disk as of memory cards and phones: it has no hard links. */
export function refuseLinks(call: DiskCall): void {
  if (call.name === "linkSync") throw systemError("EPERM");
}
