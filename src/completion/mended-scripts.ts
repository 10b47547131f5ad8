/**
 * The library's script for bash with what it lacks. Pure.
 *
 * - It has bash evaluate the line that is typed, which runs what is in a `$(…)` and empties what is behind a `>`. The words go to the
 *   program as they are typed instead, and come back as they are: `compgen -W` would evaluate them, too.
 * - It needs a function of the package bash-completion, which macOS and small images do not have.
 * - Its constants are read only: read again, or beside another tool's script of the same library, each is an error.
 * - readline replaces only what stands behind the last `=` or `:`, so the rest must not come again; and nothing is quoted,
 *   so that `(admin)` would be a syntax error.
 * - It has file names put in the place of brackets where they match.
 */
export function mendedForBash(script: string, name: string): string {
  const id = `__${name.replaceAll("-", "_")}`;
  const quiet = script.replaceAll(/^readonly \w+=\d+$/gm, "$& 2>/dev/null");
  const unevaluated = quiet
    .replace(
      /local requestComp out directive\s[^]*requestComp="(.+) \$\{words\[@\]:1\}"[^]*out=\$\(eval .*\)/,
      (_, call: string) => `local typed=() out directive index
    for ((index = 1; index < cword; index += 1)); do typed+=("\${words[index]}"); done
    typed+=("$cur")
    out=$(${call} "\${typed[@]}" 2>/dev/null)`,
    )
    .replace(
      /COMPREPLY=\( \$\(compgen -W .*\) \)/,
      () => `COMPREPLY=()
    for comp in "\${completions[@]}"; do
        if [[ -n $comp ]]; then COMPREPLY+=("$comp"); fi
    done`,
    );
  return `${unevaluated}

if ! declare -F _get_comp_words_by_ref >/dev/null; then
    # The words up to the cursor. Bash has = and : as words of their own; what has no space before it belongs together.
    _get_comp_words_by_ref() {
        local line=\${COMP_LINE:0:COMP_POINT} index word spaced
        words=()
        for ((index = 0; index <= COMP_CWORD; index += 1)); do
            spaced=
            if [[ $line == [[:space:]]* ]]; then
                spaced=yes
                line=\${line#"\${line%%[![:space:]]*}"}
            fi
            word=\${COMP_WORDS[index]}
            if ((index == COMP_CWORD)); then word=$line; fi
            line=\${line#"$word"}
            if ((index > 0)) && [[ -z $spaced ]]; then
                words[\${#words[@]} - 1]+=$word
            else
                words+=("$word")
            fi
        done
        cword=$((\${#words[@]} - 1))
        cur=\${words[cword]}
        prev=
        if ((cword > 0)); then prev=\${words[cword - 1]}; fi
    }
fi

${id}_complete_quoted() {
    local cur prev words cword flags=$- index
    _get_comp_words_by_ref -n "=:" cur prev words cword
    set -f
    ${id}_complete
    if [[ $flags != *f* ]]; then set +f; fi
    local breaks=\${COMP_WORDBREAKS//[^=:]/} there=
    if [[ -n $breaks && $cur == *["$breaks"]* ]]; then there=\${cur%"\${cur##*["$breaks"]}"}; fi
    for index in "\${!COMPREPLY[@]}"; do
        local candidate=\${COMPREPLY[index]#"$there"}
        if [[ $cur != [\\"\\']* && $candidate == *[!A-Za-z0-9_./:@%+=,-]* ]]; then printf -v candidate %q "$candidate"; fi
        COMPREPLY[index]=$candidate
    done
}

complete -F ${id}_complete_quoted ${name}`;
}

/**
 * The library's script for zsh, in which a word with a space in it (`my\ web`) stays one, and what is typed before a `=` is not
 * evaluated. Pure.
 */
export function mendedForZsh(script: string): string {
  return script
    .replace("${=words[1,CURRENT]}", () => "${(@)words[1,CURRENT]}")
    .replace('flagPrefix="-P ${BASH_REMATCH}"', () => 'flagPrefix="-P ${(q)BASH_REMATCH}"');
}

/** The library's script for PowerShell, to which all four single quotes of Unicode are quotes. Source: about_Quoting_Rules. Pure. */
export function mendedForPowerShell(script: string): string {
  return script.replace(`-replace "'", "''"`, () => String.raw`-replace "['\u2018-\u201b]", '$&$&'`);
}
