/**
 * Reads JSON as TypeScript's configuration files have it: with comments and trailing commas. Pure.
 *
 * @returns undefined if it cannot be read.
 */
export function parseJsonWithComments(text: string): unknown {
  const plain = text
    .replace(/^\uFEFF/, "")
    // A string stays as it is, whatever looks like a comment in it.
    .replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[^]*?\*\//g, (_, string: string | undefined) => string ?? "")
    .replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, (_, string: string | undefined) => string ?? "");
  try {
    return JSON.parse(plain);
  } catch {
    return undefined;
  }
}
