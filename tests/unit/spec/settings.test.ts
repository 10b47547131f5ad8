import { describe, expect, test } from "vitest";
import { noOptions } from "../../support/no-options.js";
import { authNames } from "../../../src/spec/auth.js";
import { parseSettings, settingNames, withSettings } from "../../../src/spec/settings.js";

describe("the settings of a project", () => {
  test("are options under their long names, and habits", () => {
    const { settings, problems } = parseSettings(
      {
        $schema: "./schema.json",
        base: "src/app/(public)/api",
        auth: true,
        template: "basic",
        fallbacks: false,
        format: false,
        habits: { request: "NextRequest", error: "{ message }" },
      },
      "the file",
    );
    expect(problems).toEqual([]);
    expect(settings).toEqual({
      options: {
        base: "src/app/(public)/api",
        auth: true,
        template: "basic",
        fallbacks: false,
        format: false,
      },
      habits: [
        ["request", "NextRequest"],
        ["error", "{ message }"],
      ],
      file: "the file",
    });
  });

  test.each<[value: unknown, message: string, hint: string]>([
    [[], "The file is not an object.", "Write `{ … }`."],
    ["posts", "The file is not an object.", "Write `{ … }`."],
    [
      { bse: "app" },
      '"bse" in the file is no setting.',
      `Did you mean base? There are ${[...settingNames, "habits"].join(", ")}.`,
    ],
    // An option of one run is no setting.
    [{ dryRun: true }, '"dryRun" in the file is no setting.', "There are"],
    [{ base: 1 }, '"base" in the file has to be a string.', "Mend it"],
    [{ fallbacks: "no" }, '"fallbacks" in the file has to be true or false.', "Mend it"],
    [{ auth: 1 }, '"auth" in the file has to be a string, true or false.', "Mend it"],
    [
      { template: "baisc" },
      '"template" in the file is "baisc", which is none of its values.',
      "Did you mean basic? There are resource, basic,",
    ],
    [
      { auth: "auth0" },
      '"auth" in the file is "auth0", which is none of its values.',
      `There are ${[...authNames, "none"].join(", ")}.`,
    ],
    [{ allow: 1 }, '"allow" in the file has to be a string, or a list of strings.', "Mend it"],
    [{ public: true }, '"public" in the file is no setting.', "There are"],
    [{ allow: ["/a", "api/*"] }, '"api/*" in "allow" of the file is not a path of the app.', "Write it as"],
    [{ habits: "none" }, "habits in the file is not an object.", "Write e.g."],
    [
      { habits: { qoutes: "single" } },
      '"qoutes" is no habit (habits.qoutes in the file).',
      "Did you mean quotes?",
    ],
    [
      { habits: { quotes: "1" } },
      '"1" is no value of the habit quotes (habits.quotes in the file): the quotes.',
      "Write e.g. `double`, `single`.",
    ],
    // As a text it would be one.
    [{ habits: { indent: 2 } }, '"habits.indent" in the file has to be a string.', "Put it in quotes"],
  ])("%j is wrong, and why", (value, message, hint) => {
    const { problems } = parseSettings(value, "the file");
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toBe(message);
    expect(problems[0]!.hint).toContain(hint);
    expect(problems[0]!.code).toBe("CONFIG_INVALID");
  });

  test("a message begins as a sentence does", () => {
    const { problems } = parseSettings([], 'the key "x" of package.json');
    expect(problems.map(({ message }) => message)).toEqual(['The key "x" of package.json is not an object.']);
  });

  test("all that is wrong is told at once", () => {
    expect(parseSettings({ a: 1, base: 1, habits: { b: "c" } }, "the file").problems).toHaveLength(3);
  });

  test("give way to what the command line says", () => {
    const settings = { options: { base: "app/v1", fallbacks: false, auth: "bearer" }, habits: [] };
    expect(withSettings(noOptions, settings)).toMatchObject({
      base: "app/v1",
      fallbacks: false,
      auth: "bearer",
      format: undefined,
    });
    expect(withSettings({ ...noOptions, base: "app/v2", auth: "app" }, settings)).toMatchObject({
      base: "app/v2",
      auth: "app",
    });
    const ofList = { options: { allow: ["/api/auth/*"] }, habits: [] };
    expect(withSettings(noOptions, ofList)).toEqual(noOptions);
    expect(withSettings({ ...noOptions, fallbacks: true }, settings).fallbacks).toBe(true);
    const open = { options: { fallbacks: true }, habits: [] };
    expect(withSettings({ ...noOptions, fallbacks: false }, open).fallbacks).toBe(false);
  });
});
