/**
 * Whether the text of a next.config switches an option on, without running it: comments and strings are taken out and
 * `option: true` is looked for, at any depth (options move in and out of `experimental`).
 */
export function switchesOn(configText: string, option: string): boolean {
  if (!configText.includes(option)) return false;
  const code = configText.replace(commentOrString, (match) =>
    /^["'`]/.test(match) && match.slice(1, -1) === option ? option : " ",
  );
  return new RegExp(`\\b${option}\\s*:\\s*true\\b`).test(code);
}

const commentOrString =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
