/** Whether lines of a test use a variable: not as a member or a key, and not in a text. Pure. */
export function uses(lines: string, name: string): boolean {
  return new RegExp(`(?<!\\w|(?<!\\.\\.)\\.)${name}(?!\\w|: )`).test(withoutTexts(lines));
}

/** Lines with nothing in their texts but what is put into these. */
function withoutTexts(lines: string): string {
  return lines.replace(/"(?:[^"\\\n]|\\.)*"|`[^`]*`/g, (text) =>
    text.startsWith("`") ? (text.match(/\$\{[^}]*\}/g) ?? []).join(" ") : '""',
  );
}
