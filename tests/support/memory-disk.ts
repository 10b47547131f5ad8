import { accessSync, constants } from "node:fs";
import { tmpdir } from "node:os";

/**
 * Where thousands of small projects are made and removed: in memory where the system has a place for that, which takes half
 * of the time. It has links and permissions like any other disk.
 */
export function memoryDisk(): string {
  try {
    accessSync("/dev/shm", constants.W_OK | constants.X_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
}
