import { expect, test } from "vitest";
import { isPrivilege } from "../../../src/project/privilege-names.js";

test.each([
  ["User", "role"],
  ["users", "roles"],
  ["AppUser", "isAdmin"],
  ["user_accounts", "is_superuser"],
  ["users", "permissions"],
  ["User", "emailVerified"],
])("in %s, %s is a privilege", (rows, column) => {
  expect(isPrivilege(rows, column)).toBe(true);
});

test.each([
  ["User", "name"],
  ["users", "administrativeArea"],
  ["JobPosting", "role"],
  ["members", "role"],
])("in %s, %s is none", (rows, column) => {
  expect(isPrivilege(rows, column)).toBe(false);
});
