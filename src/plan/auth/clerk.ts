import { forbids, importAs, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The user of Clerk. `auth()` is a Promise since @clerk/nextjs 6, and may be waited for before. Source: Clerk, "auth()" for
 * Route Handlers, and "Authorization checks".
 */
export const clerk: WriteGuard = ({ named, role }) => {
  const auth = named("auth");
  const userId = named("userId");
  const has = named("has");
  const taken = Object.entries({ userId, ...(role === undefined ? {} : { has }) })
    .map(([name, local]) => (local === name ? name : `${name}: ${local}`))
    .join(", ");
  return {
    imports: [importAs("@clerk/nextjs/server", "auth", auth)],
    lines: (_request, answers) => [
      `const { ${taken} } = await ${auth}();`,
      ...turnsAway(`!${userId}`, answers),
      ...(role === undefined ? [] : forbids(`!${has}({ role: ${JSON.stringify(roleKey(role))} })`, answers)),
    ],
    check: auth,
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: undefined,
    names: [auth, userId, ...(role === undefined ? [] : [has])],
    needs: undefined,
    test: testedBy(
      { source: "@clerk/nextjs/server", name: "auth", local: auth },
      role === undefined ? '{ userId: "user_1" }' : '{ userId: "user_1", has: () => true }',
      "{ userId: null }",
      role === undefined ? {} : { withoutRole: '{ userId: "user_1", has: () => false }' },
    ),
  };
};

/** The keys of its roles begin with `org:`, and only its own pages show them without. */
function roleKey(role: string): string {
  return role.startsWith("org:") ? role : `org:${role}`;
}
