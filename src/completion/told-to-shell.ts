import type { Choice } from "../option-row.js";
import type { TypedLine } from "./typed-words.js";

/** The environment variable by which the scripts of bash and zsh say which shell asks. */
export const shellVariable = "CREATE_API_ROUTE_SHELL";

/** What a shell shall do with the candidates. Source: the scripts of @bomb.sh/tab, which have it from Cobra. */
export const directives = { noSpace: 2, noFiles: 4 };

/**
 * The answer to a shell: a line for each candidate, with a tab before its description, and a last line with what to do
 * with them. Pure.
 *
 * - bash compares with the whole word, `--template=` included; the others have taken that off.
 * - zsh is told to take candidates as they are, so they come with their quoting. The rest quote by themselves.
 *
 * @param shell of {@link shellVariable}.
 */
export function toldToShell(
  candidates: readonly Choice[],
  { text, before, isQuoted }: Pick<TypedLine, "text" | "before"> & { readonly isQuoted: boolean },
  shell: string | undefined,
): string {
  const written = (name: string) => {
    if (shell === "zsh") return forZsh(name, isQuoted);
    return shell === "bash" ? `${before}${name}` : name;
  };
  // Names of folders are anybody's: a line break would be another candidate, and bash runs what is in a `$(…)`.
  const safe = candidates.filter(({ name }) => name === text || !/[\p{Cc}$`\\"']/u.test(name));
  const lines = safe.map(({ name, summary }) =>
    summary === undefined ? written(name) : `${written(name)}\t${summary.replaceAll(/\s+/g, " ")}`,
  );
  // What can be gone on from at once.
  const isOpen = safe.some(({ name }) => /[/=]$/.test(name));
  return [...lines, `:${String(directives.noFiles + (isOpen ? directives.noSpace : 0))}`].join("\n");
}

/**
 * zsh's `_describe` takes a backslash off each, and ends a candidate at a colon without one: the library's script means to
 * give colons theirs, but zsh takes that off in the substitution.
 */
function forZsh(name: string, isQuoted: boolean): string {
  const word = isQuoted ? name : name.replaceAll(/[^\p{L}\p{N}_./:@%+=,-]/gu, "\\\\$&");
  return word.replaceAll(":", "\\:");
}

/** A word as bash and zsh hand it over, the way it is typed, without its quoting. Nothing in it is evaluated. */
export function unquoted(word: string): { readonly word: string; readonly isQuoted: boolean } {
  const parts = /'([^']*)'?|"((?:\\.|[^"])*)"?|\\(.)/gs;
  return {
    word: word.replace(
      parts,
      (_, single?: string, double?: string, escaped = "") =>
        single ?? double?.replaceAll(/\\(["$\\`])/g, "$1") ?? String(escaped),
    ),
    isQuoted: /^['"]/.test(word),
  };
}
