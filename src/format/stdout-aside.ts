import { standardStream } from "../outlet.js";

let working = 0;
let restore = (): void => undefined;

/**
 * What foreign code in this process prints while it works goes to stderr: stdout is the report's alone, and a document
 * with `--json`. Several may be at work at once.
 */
export async function withStdoutAside<T>(work: () => Promise<T>): Promise<T> {
  if (working === 0) {
    const [stdout, stderr] = [standardStream("stdout"), standardStream("stderr")];
    const write = stdout.write.bind(stdout);
    stdout.write = stderr.write.bind(stderr);
    restore = () => {
      stdout.write = write;
    };
  }
  working += 1;
  try {
    return await work();
  } finally {
    working -= 1;
    if (working === 0) restore();
  }
}
