import { expect, test } from "vitest";
import { parseShell, shells } from "../../../src/spec/shells.js";

test("a shell by its name, in any case, and PowerShell by its program", () => {
  for (const shell of shells) expect(parseShell(shell.toUpperCase())).toBe(shell);
  expect(parseShell("pwsh")).toBe("powershell");
});

test.each([
  [undefined, "No shell was given: the argument <shell> is missing.", "There are bash"],
  ["bsh", 'There is no completion for "bsh".', "Did you mean bash? There are bash"],
  ["tcsh", 'There is no completion for "tcsh".', "There are bash"],
  ["", 'There is no completion for "".', "There are bash"],
])("%j is refused", (text, message, hint) => {
  expect(parseShell(text)).toMatchObject({
    code: "USAGE",
    message,
    hint: expect.stringContaining(hint) as string,
  });
});
