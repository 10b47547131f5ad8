/** The words of a line as a POSIX shell takes them apart; variables come from `env`. */
export function shellWords(line: string, env: Readonly<Record<string, string>> = {}): string[] {
  return [...line.matchAll(/(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/gs)].map(([word]) =>
    word.replace(
      /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gs,
      (_all, single?: string, double?: string, bare?: string) =>
        single ??
        bare ??
        (double ?? "").replace(/\\(.)/gs, "$1").replace(/\$(\w+)/g, (_name, name: string) => env[name] ?? ""),
    ),
  );
}
