import { importAs, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/** The session of Better Auth, with the user in `session.user`. Source: Better Auth, "Next.js integration". */
export const betterAuth: WriteGuard = ({ specifier, named }) => {
  const auth = named("auth");
  const session = named("session");
  return {
    imports: [importAs(specifier, "auth", auth)],
    lines: (request, answers) => [
      `const ${session} = await ${auth}.api.getSession({ headers: ${request}.headers });`,
      ...turnsAway(`!${session}`, answers),
    ],
    check: `${auth}.api.getSession`,
    readsRequest: true,
    awaits: true,
    partial: undefined,
    names: [auth, session],
    needs: undefined,
    test: testedBy(
      { source: specifier, name: "auth", local: auth, member: "api.getSession" },
      '{ user: { id: "1" } }',
    ),
  };
};
