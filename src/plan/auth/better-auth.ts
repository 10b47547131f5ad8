import { forbids, importAs, roleMember, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The session of Better Auth, with the user in `session.user`. Its admin plugin keeps the roles of a user in one text, with
 * commas between them. Source: Better Auth, "Next.js integration" and "Admin".
 */
export const betterAuth: WriteGuard = ({ specifier, named, role }) => {
  const auth = named("auth");
  const session = named("session");
  return {
    imports: [importAs(specifier, "auth", auth)],
    lines: (request, answers) => [
      `const ${session} = await ${auth}.api.getSession({ headers: ${request}.headers });`,
      ...turnsAway(`!${session}`, answers),
      ...(role === undefined
        ? []
        : forbids(`!${session}.user.role?.split(",").includes(${JSON.stringify(role)})`, answers)),
    ],
    check: `${auth}.api.getSession`,
    readsRequest: true,
    readsCookies: false,
    awaits: true,
    partial: undefined,
    names: [auth, session],
    needs: undefined,
    test: testedBy(
      { source: specifier, name: "auth", local: auth, member: "api.getSession" },
      `{ user: { id: "1"${roleMember(role)} } }`,
      "null",
      role === undefined ? {} : { withoutRole: '{ user: { id: "1", role: "none" } }' },
    ),
  };
};
