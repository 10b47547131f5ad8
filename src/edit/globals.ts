/**
 * The names of the platform that generated code uses. Where a file has given one of them to something of its own, the
 * code reaches the platform's through `globalThis`. A test reads the templates' output and holds this list against it.
 */
export const platformNames: ReadonlySet<string> = new Set(
  "Array Blob FormData Number Promise Record Request Response URL WritableStream console crypto encodeURIComponent process".split(
    " ",
  ),
);
