import fc from "fast-check";
import { format } from "prettier";
import { expect, test } from "vitest";
import { parseSound } from "../../../src/syntax/parse-module.js";
import { methodSubset } from "../../support/arbitraries.js";
import { validationNames } from "../../../src/spec/validation.js";
import type { DrizzleHere } from "../../../src/project/drizzle/resource.js";
import type { PrismaHere } from "../../../src/project/prisma/resource.js";
import { render } from "../../../src/render/render.js";
import { drizzleWithPosts } from "../../support/drizzle-with-posts.js";
import { everyLibrary } from "../../support/every-library.js";
import { planRoutes, projectOf, renderRoutes, renderTemplate } from "../../support/pipeline.js";
import { prismaWithPosts } from "../../support/prisma-with-posts.js";

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

test.each(["prisma", "drizzle"] as const)(
  "the names of tables leave code of %s that Prettier would not change, up to 36 letters",
  async (data) => {
    for (let length = 1; length <= 31; length += 2) {
      const segment = `${"a".repeat(length)}-posts`;
      const validate = validationNames[((length - 1) / 2) % validationNames.length];
      const stack = { ...everyLibrary, prisma: prismaOf(segment), drizzle: drizzleOf(segment) };
      for (const route of [segment, `${segment}/:id`]) {
        const plan = planRoutes(
          [`users/:userId/${route}`],
          { data, validate, methods: route === segment ? [] : ["GET,PUT,PATCH,DELETE"] },
          projectOf(),
          { stack },
        );
        for (const { path, text } of render(plan, renderTemplate))
          expect(text, path).toBe(await prettier(text));
      }
    }
  },
);

/** The model and the table of posts under a longer name. */
function prismaOf(segment: string): PrismaHere {
  const accessor = camelCase(segment.slice(0, -1));
  const found = prismaWithPosts.resource(segment, []);
  const model = accessor.charAt(0).toUpperCase() + accessor.slice(1);
  return {
    ...prismaWithPosts,
    isFor: () => true,
    resource: () => (Array.isArray(found) ? found : { ...found, accessor, model }),
  };
}

function drizzleOf(segment: string): DrizzleHere {
  const found = drizzleWithPosts.resource(segment, []);
  return {
    ...drizzleWithPosts,
    isFor: () => true,
    resource: () =>
      Array.isArray(found) ? found : { ...found, table: { ...found.table, name: camelCase(segment) } },
  };
}

function camelCase(segment: string): string {
  return segment.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
}

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
