const asciiWordParts = new Uint8Array(128);
for (const character of "$_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
  asciiWordParts[character.charCodeAt(0)] = 1;

/** Whether an ASCII code belongs to a name, as its first character too if it is no digit. */
export function isAsciiWordPart(code: number): boolean {
  return asciiWordParts[code] === 1;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A name with characters outside of ASCII, or with escapes. Source: ECMA-262, 12.7. */
export const wordPattern =
  /(?:[$_\p{ID_Start}]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\})(?:[$\u200c\u200d\p{ID_Continue}]|\\u[\da-fA-F]{4}|\\u\{[\da-fA-F]+\})*/uy;

/** Source: ECMA-262, 12.3. */
export function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** White space outside of ASCII. Source: ECMA-262, 12.2. */
export function isWideSpace(code: number): boolean {
  return code === 0xa0 || code === 0xfeff || (code > 0xff && /\p{Zs}/u.test(String.fromCharCode(code)));
}
