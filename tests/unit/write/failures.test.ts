import { expect, test } from "vitest";
import { problemsOf } from "../../../src/write/failures.js";
import { systemError } from "../../support/watched-disk.js";

test.each([
  ["ENOSPC", /^Make room /],
  ["ENAMETOOLONG", /^Choose a shorter route, /],
  ["EACCES", /^Look at the permissions /],
])("what to do about %s", (code, hint) => {
  const [problem] = problemsOf(systemError(code));
  expect(problem).toMatchObject({ code: "WRITE_FAILED", hint: expect.stringMatching(hint) as string });
});
