import { singularOf, wordsOf } from "../spec/words.js";

/** Whose rows are people who sign in, or what somebody is in a group of them. */
const accounts: ReadonlySet<string> = new Set(["user", "account", "profile", "member", "membership"]);

/** What a person may do, and what only the app finds out about one: `role`, `isAdmin`, `permissions`, `emailVerified`. */
const privileges: ReadonlySet<string> = new Set([
  "role",
  "admin",
  "superuser",
  "superadmin",
  "moderator",
  "staff",
  "permission",
  "privilege",
  "scope",
  "verified",
  "banned",
]);

/** What is one as the whole of a name, as `isBlocked` or `blockedUntil`: `blockedUsers` and `ownerId` are something else. */
const states: ReadonlySet<string> = new Set([
  "owner",
  "blocked",
  "suspended",
  "locked",
  "approved",
  "trusted",
  "premium",
]);

/** What is as good as money: `credits`, `accountBalance`. */
const amounts: ReadonlySet<string> = new Set(["credit", "balance"]);

/**
 * Whether a column says what the person may do that a row is about. Who writes it raises a caller's own rights: the app sets it, and no
 * body does. Source: OWASP, "Mass Assignment". Pure.
 *
 * @param rows what the rows are called, e.g. the model `User` or the table `users`.
 * @param columns all that a row has: who has a password and an address to sign in with is a person, whatever the rows are called.
 */
export function isPrivilege(rows: string, column: string, columns: readonly string[]): boolean {
  const isAbout = accounts.has(singularOf(wordsOf(rows)).at(-1) ?? "") || signsIn(columns);
  if (!isAbout) return false;
  const words = singularOf(wordsOf(column));
  const state = words
    .join(" ")
    .replace(/^is /, "")
    .replace(/ (at|until|by|reason)$/, "");
  return words.some((word) => privileges.has(word)) || states.has(state) || amounts.has(words.at(-1) ?? "");
}

function signsIn(columns: readonly string[]): boolean {
  const has = (...wanted: string[]) =>
    columns.some((name) => wordsOf(name).some((word) => wanted.includes(word)));
  return has("email") && has("password", "passwd", "pwd");
}
