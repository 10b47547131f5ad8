/** Whether lines of a test use a variable: not as a member or a key, and not in a text. Pure. */
export function uses(lines: string, name: string): boolean {
  return new RegExp(`(?<![\\w"]|(?<!\\.\\.)\\.)${name}(?![\\w"]|: )`).test(lines);
}
