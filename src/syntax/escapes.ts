const escape = /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|0(?!\d)|(\r\n|[^\dux]))/gsy;

const single: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

/**
 * What a text with escapes stands for. Source: ECMA-262, 12.9.4.
 *
 * @param raw between the quotes, as it stands in the code.
 * @returns undefined if one of the escapes is none; octal ones are none in modules and templates.
 */
export function unescaped(raw: string): string | undefined {
  let value = "";
  let at = 0;
  for (;;) {
    const next = raw.indexOf("\\", at);
    if (next < 0) return value + raw.slice(at);
    value += raw.slice(at, next);
    escape.lastIndex = next;
    const found = escape.exec(raw);
    if (!found) return undefined;
    const [whole, long, four, two, character] = found;
    const code = long ?? four ?? two;
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      if (point > 0x10ffff) return undefined;
      value += String.fromCodePoint(point);
    } else if (character === undefined) value += "\0";
    // An escaped line break is left out.
    else if (!/[\n\r\u2028\u2029]/.test(character)) value += single[character] ?? character;
    at = next + whole.length;
  }
}
