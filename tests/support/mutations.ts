/** A change to a route file that breaks what it promises. */
export interface Mutant {
  readonly what: string;
  readonly text: string;
}

/**
 * Every way that is tried to break a route file: a guard or a check less, another status, another function of the data
 * module, a header less, an error that says too much, a failure that is not logged, a method less in `Allow`.
 */
export function mutantsOf(text: string): Mutant[] {
  return [
    ...each(text, /^ *if \([^\n]*\) return [^\n]*;\n/gm, "", "no guard"),
    ...each(text, /^( *)if \([^\n]*\) \{\n(?:\1 +[^\n]*\n)+?\1\}\n/gm, "", "no check"),
    ...each(
      text,
      /\bstatus: (\d+)/g,
      (status) => `status: ${status.endsWith("418") ? "419" : "418"}`,
      "another status",
    ),
    ...each(text, /\bstatus: \w+ \? 200 : 404/g, "status: 200", "one status"),
    ...each(
      text,
      /,?\s*headers: \{ (?:Location|"WWW-Authenticate"): [^}]*\}(?:`[^}]*)?\}?,?/g,
      "",
      "no header",
    ).filter((mutant) => balanced(mutant.text)),
    ...each(text, /, headers: allow/g, "", "no Allow"),
    ...each(text, /"Internal server error"/g, "String(error)", "a leak"),
    ...each(text, /^ *console\.error\([^;]*\);\n/gm, "", "no log"),
    ...each(text, /("[^"\n]* failed:"), error/g, "$1", "a log without the error"),
    ...each(text, /return timingSafeEqual\([^;]*;/g, "return true;", "any token"),
    ...each(text, /\b(input|changes|query)\.data\b/g, "{} as never", "other data"),
    ...allowMutants(text),
    ...callMutants(text),
  ].filter((mutant) => mutant.text !== text);
}

function each(
  text: string,
  pattern: RegExp,
  instead: string | ((found: string) => string),
  what: string,
): Mutant[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [found] = match;
    const replaced =
      typeof instead === "string"
        ? found.replace(new RegExp(pattern.source, pattern.flags.replace("g", "")), instead)
        : instead(found);
    const line = text.slice(0, match.index).split("\n").length;
    return {
      what: `${what} (line ${String(line)}: ${found.trim().split("\n")[0] ?? ""})`,
      text: text.slice(0, match.index) + replaced + text.slice(match.index + found.length),
    };
  });
}

/** `Allow` without each of its methods, and empty. */
function allowMutants(text: string): Mutant[] {
  const [all, list] = /Allow: "([^"]*)"/.exec(text) ?? [];
  if (all === undefined || list === undefined) return [];
  const methods = list.split(", ");
  const lists = [[], ...methods.map((method) => methods.filter((other) => other !== method))];
  return lists.map((left) => ({
    what: `Allow: "${left.join(", ")}"`,
    text: text.replace(all, `Allow: "${left.join(", ")}"`),
  }));
}

/** Each call of the data module made to another function of it, and with another id. */
function callMutants(text: string): Mutant[] {
  const functions = [...new Set(text.match(/\b(?:fetch|create|update|delete|search)[A-Z]\w*(?=\()/g) ?? [])];
  return functions.flatMap((name) => [
    ...functions
      .filter((other) => other !== name)
      .flatMap((other) =>
        each(
          text,
          new RegExp(`(?<=await )${name}(?=\\()`, "g"),
          `(${other} as never as typeof ${name})`,
          `${other} for ${name}`,
        ),
      ),
    ...each(
      text,
      new RegExp(`(?<=await ${name}\\()[^()]+(?=\\))`, "g"),
      '...(["other"] as never)',
      "other arguments",
    ),
  ]);
}

function balanced(text: string): boolean {
  const count = (char: string) => text.split(char).length;
  return count("{") === count("}") && count("(") === count(")");
}
