import { expect, test } from "vitest";
import { isPrivilege } from "../../../src/project/privilege-names.js";

test.each([
  ["User", "role"],
  ["users", "roles"],
  ["AppUser", "isAdmin"],
  ["user_accounts", "is_superuser"],
  ["users", "permissions"],
  ["User", "emailVerified"],
  ["members", "role"],
  ["TeamMember", "permissions"],
  ["memberships", "isAdmin"],
  ["users", "isOwner"],
  ["users", "is_blocked"],
  ["User", "blockedUntil"],
  ["User", "isBanned"],
  ["users", "suspendedAt"],
  ["Profile", "isModerator"],
  ["users", "credits"],
  ["accounts", "balance"],
])("in %s, %s is a privilege", (rows, column) => {
  expect(isPrivilege(rows, column, [])).toBe(true);
});

test.each([
  ["User", "name"],
  ["users", "administrativeArea"],
  ["JobPosting", "role"],
  ["JobPosting", "balance"],
  ["User", "blockedUsers"],
  ["accounts", "ownerId"],
  ["User", "creditCardBrand"],
])("in %s, %s is none", (rows, column) => {
  expect(isPrivilege(rows, column, [])).toBe(false);
});

test("who has a password and an address is a person, whatever the rows are called", () => {
  expect(isPrivilege("customers", "role", ["id", "email", "passwordHash", "role"])).toBe(true);
  expect(isPrivilege("customers", "credits", ["id", "work_email", "pwd"])).toBe(true);
  expect(isPrivilege("customers", "role", ["id", "email", "role"])).toBe(false);
  expect(isPrivilege("rooms", "role", ["id", "password", "role"])).toBe(false);
});
