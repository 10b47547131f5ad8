import { expect, test } from "vitest";
import { isDeletionMark } from "../../../src/project/deletion-marks.js";

test.each(["deletedAt", "deleted_at", "deletedOn", "deletedBy", "isDeleted", "deleted"])(
  "%s marks a row",
  (name) => {
    expect(isDeletionMark(name)).toBe(true);
  },
);

test.each(["deletedCount", "archivedAt", "deleteUrl", "createdAt"])("%s marks none", (name) => {
  expect(isDeletionMark(name)).toBe(false);
});
