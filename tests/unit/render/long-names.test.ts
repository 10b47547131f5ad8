import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { parseSound } from "../../../src/syntax/parse-module.js";
import { methodSubset } from "../../support/arbitraries.js";
import { renderRoutes } from "../../support/pipeline.js";

const prettier = (text: string) => format(text, { parser: "typescript" });

test.each([
  "./:organizationMembershipId/notifications",
  "./:organizationMembershipId/notifications/:id",
  "./:organizationMembershipId/:notificationChannelId/notifications",
  "./membership-invitations/:organizationMembershipInvitationId",
  "./documents/:organizationMembershipId/*documentCategoryPath",
])("the long names of %s leave code that Prettier would not change", async (route) => {
  for (const { path, text } of renderRoutes([route], { methods: ["GET,POST,PUT,PATCH,DELETE"] })) {
    expect(() => parseSound(text, { jsx: false }), path).not.toThrow();
    expect(text, path).toBe(await prettier(text));
  }
});

const words = fc.constantFrom("user", "account", "team", "member", "invoice", "category");

/** As long as names get in real apps, and some more: two or three words joined. */
const longName = (most: number) =>
  fc.array(words, { minLength: 2, maxLength: most }).map((parts) => parts.join("-"));

test("whatever their length, names leave code that Prettier would not change", async () => {
  const route = fc
    .tuple(longName(3), longName(2), longName(3), fc.constantFrom("", "/:id", "/*slug", "/*slug?"))
    .filter(([first, , second]) => first !== second)
    .map(([parent, folder, other, end]) => `./:${parent}/x/:${other}/${folder}s${end}`);
  await fc.assert(
    fc.asyncProperty(route, methodSubset, async (text, methods) => {
      for (const file of renderRoutes([text], { methods })) {
        expect(file.text, file.path).toBe(await prettier(file.text));
      }
    }),
    { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 50) },
  );
});
