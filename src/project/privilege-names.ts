import { singularOf, wordsOf } from "../spec/words.js";

/** Whose rows are people who sign in. */
const accounts: ReadonlySet<string> = new Set(["user", "account", "profile"]);

/** What a person may do, and what only the app finds out about one: `role`, `isAdmin`, `permissions`, `emailVerified`. */
const privileges: ReadonlySet<string> = new Set([
  "role",
  "admin",
  "superuser",
  "staff",
  "permission",
  "privilege",
  "scope",
  "verified",
  "banned",
]);

/**
 * Whether a column says what the person may do that a row is about. Who writes it raises a caller's own rights: the app sets it, and no
 * body does. Source: OWASP, "Mass Assignment". Pure.
 *
 * @param rows what the rows are called, e.g. the model `User` or the table `users`.
 */
export function isPrivilege(rows: string, column: string): boolean {
  const isAbout = accounts.has(singularOf(wordsOf(rows)).at(-1) ?? "");
  return isAbout && singularOf(wordsOf(column)).some((word) => privileges.has(word));
}
