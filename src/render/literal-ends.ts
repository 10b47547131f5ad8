/**
 * Where a literal ends that starts at an offset: a string, a template literal, a regular expression. Undefined where none
 * starts: a quote that is not closed on its line is a character like any other, and so is what divides. Pure.
 */
export function literalEnd(code: string, start: number): number | undefined {
  switch (code.charAt(start)) {
    case '"':
    case "'":
      return closedAt(code, start);
    case "`":
      return templateEnd(code, start);
    case "/":
      return isOperandAt(code, start) ? regexEnd(code, start) : undefined;
    default:
      return undefined;
  }
}

/** Cuts code behind the operators that `a ?? b || c && d` has, and not in its literals. */
export function operandTexts(code: string): string[] {
  const texts: string[] = [];
  let start = 0;
  for (let at = 0; at < code.length; at = literalEnd(code, at) ?? at + 1) {
    if (code.charAt(at) !== " " || !/ (?:\?\?|\|\||&&)$/.test(code.slice(start, at))) continue;
    texts.push(code.slice(start, at));
    start = at + 1;
  }
  return [...texts, code.slice(start)];
}

function closedAt(code: string, start: number): number | undefined {
  const quote = code.charAt(start);
  for (let at = start + 1; at < code.length; at += 1) {
    const char = code.charAt(at);
    if (char === "\\") at += 1;
    else if (char === quote) return at + 1;
  }
  return undefined;
}

/** What is put into a template literal is code, with literals of its own. */
function templateEnd(code: string, start: number): number | undefined {
  for (let at = start + 1; at < code.length; at += 1) {
    const char = code.charAt(at);
    if (char === "\\") at += 1;
    else if (char === "`") return at + 1;
    else if (code.startsWith("${", at)) at = holeEnd(code, at + 1);
  }
  return undefined;
}

/** The brace that closes the one at an offset. */
function holeEnd(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    const char = code.charAt(at);
    if (char === "{") depth += 1;
    if (char === "}") depth -= 1;
    if (depth === 0) return at;
    at = (literalEnd(code, at) ?? at + 1) - 1;
  }
  return code.length;
}

/** A slash in a class needs no escape. Source: ECMAScript, "Regular Expression Literals". */
function regexEnd(code: string, start: number): number | undefined {
  const [literal] = /^\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/\w*/.exec(code.slice(start)) ?? [];
  return literal === undefined ? undefined : start + literal.length;
}

/** Whether an operand can start here, so that a slash opens a pattern: behind one, it divides. */
function isOperandAt(code: string, at: number): boolean {
  return /(?:^|[(,=:[!&|?{};]|=>|\breturn)\s*$/.test(code.slice(0, at));
}
