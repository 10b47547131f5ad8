import { withoutMark } from "../byte-order-mark.js";

/** Parses JSON with comments and trailing commas. @throws SyntaxError */
export function parseJsonc(text: string): unknown {
  const token = /"(?:\\.|[^"\\])*"|\/\/[^\n]*|\/\*[^]*?\*\//g;
  const bare = withoutMark(text).replace(token, (found) => (found.startsWith('"') ? found : " "));
  return JSON.parse(
    bare.replace(/"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/g, (found) => (found === "," ? "" : found)),
  );
}
