import { Readable } from "node:stream";

/** For runs that read nothing from standard input. */
export const noStdin = () => Readable.from([]);
