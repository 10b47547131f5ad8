import type { SetupModule } from "../../project/auth-here.js";
import type { AnswerTexts } from "../answer-texts.js";
import type { ImportNeed } from "../import-lines.js";
import type { TestGuard } from "../tests/guard-tests.js";

/** How a provider guards a handler. */
export interface Guard {
  /** The imports that the guard needs. */
  readonly imports: readonly ImportNeed[];
  /**
   * The first lines of every handler; they return unless the caller may go on. `request` is the variable with the request,
   * `answers` what the app answers with.
   */
  readonly lines: (request: string, answers: AnswerTexts) => readonly string[];
  /** The function whose call shows that a handler is guarded. */
  readonly check: string;
  /** Whether the lines look at `request`, and whether they wait for something. */
  readonly readsRequest: boolean;
  readonly awaits: boolean;
  /** Whether they read the request's cookies or headers by another way: a GET is run for every request then. */
  readonly readsCookies?: boolean;
  /** The cookie that it owns: nothing else may be kept in it. */
  readonly cookie?: string;
  /** The partial with the functions that the lines call, if they are not the app's own. */
  readonly partial: string | undefined;
  /** What the imports, the partial and the lines bring into the file: no parameter may be called so. */
  readonly names: readonly string[];
  /** What the user still has to do, in one sentence. */
  readonly needs: string | undefined;
  /** Whether the request has to be Next's own. */
  readonly takesNextRequest?: boolean;
  /** The header that lets a caller in, with a variable of the shell in it. */
  readonly header?: string;
  /** How a test gets past it; without it, a test leaves out what is behind it. */
  readonly test?: TestGuard;
  /** The wrapper of the app's own that the lines need around the handler. */
  readonly wrapper?: string;
}

/** What a provider's guard is written for. */
export interface GuardPlace {
  /** The app's module that sets the provider up, for a provider whose row names one. */
  readonly module: SetupModule | undefined;
  /** How the route file imports that module. */
  readonly specifier: string;
  /** What a variable of the guard is called there: as it says, unless the route has something else of that name. */
  readonly named: (name: string) => string;
  /** The role that a caller has to have; only for a provider whose row has roles. */
  readonly role: string | undefined;
}

/** Writes a provider's guard; it says too what of an app's own guard may be unknown. */
export type WriteGuard = (place: GuardPlace) => Guard & Required<Pick<Guard, "readsCookies" | "test">>;

/** Turns away whom the condition is true of: 401, as a session has no scheme to be told of by WWW-Authenticate. */
export function turnsAway(condition: string, answers: AnswerTexts): string[] {
  return [`if (${condition}) {`, `  return ${answers.error("Unauthorized", 401)};`, "}"];
}

/** Turns away whom the condition is true of, though it is known who they are: 403. */
export function forbids(condition: string, answers: AnswerTexts): string[] {
  return [`if (${condition}) {`, `  return ${answers.error("Forbidden", 403)};`, "}"];
}

/** A value that is imported, under the name that it can have. */
export function importAs(source: string, name: string, local: string): ImportNeed {
  return { source, name, local, isType: false };
}

/** What a test puts in the place of what a provider's guard asks. */
export interface Asked {
  readonly source: string;
  readonly name: string;
  readonly local: string;
  readonly member?: string;
  readonly waits?: boolean;
}

/**
 * A guard that asks one function who the caller is: a test answers for that function.
 *
 * @param known what it answers for whoever may go on, and `unknown` for a stranger: expressions.
 * @param more.others what its module imports besides, and nobody calls.
 * @param more.withoutRole what it answers for somebody who is known and has not the role, where one is asked for.
 */
export function testedBy(
  asked: Asked,
  known: string,
  unknown = "null",
  { others = [], withoutRole }: { readonly others?: readonly Asked[]; readonly withoutRole?: string } = {},
): TestGuard {
  return ({ replacesExports }, { specifierOf }) => {
    const { member = "", waits = true } = asked;
    // A method of an object can be replaced anywhere, the export of a module only by who loads it.
    if (!replacesExports && member === "") return undefined;
    const double = { ...asked, source: specifierOf(asked.source), member, waits, answers: "caller" };
    const rest = others.map((other) => ({
      ...other,
      source: specifierOf(other.source),
      member: "",
      waits: false,
      answers: undefined,
    }));
    const isNobody = unknown === "null";
    return {
      values: {
        caller: known,
        ...(isNobody ? {} : { stranger: unknown }),
        ...(withoutRole === undefined ? {} : { other: withoutRole }),
      },
      doubles: replacesExports ? [double, ...rest] : [double],
      strangers: [
        { is: "a stranger", answers: isNobody ? unknown : "stranger" },
        ...(withoutRole === undefined
          ? []
          : [{ is: "a caller without the role", answers: "other", isKnown: true as const }]),
      ],
    };
  };
}

/** A role as one more member of a user, in an object literal of a test; nothing where none is asked for. */
export function roleMember(role: string | undefined): string {
  return role === undefined ? "" : `, role: ${JSON.stringify(role)}`;
}
