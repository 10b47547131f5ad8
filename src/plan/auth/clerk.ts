import { importAs, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The user of Clerk. `auth()` is a Promise since @clerk/nextjs 6, and may be waited for before. Source: Clerk, "auth()" for
 * Route Handlers.
 */
export const clerk: WriteGuard = ({ named }) => {
  const auth = named("auth");
  const userId = named("userId");
  return {
    imports: [importAs("@clerk/nextjs/server", "auth", auth)],
    lines: (_request, answers) => [
      `const { ${userId === "userId" ? userId : `userId: ${userId}`} } = await ${auth}();`,
      ...turnsAway(`!${userId}`, answers),
    ],
    check: auth,
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: undefined,
    names: [auth, userId],
    needs: undefined,
    test: testedBy(
      { source: "@clerk/nextjs/server", name: "auth", local: auth },
      '{ userId: "user_1" }',
      "{ userId: null }",
    ),
  };
};
