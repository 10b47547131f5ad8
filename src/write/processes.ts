/**
 * Whether a process of that number runs now. This process's own number, found in a file that it did not just write, is
 * that of an earlier one: in a container the numbers are the same in every run.
 */
export function isOtherAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it is there, and another user's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Stops this thread, and nothing else: a commit must not be interrupted by other work of this process. */
export function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
