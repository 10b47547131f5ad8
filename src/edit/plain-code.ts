/** Code without what formatters decide, to be compared. */
export function plainCode(code: string): string {
  return code
    .replace(/\/\*[^]*?\*\/|(?<![:"'])\/\/.*$/gm, "")
    .replace(/[\s;]/g, "")
    .replace(/,(?=[)\]}])/g, "")
    .replaceAll("'", '"');
}
