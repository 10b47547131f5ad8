/**
 * The methods that a route handler can export, in the order in which they are listed everywhere (files, `Allow`, help).
 * Source: Next.js, "route.js" reference; a file that exports any other method has no effect and fails the type check
 * of `next build`.
 *
 * - `fallback`: not offered, it is answered by our own 405. HEAD and OPTIONS are not: Next derives HEAD from GET
 *   (a GET that answers 405 makes HEAD right too), and OPTIONS always has an answer.
 * - `mutates`: changes state, so it should not be left public by accident.
 */
export const methodTable = {
  GET: { fallback: true, mutates: false },
  HEAD: { fallback: false, mutates: false },
  POST: { fallback: true, mutates: true },
  PUT: { fallback: true, mutates: true },
  PATCH: { fallback: true, mutates: true },
  DELETE: { fallback: true, mutates: true },
  OPTIONS: { fallback: false, mutates: false },
} as const satisfies Record<string, { fallback: boolean; mutates: boolean }>;

export type Method = keyof typeof methodTable;

export const methods = Object.keys(methodTable) as Method[];

export function isMethod(text: string): text is Method {
  return Object.hasOwn(methodTable, text);
}

/** The same methods in the order of the table, each once. */
export function inOrder(asked: Iterable<Method>): Method[] {
  const set = new Set(asked);
  return methods.filter((method) => set.has(method));
}
