import { forbids, importAs, roleMember, testedBy, turnsAway, type WriteGuard } from "./guard.js";

/**
 * The session of next-auth 4. Whose it is stands in `session.user`; an id is there only if the app's callbacks and types add
 * one. Source: NextAuth.js 4, "Configuration, Next.js", getServerSession.
 */
export const nextAuth: WriteGuard = ({ specifier, named, role }) => {
  const [getServerSession, authOptions, session] = [
    named("getServerSession"),
    named("authOptions"),
    named("session"),
  ];
  return {
    imports: [
      importAs("next-auth", "getServerSession", getServerSession),
      importAs(specifier, "authOptions", authOptions),
    ],
    lines: (_request, answers) => [
      `const ${session} = await ${getServerSession}(${authOptions});`,
      ...turnsAway(`!${session}?.user`, answers),
      ...(role === undefined ? [] : forbids(`${session}.user.role !== ${JSON.stringify(role)}`, answers)),
    ],
    check: getServerSession,
    readsRequest: false,
    awaits: true,
    readsCookies: true,
    partial: undefined,
    names: [getServerSession, authOptions, session],
    needs: undefined,
    test: testedBy(
      { source: "next-auth", name: "getServerSession", local: getServerSession },
      `{ user: { name: "Ada"${roleMember(role)} } }`,
      "null",
      {
        // Its module sets up providers that no test needs.
        others: [{ source: specifier, name: "authOptions", local: authOptions }],
        ...(role === undefined ? {} : { withoutRole: '{ user: { name: "Ada", role: "none" } }' }),
      },
    ),
  };
};
