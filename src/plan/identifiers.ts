/**
 * Names that generated code may not give to a variable of the user's: what JavaScript reserves, and what the templates
 * themselves use. A test reads the templates' output and holds the second list against it.
 */
const reservedWords =
  "arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false finally for from function get if implements import in instanceof interface let new null of package private protected public return set static super switch this throw true try typeof undefined var void while with yield".split(
    " ",
  );

const templateNames =
  "API_TOKEN Array FormData Infinity JSON Map NaN NextResponse Number Object Promise Response SESSION_SECRET Symbol TextEncoder URL _request all allow body changes connection console crypto deleted encodeURIComponent error globalThis input key maxLimit maxPage methodNotAllowed own params parents process readId request start store updated wholeNumber".split(
    " ",
  );

const takenVariables: ReadonlySet<string> = new Set([...reservedWords, ...templateNames]);

/**
 * Names that would hide a built-in of the language, a utility type, or a type that the templates use. Types of the DOM
 * (`Comment`, `Event`) are not among them: there the app's own meaning is the better one.
 */
const takenTypes: ReadonlySet<string> = new Set(
  "Array ArrayBuffer Atomics Awaited BigInt Boolean Capitalize Context DataView Date Error Exclude Extract FinalizationRegistry Function Generator Infinity Intl Iterator JSON Map Math NaN Number Object Omit Parameter Parsed Partial Pick Promise Proxy Readonly Record Reflect RegExp Request Required Response Set String Symbol URLSearchParams Uncapitalize WeakMap WeakRef WeakSet".split(
    " ",
  ),
);

/** Whether the templates, or the language, use a name for something else than the user's. */
export function isTakenVariable(name: string): boolean {
  return takenVariables.has(name);
}

/** Whether a type can be called so: neither the templates nor the language use the name for something else. */
export function isFreeType(name: string): boolean {
  return !takenTypes.has(name);
}

/**
 * Whether a text can stand as a variable or an unquoted key. Only letters of the basic plane, because a tsconfig that
 * targets ES5 (create-next-app 13 and 14 write one) allows no others.
 */
export function isIdentifier(text: string): boolean {
  // Most names are plain; the first Unicode property in a pattern costs more to load than all the rest of a plan.
  if (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(text)) return true;
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(text) && !/[\u{10000}-\u{10ffff}]/u.test(text);
}

/** The first candidate that is a legal variable and not taken; numbered if all are. */
export function freeVariable(candidates: readonly [string, ...string[]], taken: ReadonlySet<string>): string {
  const isFree = (name: string) => isIdentifier(name) && !takenVariables.has(name) && !taken.has(name);
  const [fallback] = candidates.filter(isIdentifier);
  for (let number = 2; ; number += 1) {
    const found = candidates.find(isFree);
    if (found) return found;
    const numbered = `${fallback ?? "value"}${String(number)}`;
    if (isFree(numbered)) return numbered;
  }
}
